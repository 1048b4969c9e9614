import { parseDecimal } from '../../domain/money.js';

/**
 * Whether a record states every field as it was sent. A field that the record leaves out is not stated: what the provider does not
 * show cannot prove that a write happened.
 */
export function isStatedAsSent(record: Readonly<Record<string, unknown>>, sent: object): boolean {
  return Object.entries(sent).every(([name, value]) => isSame(record[name], value));
}

function isSame(stated: unknown, sent: unknown): boolean {
  const [one, other] = [textOf(stated), textOf(sent)];
  if (one === null || other === null) return false;
  if (typeof sent !== 'number') return one === other;
  const amount = parseDecimal(one);
  return amount !== null && amount === parseDecimal(other);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
