import { fromEpochMs, type Instant, toEpochMs } from '../../domain/instant.js';
import { normalizeReference } from '../../domain/join-keys.js';
import type { Shipment } from '../../domain/shipment.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { groupBy } from '../_shared/group-by.js';
import { settleEach } from '../_shared/loaders.js';
import type { ReferenceKey } from './source.js';

interface ReferenceLookup {
  /** The parcel upstream gives for a reference, checked; it gives one even where there are several. */
  readonly findOne: (reference: string) => Promise<Shipment | null>;
  /** The parcels imported since then, 100 at the most. */
  readonly findSince: (since: Instant) => Promise<readonly Shipment[]>;
}

/** From how many keys on it pays to read a window before asking one by one. */
const worthReading = 8;
const dayMs = 24 * 60 * 60 * 1000;
// A hundred rows do not reach further back in a shop that has this many orders on one page.
const maxAgeMs = 60 * dayMs;

/**
 * The parcels of many order references: where enough of the orders are recent, one window since the oldest of them, since no
 * parcel is older than its order; then one call each for the references it does not hold.
 *
 * @returns per key its parcels, or the error of its own call. A window that fails is every key's error, since asking one by
 * one would press a provider that is failing; only where the list itself is refused or unreadable the single calls can help.
 */
export async function findByReference(
  keys: readonly ReferenceKey[],
  { findOne, findSince }: ReferenceLookup,
): Promise<(readonly Shipment[] | Error)[]> {
  const start = windowStart(keys);
  const listed = groupBy(
    start === null ? [] : await findSince(start).catch(noneWhenListFails),
    (shipment) => shipment.reference,
  );
  return settleEach(keys, async ({ reference }) => {
    const key = normalizeReference(reference);
    if (key === null) return [];
    const own = listed.get(key);
    if (own !== undefined) return own;
    const shipment = await findOne(key);
    return shipment === null ? [] : [shipment];
  });
}

function noneWhenListFails(error: unknown): readonly Shipment[] {
  if (error instanceof UpstreamError && ['PROVIDER_CONTRACT', 'PROVIDER_REJECTED'].includes(error.code)) return [];
  throw error;
}

/** A day before the oldest recent order, for clocks that differ; null when too few orders are recent. */
function windowStart(keys: readonly ReferenceKey[]): Instant | null {
  const oldestMs = Date.now() - maxAgeMs;
  const recent = keys
    .map(({ placedAt }) => (placedAt === null ? Number.NaN : toEpochMs(placedAt)))
    .filter((placedMs) => placedMs >= oldestMs);
  return recent.length < worthReading ? null : fromEpochMs(Math.min(...recent) - dayMs);
}
