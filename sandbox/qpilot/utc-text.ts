/** How many digits of a second QPilot keeps: none for most records, seven (the provider's clock) for some. */
export type FractionDigits = 0 | 7;

/** An instant as ISO 8601 in UTC. */
export function utcText(date: Date, digits: FractionDigits = 0): string {
  const text = date.toISOString();
  return digits === 0 ? `${text.slice(0, 19)}Z` : `${text.slice(0, 23)}0000Z`;
}

/** Scheduled orders differ in the precision they keep, so that a client cannot count on one. */
export function fractionDigitsFor(scheduledOrderId: number): FractionDigits {
  return scheduledOrderId % 4 === 3 ? 7 : 0;
}

/** The number of fractional digits of an instant in UTC, or null when the text is no such instant. */
export function fractionDigitsIn(text: string): number | null {
  const match = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.(\d{1,7}))?Z$/.exec(text);
  if (match === null || Number.isNaN(Date.parse(text))) return null;
  return match[1]?.length ?? 0;
}
