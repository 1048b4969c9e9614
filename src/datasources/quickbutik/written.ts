import type { Instant } from '../../domain/instant.js';
import { toEpochMs } from '../../domain/instant.js';
import type { Loader } from '../_shared/loaders.js';

/** How far the shop's clock may be behind ours. */
const marginMs = 10 * 60 * 1000;

/**
 * Records after a write, by key. A write that happened stays one when its record cannot be read: such a key is left out.
 *
 * @param keys null for a row that has no record
 */
export async function loadAll<Value>(
  keys: readonly (string | null)[],
  loader: Loader<string, Value | null>,
): Promise<ReadonlyMap<string, Value>> {
  const asked = [...new Set(keys.filter((key) => key !== null))];
  const loaded = await Promise.allSettled(asked.map((key) => loader.load(key)));
  const found = new Map<string, Value>();
  for (const [index, key] of asked.entries()) {
    const outcome = loaded[index];
    if (outcome?.status === 'fulfilled' && outcome.value !== null) found.set(key, outcome.value);
  }
  return found;
}

/** Whether a time is one at which a write may have happened, as far as two clocks can tell. */
export function isSince(at: Instant, claimedAtMs: number): boolean {
  return toEpochMs(at) >= claimedAtMs - marginMs;
}

/** The rows when each is settled; null when one is not, since a write of many is one write. */
export function onlySettled<Row>(rows: readonly (Row | null)[]): Row[] | null {
  const settled = rows.filter((row) => row !== null);
  return settled.length === rows.length ? settled : null;
}
