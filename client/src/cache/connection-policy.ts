import type { FieldPolicy, Reference, StoreObject } from '@apollo/client';
import { type Connection, type PagePlace, type Row, rowsOf } from './rows.js';
import { placeBehind, type Run, withPage } from './run.js';

/** A connection as the cache keeps it. */
interface StoredConnection extends StoreObject {
  readonly runs: readonly Run[];
  /** What is not about single rows, such as `coverage`, as last told. */
  readonly rest: StoreObject;
}

/** Which list a connection's field is, and how long its page is when nobody says. */
export interface ConnectionShape {
  readonly keyArgs: readonly string[];
  readonly first: number;
}

/**
 * How a connection is kept: pages of one list are joined by their cursors, whichever operation asked for them and whether it took
 * `edges` or `nodes`. Without `after` all rows that are known from the top are read; with `after` the page behind it. A list that
 * knows fewer rows than `first` asks for, and may have more, is asked for again.
 */
export function connectionPolicy({
  keyArgs,
  first: usual,
}: ConnectionShape): FieldPolicy<StoredConnection | null, Connection | null> {
  return {
    keyArgs: (args) => {
      const given = keyArgs.filter((name) => args?.[name] !== undefined && args[name] !== null);
      return given.length > 0 ? [...given] : false;
    },
    merge: (existing, incoming, { args }) => {
      // A provider that failed: its branch of the answer is null.
      if (incoming === null) return null;
      const { edges: _, nodes: __, pageInfo, __typename = '', ...rest } = incoming;
      const rows = rowsOf(incoming);
      const runs = existing?.runs ?? [];
      return {
        __typename,
        rest: { ...existing?.rest, ...rest, ...(rows === null && pageInfo ? { pageInfo } : {}) },
        runs: rows === null ? runs : withPage(runs, { ...asked(args, usual), rows, place: placeOf(pageInfo) }),
      };
    },
    read: (existing, { args, canRead }) => {
      if (existing === undefined || existing === null) return existing;
      const { after, first } = asked(args, usual);
      const page = pageIn(existing.runs, { after, first });
      if (page === undefined) return existing.runs.length === 0 ? existing.rest : undefined;
      return shown(existing, page, (row) => row.node === undefined || canRead(row.node));
    },
  } as FieldPolicy<StoredConnection | null, Connection | null>;
}

interface ReadPage {
  readonly rows: readonly Row[];
  readonly place: PagePlace;
}

function asked(args: Record<string, unknown> | null, usual: number): { after: string | null; first: number } {
  const { after, first } = args ?? {};
  return { after: typeof after === 'string' ? after : null, first: typeof first === 'number' ? first : usual };
}

function placeOf(pageInfo: PagePlace | undefined): PagePlace {
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = pageInfo ?? {};
  return {
    ...(startCursor === undefined ? {} : { startCursor }),
    ...(endCursor === undefined ? {} : { endCursor }),
    ...(hasNextPage === undefined ? {} : { hasNextPage }),
    ...(hasPreviousPage === undefined ? {} : { hasPreviousPage }),
  };
}

/** The known rows that answer a request; undefined when too few are known. */
function pageIn(runs: readonly Run[], { after, first }: { after: string | null; first: number }): ReadPage | undefined {
  for (const run of runs) {
    const begin = placeBehind(run, after);
    if (begin === undefined) continue;
    const behind = run.rows.slice(begin);
    const isEnough = behind.length >= first || run.place.hasNextPage === false || run.asked - begin >= first;
    if (!isEnough) return undefined;
    return after === null
      ? { rows: behind, place: run.place }
      : pageBehind(run, { begin, rows: behind.slice(0, first) });
  }
  return undefined;
}

function pageBehind(run: Run, { begin, rows }: { begin: number; rows: readonly Row[] }): ReadPage {
  const reachesEnd = begin + rows.length === run.rows.length;
  const end = reachesEnd ? run.place : { hasNextPage: true, endCursor: rows.at(-1)?.cursor };
  const start = begin === 0 ? run.place : { hasPreviousPage: true, startCursor: rows[0]?.cursor };
  return { rows, place: placeOf({ ...end, ...start } as PagePlace) };
}

/** A connection as operations read it: with edges and nodes, whichever of them the answers had. */
function shown({ __typename, rest }: StoredConnection, { rows, place }: ReadPage, isThere: (row: Row) => boolean) {
  const kept = rows.filter(isThere);
  const edgeType = __typename?.replace(/Connection$/, 'Edge');
  return {
    ...rest,
    __typename,
    nodes: kept.map(({ node }) => node as Reference),
    edges: kept.map(({ edge, node, cursor }) => ({
      ...edge,
      __typename: edgeType,
      node,
      ...(cursor === undefined ? {} : { cursor }),
    })),
    pageInfo: { __typename: 'PageInfo', ...place },
  };
}
