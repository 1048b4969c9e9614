import type { WireRecord } from './wire.js';

/** The first text or number under any of the names, trimmed; null when none of them holds one. */
export function textOf(record: WireRecord, names: readonly string[]): string | null {
  for (const name of names) {
    const text = asText(record[name]);
    if (text !== null) return text;
  }
  return null;
}

/** Every distinct text of a field in a list of objects, for example the skus of a product's variants. */
export function textsWithin(record: WireRecord, list: string, names: readonly string[]): readonly string[] {
  const entries = record[list];
  if (!Array.isArray(entries)) return [];
  const texts = entries.map((entry: unknown) => (isRecord(entry) ? textOf(entry, names) : null));
  return [...new Set(texts.filter((text) => text !== null))];
}

/** The object under a name; null when something else is there. */
export function recordWithin(record: WireRecord, name: string): WireRecord | null {
  const value = record[name];
  return isRecord(value) ? value : null;
}

/** A text of an unknown value: texts and numbers, trimmed; anything else and blanks are null. */
export function asText(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return String(value).trim() || null;
}

function isRecord(value: unknown): value is WireRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
