import { createHash } from 'node:crypto';
import { textOf } from './candidates.js';
import type { WireRecord } from './wire.js';

/**
 * The id of a record: its own under one of the assumed names, else a digest of its content that stays the same while
 * the record does.
 */
export function recordIdOf(record: WireRecord): string {
  return textOf(record, ['id', 'external_id', 'provider_id']) ?? digestOf(record);
}

function digestOf(record: WireRecord): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex').slice(0, 32);
}

/** JSON with sorted names, so that an answer that lists its fields in another order is the same record. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
