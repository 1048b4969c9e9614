import { formatLocal, fromEpochMs } from '../../../src/domain/instant.js';

/** Which rows of a window that is too large a provider keeps, and how it sorts them: both are undocumented. */
export interface ListManner {
  readonly kept: 'oldest' | 'newest';
  readonly sorted: 'ascending' | 'descending';
}

export const manners: readonly ListManner[] = [
  { kept: 'oldest', sorted: 'ascending' },
  { kept: 'oldest', sorted: 'descending' },
  { kept: 'newest', sorted: 'ascending' },
  { kept: 'newest', sorted: 'descending' },
];

export interface ImportRow {
  readonly reference: string;
  readonly importedAt: string;
  readonly createdAt: string;
  /** Milliseconds since 1970, for the test. */
  readonly importedMs: number;
}

const zone = 'Europe/Rome';
const dayMs = 24 * 60 * 60 * 1000;

/** Rows imported so many minutes before now. */
export function importsAgo(minutes: readonly number[], nowMs: number): ImportRow[] {
  return minutes.map((ago, index) => {
    const importedMs = Math.floor(nowMs / 1000) * 1000 - ago * 60_000;
    const importedAt = formatLocal(fromEpochMs(importedMs), zone);
    return { reference: `R${index}`, importedAt, createdAt: importedAt, importedMs };
  });
}

/** What a provider of that manner gives of its rows: a hundred at the most. */
export function windowOf(
  rows: readonly ImportRow[],
  start: { readonly dateFrom: string } | { readonly days: number },
  { kept, sorted }: ListManner,
): ImportRow[] {
  const from =
    'dateFrom' in start
      ? start.dateFrom
      : `${formatLocal(fromEpochMs(Date.now() - start.days * dayMs), zone).slice(0, 10)} 00:00:00`;
  const ascending = rows
    .filter(({ importedAt }) => importedAt >= from)
    .toSorted((a, b) => a.importedAt.localeCompare(b.importedAt));
  const window = kept === 'oldest' ? ascending.slice(0, 100) : ascending.slice(-100);
  return sorted === 'ascending' ? window : window.toReversed();
}
