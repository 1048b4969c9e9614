/** A JSON object, or null for any other value. */
export function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** The objects of a JSON list; null when the value is no list or has anything else in it. */
export function asRecords(value: unknown): Record<string, unknown>[] | null {
  if (!Array.isArray(value)) return null;
  const records = value.map(asRecord);
  return records.every((record) => record !== null) ? records : null;
}

/** A field as text: a number is printed, blanks at the ends are cut; null when absent, empty or of another type. */
export function textField(record: Record<string, unknown> | null, name: string): string | null {
  const value = record?.[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A field as a number: a numeric string counts; null otherwise. */
export function numberField(record: Record<string, unknown> | null, name: string): number | null {
  const text = textField(record, name);
  const number = text === null ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/** A field that holds an amount in whole units, as hundredths; null when there is none. */
export function minorField(record: Record<string, unknown> | null, name: string): number | null {
  const amount = numberField(record, name);
  return amount === null ? null : Math.round(amount * 100);
}
