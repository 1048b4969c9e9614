/** What a normalizer needs to know to read one provider's values without guessing. */
export interface Reading {
  /** IANA zone of the provider's local times, for example Europe/Rome. */
  readonly timeZone: string;
  /** ISO 4217 code to use where an answer states no currency; null keeps the currency unknown. */
  readonly currency: string | null;
  /** Counts a value that could not be read. The word names the field, never the value. */
  readonly warn: (field: string) => void;
}
