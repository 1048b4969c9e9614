import { fromEpochMs, type Instant, toEpochMs } from '../../domain/instant.js';
import { normalizeReference } from '../../domain/join-keys.js';
import type { Shipment } from '../../domain/shipment.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { Abilities } from '../_shared/abilities.js';
import { groupBy } from '../_shared/group-by.js';
import { settleEach } from '../_shared/loaders.js';
import type { ReferenceKey } from './source.js';

/** The parcels imported since an instant. */
export interface ParcelWindow {
  readonly rows: readonly Shipment[];
  /** Whether these are all, as far as the answer shows. */
  readonly isWhole: boolean;
}

interface ReferenceLookup {
  /** The parcel upstream gives for a reference, checked; it gives one even where there are several. */
  readonly findOne: (reference: string) => Promise<Shipment | null>;
  /** The parcels imported since then, 100 at the most. */
  readonly findSince: (since: Instant) => Promise<ParcelWindow>;
  readonly abilities: Abilities;
}

/** That a list of parcels lacks none that getTrack finds, as the document says it: "the list of the shipments imported". */
const wholeLists = 'all parcels in lists';
/** From how many keys on it pays to read a window before asking one by one. */
const worthReading = 8;
/** Of the references that a whole window lacks, so many are asked for all the same: what they find tells whether it was whole. */
const samples = 3;
const dayMs = 24 * 60 * 60 * 1000;
// A hundred rows do not reach further back in a shop that has this many orders on one page.
const maxAgeMs = 60 * dayMs;
const nothing: ParcelWindow = { rows: [], isWhole: false };

/**
 * The parcels of many order references: where enough of the orders are recent, one window since the oldest of them, since no
 * parcel is older than its order; then one call each for the references it does not hold. A window that is not full and names orders
 * proves that those it lacks have no parcel; a few of them are asked for all the same, and if one has a parcel, all are.
 *
 * @returns per key its parcels, or the error of its own call. A window that fails is every key's error, since asking one by
 * one would press a provider that is failing; only where the list itself is refused or unreadable the single calls can help.
 */
export async function findByReference(
  keys: readonly ReferenceKey[],
  { findOne, findSince, abilities }: ReferenceLookup,
): Promise<(readonly Shipment[] | Error)[]> {
  const recent = keys.filter(isRecent);
  const isRead = recent.length >= worthReading;
  const window = isRead ? await findSince(startOf(recent)).catch(nothingWhenListFails) : nothing;
  const listed = groupBy(window.rows, ({ reference }) => reference);
  const find = async ({ reference }: ReferenceKey): Promise<readonly Shipment[]> => {
    const key = normalizeReference(reference);
    if (key === null) return [];
    const own = listed.get(key);
    if (own !== undefined) return own;
    const shipment = await findOne(key);
    return shipment === null ? [] : [shipment];
  };
  const isProof = window.isWhole && !abilities.isMissing(wholeLists);
  const absent = isProof ? recent.filter(({ reference }) => !listed.has(normalizeReference(reference))) : [];
  const passed = new Set(withoutSamples(absent));
  const asked = keys.filter((key) => !passed.has(key));
  const found = new Map<ReferenceKey, readonly Shipment[] | Error>();
  const read = async (some: readonly ReferenceKey[]) => {
    const answers = await settleEach(some, find);
    for (const [index, key] of some.entries()) found.set(key, answers[index] ?? []);
  };
  await read(asked);
  if (absent.some((key) => hasParcel(found.get(key)))) {
    await read([...passed]);
    for (const key of absent) if (hasParcel(found.get(key))) abilities.noteMissing(wholeLists, key.reference);
  }
  return keys.map((key) => found.get(key) ?? []);
}

function hasParcel(answer: readonly Shipment[] | Error | undefined): boolean {
  return Array.isArray(answer) && answer.length > 0;
}

/** Those that need not be asked for: all but a few, the oldest and the newest order among these. */
function withoutSamples(absent: readonly ReferenceKey[]): readonly ReferenceKey[] {
  const byAge = absent.toSorted((one, other) => placedMs(one) - placedMs(other));
  const step = (byAge.length - 1) / (samples - 1);
  const sampled = new Set(Array.from({ length: samples }, (_, index) => byAge[Math.round(index * step)]));
  return byAge.filter((key) => !sampled.has(key));
}

function nothingWhenListFails(error: unknown): ParcelWindow {
  if (error instanceof UpstreamError && ['PROVIDER_CONTRACT', 'PROVIDER_REJECTED'].includes(error.code)) return nothing;
  throw error;
}

function isRecent(key: ReferenceKey): boolean {
  return placedMs(key) >= Date.now() - maxAgeMs;
}

/** NaN for an order without a time. */
function placedMs({ placedAt }: ReferenceKey): number {
  return placedAt === null ? Number.NaN : toEpochMs(placedAt);
}

/** A day before the oldest order, for clocks that differ. */
function startOf(recent: readonly ReferenceKey[]): Instant {
  return fromEpochMs(Math.min(...recent.map(placedMs)) - dayMs);
}
