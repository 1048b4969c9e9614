/** How a check came out: TO_DO asks for something, NOTE is good to know, OFF is not set up and not asked. */
export type CheckState = 'OK' | 'NOTE' | 'TO_DO' | 'OFF';

export type Fact = string | number | boolean | null;

/** One thing that was looked at, in words for somebody who does not program. No word of it was sent by a provider. */
export interface Check {
  /** For programs: `provider.QAPLA`, `clock`. */
  readonly id: string;
  readonly title: string;
  readonly state: CheckState;
  /** What was found, in a sentence or two. */
  readonly found: string;
  /** What to do next; empty unless the state is TO_DO. */
  readonly todo: readonly string[];
  /** For programs: figures, and what an account offers. */
  readonly facts?: Readonly<Record<string, Fact>>;
}

/** A check with something to do where there is anything, else one that is well. */
export function checkOf({ id, title, ...rest }: Omit<Check, 'state'>): Check {
  return { id, title, state: rest.todo.length > 0 ? 'TO_DO' : 'OK', ...rest };
}
