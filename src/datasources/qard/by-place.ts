import type { CommerceKind, CommerceRecord } from '../../domain/commerce.js';
import { createSingleLoader, type Loader } from '../_shared/loaders.js';
import { followersOf } from '../_shared/page-size.js';
import { rememberPages } from '../_shared/planned-lookup.js';
import type { PagedList } from '../_shared/upstream-pages.js';

/** A record, and where its list has shown it. */
export interface RecordPlace {
  readonly kind: CommerceKind;
  readonly externalId: string;
  /** As `formatPlace` writes it; with another text the record is not found. */
  readonly place: string;
}

/** A page of a list as a text: its number and the size that was asked for, `3/100`. */
export function formatPlace(page: number, pageSize: number): string {
  return `${page}/${pageSize}`;
}

/** Records by the page they were seen on; each page is one call for the whole operation. */
export function createPlaceLoader(
  listOf: (kind: CommerceKind) => PagedList<CommerceRecord>,
): Loader<RecordPlace, CommerceRecord | null> {
  const lists = new Map<CommerceKind, PagedList<CommerceRecord>>();
  const sharedList = (kind: CommerceKind) => {
    const list = lists.get(kind) ?? rememberPages(listOf(kind));
    lists.set(kind, list);
    return list;
  };
  return createSingleLoader(({ kind, externalId, place }) => findNear(sharedList(kind), externalId, place), {
    cacheKey: ({ kind, externalId, place }) => JSON.stringify([kind, externalId, place]),
  });
}

/** On the page itself, else on the one after it, where records added before it push it, else on the one before. */
async function findNear(
  list: PagedList<CommerceRecord>,
  externalId: string,
  place: string,
): Promise<CommerceRecord | null> {
  const { page, size } = /^(?<page>[1-9]\d{0,6})\/(?<size>[1-9]\d{0,3})$/.exec(place)?.groups ?? {};
  if (page === undefined || size === undefined) return null;
  const [number, asked] = [Number(page), Number(size)];
  const read = (at: number) => list.fetchPage(at, asked);
  const isIt = (record: CommerceRecord) => record.externalId === externalId;
  const own = await read(number);
  const here = own.rows.find(isIt);
  if (here !== undefined) return here;
  const next =
    followersOf(own, { page: number, size: asked }) === 'NONE' ? undefined : (await read(number + 1)).rows.find(isIt);
  if (next !== undefined || number === 1) return next ?? null;
  return (await read(number - 1)).rows.find(isIt) ?? null;
}
