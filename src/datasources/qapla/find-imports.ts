import { compareInstants, formatLocal, type Instant, parseInstant, toEpochMs } from '../../domain/instant.js';
import { normalizeReference } from '../../domain/join-keys.js';
import type { Reading } from '../../domain/reading.js';
import { RequestError } from '../../errors/request-error.js';
import { settleEach } from '../_shared/loaders.js';
import { moveLocal, plainLocal } from './local-time.js';
import type { ImportKey } from './source.js';
import { addRows, importTimes, type WindowList, windowCap } from './window.js';
import type { WireOrder } from './wire.js';

export interface ImportParts {
  readonly list: WindowList<WireOrder>;
  readonly reading: Reading;
}

/** A key with the local text of its second, and the one from which on that second is listed. */
interface Wanted {
  readonly key: ImportKey;
  readonly local: string;
  readonly start: string;
}

type Found = Map<ImportKey, WireOrder | null | Error>;

// Imports further apart are asked for side by side, unless the first window turns out to reach to the present.
const longestGapMs = 24 * 60 * 60 * 1000;
// In few shops a hundred imports reach further back.
const recentMs = 60 * 24 * 60 * 60 * 1000;
const hourSeconds = 3600;

/**
 * The rows of many imports, in the order of their keys: each in a window that starts when it came, or in that of an earlier one. The
 * window of the oldest is read first where it may hold them all.
 *
 * @returns null for one that is not there, AMBIGUOUS for two that came at once and differ
 */
export async function findImports(
  keys: readonly ImportKey[],
  parts: ImportParts,
): Promise<(WireOrder | null | Error)[]> {
  const list = rememberWindows(parts.list);
  const apart = groupByTime(keys, parts.reading);
  const groups = (await isOneWindow(apart, list)) ? [apart.flat()] : apart;
  const outcomes = await settleEach(groups, (group) => findGroup(group, { ...parts, list }));
  const found: Found = new Map();
  for (const [index, group] of groups.entries()) {
    const outcome = outcomes[index];
    for (const { key } of group)
      found.set(key, outcome instanceof Map ? (outcome.get(key) ?? null) : (outcome ?? null));
  }
  return keys.map((key) => found.get(key) ?? null);
}

/** A list each window of which is asked for once. */
function rememberWindows(list: WindowList<WireOrder>): WindowList<WireOrder> {
  const windows = new Map<string, ReturnType<typeof list.fetch>>();
  return {
    ...list,
    fetch: (start) => {
      const name = JSON.stringify(start);
      const window = windows.get(name) ?? list.fetch(start);
      windows.set(name, window);
      return window;
    },
  };
}

/** Whether the window of the oldest import reaches to the present. One that fails is told by its own group. */
async function isOneWindow(groups: readonly (readonly Wanted[])[], list: WindowList<WireOrder>): Promise<boolean> {
  const oldest = groups[0]?.[0];
  if (oldest === undefined || groups.length < 2 || toEpochMs(oldest.key.importedAt) < Date.now() - recentMs)
    return false;
  const window = await list.fetch({ dateFrom: oldest.start }).catch(() => null);
  return window !== null && window.length < windowCap;
}

function groupByTime(keys: readonly ImportKey[], reading: Reading): Wanted[][] {
  const groups: Wanted[][] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const key of keys.toSorted((a, b) => compareInstants(a.importedAt, b.importedAt))) {
    const importedMs = toEpochMs(key.importedAt);
    if (importedMs - lastMs > longestGapMs) groups.push([]);
    groups.at(-1)?.push(toWanted(key, reading));
    lastMs = importedMs;
  }
  return groups;
}

function toWanted(key: ImportKey, { timeZone }: Reading): Wanted {
  return { key, ...secondOf(key.importedAt, timeZone) };
}

/** The local text of an import, and the one from which on a window holds it. */
export function secondOf(importedAt: Instant, timeZone: string): { readonly local: string; readonly start: string } {
  const local = formatLocal(importedAt, timeZone);
  // A text inside the hour that clocks leave out is read as an hour later.
  const earlier = moveLocal(local, -hourSeconds);
  const isSkipped = parseInstant(earlier, timeZone) === parseInstant(local, timeZone);
  return { local, start: plainLocal(isSkipped ? earlier : local, timeZone) };
}

async function findGroup(group: readonly Wanted[], { list, reading }: ImportParts): Promise<Found> {
  const found: Found = new Map();
  const held = new Map<unknown, WireOrder>();
  let open = group;
  let from = group[0]?.start ?? '';
  while (open.length > 0) {
    const window = await list.fetch({ dateFrom: from });
    addRows(held, window, list);
    const newest = window.length < windowCap ? null : (importTimes(window, list).at(-1) ?? from);
    const isSettled = settledBy(newest, from, list.timeZone);
    for (const { key } of open.filter(isSettled)) found.set(key, pick(key, [...held.values()], reading));
    open = open.filter((wanted) => !isSettled(wanted));
    const next = open[0]?.start ?? from;
    from = newest !== null && next <= from ? newest : next;
  }
  return found;
}

/** Whether a window shows all that can be seen of a key's second. @param newest the newest import of a full window, else null */
function settledBy(newest: string | null, from: string, timeZone: string): (wanted: Wanted) => boolean {
  if (newest === null) return () => true;
  // A full window within one second is all that can be had of it.
  const isStuck = newest <= from;
  // Of the newest import's own second, or of a doubled hour around it, some rows may be cut off.
  const whole = plainLocal(newest, timeZone);
  return ({ start, local }) => local < whole || (isStuck && start <= from);
}

/** The one import that states both the reference and the time. */
function pick(
  { reference, importedAt }: ImportKey,
  rows: readonly WireOrder[],
  reading: Reading,
): WireOrder | null | Error {
  const key = normalizeReference(reference);
  const importedMs = toEpochMs(importedAt);
  const [row, ...others] = rows.filter((candidate) => {
    const instant = candidate.importedAt === null ? null : parseInstant(candidate.importedAt, reading.timeZone);
    return instant !== null && toEpochMs(instant) === importedMs && normalizeReference(candidate.reference) === key;
  });
  if (others.length > 0) {
    return new RequestError(
      'AMBIGUOUS',
      `Two different orders were imported at once with the reference "${reference}".`,
    );
  }
  return row ?? null;
}
