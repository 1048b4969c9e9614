/**
 * What one cheap question has shown of an account. The words are the provider folder's own and may hold counts: never a text that the
 * provider sent, since that may repeat a key or name a person.
 */
export interface ProbeFindings {
  /** What works, in one sentence for somebody who does not program. */
  readonly says: string;
  /** What the operator has to do, most pressing first; empty when all is well. */
  readonly todo: readonly string[];
  /** What is good to know and asks for nothing. */
  readonly notes: readonly string[];
  /** What goes beyond the provider's own document or differs between accounts, by name; null where it could not be told. */
  readonly abilities: Readonly<Record<string, boolean | null>>;
}
