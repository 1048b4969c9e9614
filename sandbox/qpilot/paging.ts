/** One page of a list, as QPilot wraps it. */
export interface WirePage {
  items: unknown[];
  totalCount: number;
  totalPages: number;
}

const DEFAULT_PAGE_SIZE = 20;
const LARGEST_PAGE_SIZE = 200;

/**
 * Cuts the asked page out of a list: `page` counts from 1, `pageSize` is 20 by default and 200 at most (both assumed).
 */
export function pageOf<T>(list: readonly T[], query: URLSearchParams, present: (record: T) => unknown): WirePage {
  const pageSize = Math.min(positive(query.get('pageSize')) ?? DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE);
  const page = positive(query.get('page')) ?? 1;
  return {
    items: list.slice((page - 1) * pageSize, page * pageSize).map(present),
    totalCount: list.length,
    totalPages: Math.ceil(list.length / pageSize),
  };
}

/** Orders a copy of a list by the field the query names (first letter in any case); unknown fields leave it as it is. */
export function orderedBy<T extends object>(list: readonly T[], query: URLSearchParams): T[] {
  const asked = query.get('orderBy') ?? '';
  const field = asked.slice(0, 1).toLowerCase() + asked.slice(1);
  const sign = query.get('order')?.toLowerCase() === 'desc' ? -1 : 1;
  if (asked === '') return sign === -1 ? list.toReversed() : [...list];
  return list.toSorted((one, other) => sign * compare(valueOf(one, field), valueOf(other, field)));
}

/** Whether a search text stands in one of the fields, in any case; no search text finds everything. */
export function found(search: string | null, fields: readonly (string | null)[]): boolean {
  const wanted = (search ?? '').trim().toLowerCase();
  return wanted === '' || fields.some((field) => field?.toLowerCase().includes(wanted));
}

function valueOf(record: object, field: string): unknown {
  return Reflect.get(record, field);
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [left, right] = [textOf(one), textOf(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function positive(text: string | null): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : null;
}
