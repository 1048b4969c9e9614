import type { Page, PageRequest } from '../domain/page.js';
import { badInput } from './arguments.js';

export interface Connection<Row> {
  readonly edges: { readonly cursor: string; readonly node: Row }[];
  readonly nodes: Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A page in the form Relay's clients read. */
export function toConnection<Row>(
  { rows, hasNextPage, endCursor }: Page<Row>,
  { after }: PageRequest,
): Connection<Row> {
  return {
    edges: rows.map(({ row, cursor }) => ({ cursor, node: row })),
    nodes: rows.map(({ row }) => row),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after !== null,
      startCursor: rows[0]?.cursor ?? null,
      endCursor: endCursor ?? rows.at(-1)?.cursor ?? null,
    },
  };
}

/** One page of rows that are all at hand; the cursor is the row's key, so that it survives rows coming before it. */
export function pageOf<Row>(
  rows: readonly Row[],
  { first, after }: PageRequest,
  keyOf: (row: Row) => string,
): Page<Row> {
  const start = after === null ? 0 : 1 + rows.findIndex((row) => encodeKey(keyOf(row)) === after);
  if (after !== null && start === 0) throw badInput('after', 'names no row of this list; start again without it');
  const shown = rows.slice(start, start + first).map((row) => ({ row, cursor: encodeKey(keyOf(row)) }));
  return { rows: shown, hasNextPage: rows.length > start + first };
}

function encodeKey(key: string): string {
  return Buffer.from(`key:${key}`).toString('base64url');
}
