import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { DirectoryChange } from './directory.js';
import { after } from './directory-keys.js';
import {
  type Change,
  type Entry,
  type OrderedStore,
  type StoredValue,
  StoreUnavailableError,
} from './ordered-store.js';

/** Records of one kind: under which further keys each is found. */
export interface Shelf<Kept extends object> {
  indexesOf(kept: Kept): readonly string[];
}

/** What becomes of a record; null removes it. */
export interface Revised<Kept extends object> {
  readonly record: Kept | null;
  /** What to tell; null when nothing is new. */
  readonly change: DirectoryChange | null;
}

/** A step from what is kept under a key to what is kept there then. */
export interface Revision<Kept extends object = object> {
  readonly key: string;
  readonly shelf: Shelf<Kept>;
  /** Further keys the step depends on. */
  readonly asks: readonly string[];
  /** May be called several times, each with what is kept by then. */
  revise(old: Kept | null, asked: (key: string) => StoredValue | null): Revised<Kept>;
}

/** An index entry, and the record that it leads to. */
export interface Found {
  readonly index: string;
  readonly record: string;
}

const chunkSize = 250;
const pageSize = 500;
/** How often a chunk is tried whole: beyond that, halves of it are less likely to meet another writer. */
const wholeTries = 4;
const tries = 100;

/** Takes all revisions in and gives the changes to tell, at most one of a key; those of a chunk become visible together. */
export async function reviseAll(store: OrderedStore, revisions: readonly Revision[]): Promise<DirectoryChange[]> {
  const changes: DirectoryChange[] = [];
  for (let start = 0; start < revisions.length; start += chunkSize) {
    changes.push(...(await reviseChunk(store, revisions.slice(start, start + chunkSize))));
  }
  return changes;
}

/** The records behind index entries, without those that their entry no longer belongs to. */
export async function loadFound<Kept extends object>(
  store: OrderedStore,
  shelf: Shelf<Kept>,
  found: readonly Found[],
): Promise<Kept[]> {
  if (found.length === 0) return [];
  const records = (await store.get(found.map(({ record }) => record))) as (Kept | null)[];
  return records.flatMap((record, at) => {
    const isItsOwn = record !== null && shelf.indexesOf(record).includes(found[at]?.index ?? '');
    return isItsOwn ? [record] : [];
  });
}

/** The first records that index entries of a range lead to, in the order of the entries. */
export async function listIndexed<Kept extends object>(
  store: OrderedStore,
  shelf: Shelf<Kept>,
  range: { readonly from: string; readonly to: string; readonly limit: number; toRecord(index: string): string },
): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (let from = range.from; kept.length < range.limit; ) {
    const limit = Math.min(range.limit - kept.length, pageSize);
    const page = await store.range({ from, to: range.to, limit });
    const found = page.map(({ key }) => ({ index: key, record: range.toRecord(key) }));
    kept.push(...(await loadFound(store, shelf, found)));
    const last = page.at(-1);
    if (last === undefined || page.length < limit) break;
    from = after(last.key);
  }
  return kept;
}

/** Nothing is written when another process wrote in between: then everything is looked at anew. */
async function reviseChunk(store: OrderedStore, revisions: readonly Revision[]): Promise<DirectoryChange[]> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const outcome = await reviseOnce(store, revisions);
    if (outcome !== null) return outcome;
    if (attempt >= wholeTries && revisions.length > 1) {
      const middle = Math.ceil(revisions.length / 2);
      const first = await reviseChunk(store, revisions.slice(0, middle));
      return [...first, ...(await reviseChunk(store, revisions.slice(middle)))];
    }
    await setImmediate();
  }
  throw new StoreUnavailableError('others write the same entry without end');
}

/** Null when another process wrote in between. */
async function reviseOnce(store: OrderedStore, revisions: readonly Revision[]): Promise<DirectoryChange[] | null> {
  const asked = [...new Set(revisions.flatMap(({ key, asks }) => [key, ...asks]))];
  const values = await store.get(asked);
  const known = new Map(asked.map((key, at) => [key, values[at] ?? null]));
  const planned = new Map<string, Plan>();
  for (const revision of revisions) planned.set(revision.key, plan(revision, known, planned.get(revision.key)));
  const plans = [...planned.values()].filter(({ old, next }) => !isDeepStrictEqual(old, next));
  const expected = new Set(plans.flatMap(({ key, asks }) => [key, ...asks]));
  const isWritten =
    plans.length === 0 ||
    (await store.write(
      plans.flatMap(toChanges),
      [...expected].map((key) => ({ key, value: known.get(key) ?? null })),
    ));
  return isWritten ? plans.flatMap(({ change }) => change ?? []) : null;
}

interface Plan extends Omit<Entry, 'value'> {
  readonly shelf: Shelf<object>;
  readonly asks: readonly string[];
  readonly old: object | null;
  readonly next: object | null;
  readonly change: DirectoryChange | null;
}

function plan(revision: Revision, known: ReadonlyMap<string, StoredValue | null>, before: Plan | undefined): Plan {
  const { key, shelf } = revision;
  const old = before === undefined ? ((known.get(key) ?? null) as object | null) : before.old;
  const current = before === undefined ? old : before.next;
  const { record, change } = revision.revise(current, (asked) => known.get(asked) ?? null);
  const asks = [...(before?.asks ?? []), ...revision.asks];
  return { key, shelf, asks, old, next: record, change: joinChanges(before?.change ?? null, change) };
}

/** A thing that is new and different in one batch is new. */
function joinChanges(first: DirectoryChange | null, second: DirectoryChange | null): DirectoryChange | null {
  if (first === null || second === null) return second ?? first;
  return first.change === 'CREATED' ? { ...second, change: 'CREATED' } : second;
}

function toChanges({ key, shelf, old, next }: Plan): Change[] {
  const before = old === null ? [] : shelf.indexesOf(old);
  const now = next === null ? [] : shelf.indexesOf(next);
  return [
    { key, value: next },
    ...before.filter((index) => !now.includes(index)).map((index) => ({ key: index, value: null })),
    ...now.filter((index) => !before.includes(index)).map((index) => ({ key: index, value: 1 })),
  ];
}
