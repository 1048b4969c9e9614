import type { Reference, StoreObject } from '@apollo/client';

/** Where a page lies, as far as operations asked for it. */
export interface PagePlace {
  readonly startCursor?: string | null;
  readonly endCursor?: string | null;
  readonly hasNextPage?: boolean;
  readonly hasPreviousPage?: boolean;
}

/** One row of a list, whether it came as an edge, as a node, or both. */
export interface Row {
  readonly node: Reference | StoreObject | undefined;
  readonly cursor: string | undefined;
  /** Fields of the edge beside node and cursor. */
  readonly edge: StoreObject | undefined;
}

/** A connection as an answer gives it. */
export interface Connection extends StoreObject {
  readonly edges?: readonly Edge[];
  readonly nodes?: readonly (Reference | StoreObject)[];
  readonly pageInfo?: PagePlace;
}

interface Edge extends StoreObject {
  readonly node?: Reference | StoreObject;
  readonly cursor?: string;
}

/** The rows of a page; null when the operation asked for none, such as for `coverage` alone. */
export function rowsOf({ edges, nodes, pageInfo }: Connection): readonly Row[] | null {
  const count = edges?.length ?? nodes?.length;
  if (count === undefined) return null;
  return Array.from({ length: count }, (_, place) => {
    const edge = edges?.[place];
    const first = place === 0 ? pageInfo?.startCursor : undefined;
    const last = place === count - 1 ? pageInfo?.endCursor : undefined;
    return {
      node: nodes?.[place] ?? edge?.node,
      cursor: edge?.cursor ?? last ?? first ?? undefined,
      edge,
    };
  });
}

/** What tells rows apart: the record, else the cursor. */
export function keyOf({ node, cursor }: Row): string | undefined {
  return isReference(node) ? node['__ref'] : cursor;
}

function isReference(node: Row['node']): node is Reference {
  return node !== undefined && typeof node['__ref'] === 'string';
}
