import { type DocumentNode, gql, InMemoryCache } from '@apollo/client';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheOptions } from '../../client/src/cache.js';

let cache: InMemoryCache;
beforeEach(() => {
  cache = new InMemoryCache(cacheOptions);
});

const byNodes = gql`query ($first: Int, $after: String, $filter: OrderFilter) {
  orders(first: $first, after: $after, filter: $filter) {
    nodes { id reference __typename } pageInfo { hasNextPage endCursor __typename } coverage { provider complete __typename } __typename
  }
}`;
const byEdges = gql`query ($first: Int, $after: String) {
  orders(first: $first, after: $after) {
    edges { cursor node { id reference __typename } __typename }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor __typename } __typename
  }
}`;

interface Listed {
  readonly orders: {
    readonly nodes?: readonly { readonly id: string }[];
    readonly edges?: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
    readonly pageInfo: Record<string, unknown>;
    readonly coverage?: readonly Record<string, unknown>[];
  };
}

const order = (id: string) => ({ __typename: 'Order', id, reference: `#${id}` });
const cursorOf = (id: string) => `after ${id}`;

/** Writes a page of orders the way an answer brings it. */
function write(
  query: DocumentNode,
  ids: readonly string[],
  { more = true, complete = true, ...variables }: PageOptions,
) {
  const rows = {
    nodes: ids.map(order),
    edges: ids.map((id) => ({ __typename: 'OrderEdge', cursor: cursorOf(id), node: order(id) })),
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: more,
      hasPreviousPage: variables.after !== undefined,
      startCursor: ids[0] === undefined ? null : cursorOf(ids[0]),
      endCursor: ids.length === 0 ? null : cursorOf(ids.at(-1) ?? ''),
    },
    coverage: [{ __typename: 'Coverage', provider: 'QAPLA', complete }],
  };
  cache.writeQuery({ query, variables, data: { orders: { __typename: 'OrderConnection', ...rows } } });
}

interface PageOptions {
  readonly first?: number;
  readonly after?: string;
  readonly filter?: object | null;
  readonly more?: boolean;
  readonly complete?: boolean;
}

const read = (query: DocumentNode, variables: object = {}) => cache.readQuery<Listed>({ query, variables })?.orders;
const idsOf = (query: DocumentNode, variables: object = {}) => {
  const listed = read(query, variables);
  return listed && (listed.nodes ?? listed.edges?.map(({ node }) => node) ?? []).map(({ id }) => id).join('');
};

describe('a connection', () => {
  it('joins the pages of a list and reads them as one', () => {
    write(byNodes, ['a', 'b'], { first: 2 });
    write(byNodes, ['c', 'd'], { first: 2, after: cursorOf('b'), more: false });
    expect(idsOf(byNodes, { first: 2 })).toBe('abcd');
    expect(read(byNodes, { first: 2 })?.pageInfo).toMatchObject({ hasNextPage: false, endCursor: cursorOf('d') });
  });

  it('reads as nodes what came as edges', () => {
    write(byEdges, ['a', 'b'], { first: 2 });
    write(byEdges, ['c'], { first: 2, after: cursorOf('b'), more: false });
    cache.writeQuery({
      query: gql`query { orders { coverage { provider complete __typename } __typename } }`,
      data: { orders: { __typename: 'OrderConnection', coverage: [] } },
    });
    expect(idsOf(byNodes)).toBe('abc');
  });

  it('does not answer for edges from nodes, whose cursors it does not know', () => {
    write(byNodes, ['a', 'b', 'c'], { first: 3, more: false });
    expect(read(byEdges, { first: 3 })).toBeUndefined();
  });

  it('is null while its provider fails, and a list again after that', () => {
    const failed = { query: byNodes, variables: {}, data: { orders: null } };
    cache.writeQuery(failed);
    expect(cache.readQuery({ query: byNodes, variables: {} })).toEqual({ orders: null });
    write(byNodes, ['1', '2'], { more: false });
    expect(cache.readQuery<Listed>({ query: byNodes, variables: {} })?.orders.nodes).toHaveLength(2);
    cache.writeQuery(failed);
    expect(cache.readQuery({ query: byNodes, variables: {} })).toEqual({ orders: null });
  });

  it('keeps coverage as it was told last', () => {
    write(byNodes, ['a'], { first: 1, complete: true });
    write(byNodes, ['b'], { first: 1, after: cursorOf('a'), complete: false });
    expect(read(byNodes, { first: 1 })?.coverage).toEqual([
      { __typename: 'Coverage', provider: 'QAPLA', complete: false },
    ]);
  });

  it('keeps lists of other filters apart, and takes no filter and an empty one for the same', () => {
    write(byNodes, ['a'], { first: 1, more: false });
    write(byNodes, ['b'], { first: 1, filter: { provider: 'QPILOT' }, more: false });
    expect(idsOf(byNodes, { filter: { provider: 'QPILOT' } })).toBe('b');
    expect(idsOf(byNodes, { filter: null })).toBe('a');
    expect(idsOf(byNodes)).toBe('a');
  });

  it('is asked again when fewer rows are known than wanted', () => {
    write(byNodes, ['a', 'b', 'c'], { first: 3 });
    expect(idsOf(byNodes, { first: 3 })).toBe('abc');
    expect(read(byNodes, { first: 4 })).toBeUndefined();
    expect(read(byNodes), 'the schema’s own page is 20 rows').toBeUndefined();
  });

  it('is not asked again when the gateway gave fewer rows than wanted', () => {
    write(byNodes, ['a', 'b'], { first: 50 });
    expect(idsOf(byNodes, { first: 50 })).toBe('ab');
  });

  it('reads the page behind a cursor when asked for that', () => {
    write(byEdges, ['a', 'b', 'c', 'd', 'e'], { first: 5, more: false });
    expect(idsOf(byEdges, { first: 2, after: cursorOf('b') })).toBe('cd');
    expect(read(byEdges, { first: 2, after: cursorOf('b') })?.pageInfo).toEqual({
      __typename: 'PageInfo',
      hasNextPage: true,
      hasPreviousPage: true,
      startCursor: cursorOf('c'),
      endCursor: cursorOf('d'),
    });
    expect(read(byEdges, { first: 2, after: cursorOf('x') })).toBeUndefined();
  });

  it('keeps a page that joins no other one by itself', () => {
    write(byEdges, ['a', 'b'], { first: 2 });
    write(byEdges, ['x', 'y'], { first: 2, after: cursorOf('w') });
    expect(idsOf(byEdges, { first: 2 })).toBe('ab');
    expect(idsOf(byEdges, { first: 2, after: cursorOf('w') })).toBe('xy');
  });

  it('keeps what was read below when its top is read again', () => {
    write(byNodes, ['a', 'b'], { first: 2 });
    write(byNodes, ['c', 'd'], { first: 2, after: cursorOf('b') });
    write(byNodes, ['new', 'a'], { first: 2 });
    expect(idsOf(byNodes, { first: 2 })).toBe('newabcd');
    expect(read(byNodes, { first: 2 })?.pageInfo['endCursor']).toBe(cursorOf('d'));
  });

  it('starts anew when the top that is read again does not meet what was read before', () => {
    write(byNodes, ['a', 'b'], { first: 2 });
    write(byNodes, ['x', 'y'], { first: 2 });
    expect(idsOf(byNodes, { first: 2 })).toBe('xy');
  });

  it('drops a row that is gone, and what followed the end', () => {
    write(byNodes, ['a', 'b', 'c'], { first: 3 });
    write(byNodes, ['a', 'c'], { first: 3, more: false });
    expect(idsOf(byNodes, { first: 3 })).toBe('ac');
    write(byNodes, [], { first: 3, more: false });
    expect(idsOf(byNodes, { first: 3 })).toBe('');
  });

  it('leaves out a record that was evicted', () => {
    write(byNodes, ['a', 'b'], { first: 2 });
    cache.evict({ id: 'Order:a' });
    expect(idsOf(byNodes, { first: 2 })).toBe('b');
  });

  it('keeps its records when the rest is collected', () => {
    write(byNodes, ['a', 'b'], { first: 2 });
    expect(cache.gc()).toEqual([]);
  });

  it('survives being written to disk and read back', () => {
    write(byEdges, ['a', 'b'], { first: 2 });
    const copy = new InMemoryCache(cacheOptions).restore(JSON.parse(JSON.stringify(cache.extract())));
    expect(copy.readQuery({ query: byEdges, variables: { first: 2 } })).toEqual(
      cache.readQuery({ query: byEdges, variables: { first: 2 } }),
    );
  });

  it('ends up with each row once and in order, whatever pages are read in whatever size', () => {
    const all = Array.from({ length: 20 }, (_, place) => `o${place}.`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }), fc.boolean()), { minLength: 1 }),
        (asks) => {
          cache = new InMemoryCache(cacheOptions);
          const pages = [...asks, ...[0, 5, 10, 15].map((begin) => [begin, 5, true] as const)];
          for (const [begin, first, inEdges] of pages)
            write(inEdges ? byEdges : byNodes, all.slice(begin, begin + first), {
              first,
              more: begin + first < all.length,
              ...(begin === 0 ? {} : { after: cursorOf(all[begin - 1] ?? '') }),
            });
          const seen = idsOf(byEdges, { first: 20 });
          expect(seen).toBe(all.join(''));
        },
      ),
    );
  });
});

describe('a look-up by id', () => {
  const seen = () => write(byNodes, ['a', 'b'], { first: 2 });

  it.each([
    ['node', gql`query ($id: ID!) { node(id: $id) { id __typename ... on Order { reference } } }`],
    ['order', gql`query ($id: ID!) { order(by: { id: $id }) { id reference __typename } }`],
  ])('reads %s from what a list brought', (field, query) => {
    seen();
    expect(cache.readQuery({ query, variables: { id: 'a' } })).toEqual({ [field]: order('a') });
    expect(cache.readQuery({ query, variables: { id: 'z' } })).toBeNull();
  });

  it('reads nodes when all of them are there', () => {
    seen();
    const query = gql`query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Order { reference } } }`;
    expect(cache.readQuery({ query, variables: { ids: ['b', 'a'] } })).toEqual({ nodes: [order('b'), order('a')] });
    expect(cache.readQuery({ query, variables: { ids: ['a', 'z'] } })).toBeNull();
  });

  it('remembers that there is none', () => {
    const query = gql`query { order(by: { id: "z" }) { id } }`;
    cache.writeQuery({ query, data: { order: null } });
    expect(cache.readQuery({ query })).toEqual({ order: null });
  });
});

describe('a value', () => {
  const total = (fields: string) =>
    gql`query { order(by: { reference: "1" }) { id __typename total { ${fields} __typename } } }`;
  const put = (fields: Record<string, string | null>) =>
    cache.writeQuery({
      query: total(Object.keys(fields).join(' ')),
      data: { order: { __typename: 'Order', id: 'a', total: { __typename: 'Money', ...fields } } },
    });
  const get = (fields: string) => cache.readQuery<{ order: { total: object } }>({ query: total(fields) })?.order.total;

  it('has all that answers tell of the same amount', () => {
    put({ amount: '10.00', currency: 'EUR' });
    put({ amount: '10.00', raw: 'EUR 10.' });
    expect(get('amount currency raw')).toEqual({
      __typename: 'Money',
      amount: '10.00',
      currency: 'EUR',
      raw: 'EUR 10.',
    });
  });

  it('never shows one amount with the currency of another one', () => {
    put({ amount: '10.00', currency: 'EUR' });
    put({ amount: '120.00', raw: '120 kr' });
    expect(get('amount')).toEqual({ __typename: 'Money', amount: '120.00' });
    expect(get('amount currency')).toBeUndefined();
  });

  it('does not lend to the newest event what an older one said', () => {
    const last = (fields: string) =>
      gql`query { shipment(by: { reference: "1" }) { id __typename lastEvent { ${fields} __typename } } }`;
    const event = (fields: object) => ({
      shipment: { __typename: 'Shipment', id: 's', lastEvent: { __typename: 'ShipmentEvent', ...fields } },
    });
    cache.writeQuery({ query: last('on place'), data: event({ on: '2026-11-01', place: 'Milano' }) });
    cache.writeQuery({ query: last('on at'), data: event({ on: '2026-11-01', at: null }) });
    expect(cache.readQuery({ query: last('place') })).toBeNull();
  });
});

describe('the cache', () => {
  it('pages the lists of the aggregated data without losing what stands beside them', () => {
    const data = (rest: object) => ({ commerceData: { __typename: 'CommerceData', ...rest } });
    const links = gql`query { commerceData { links { id __typename } __typename } }`;
    const orders = gql`query { commerceData { orders(first: 1) { nodes { id __typename } pageInfo { hasNextPage __typename } __typename } __typename } }`;
    cache.writeQuery({ query: links, data: data({ links: [] }) });
    const page = {
      __typename: 'CommerceOrderConnection',
      nodes: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false },
    };
    cache.writeQuery({ query: orders, data: data({ orders: page }) });
    expect(cache.readQuery({ query: links })).toEqual(data({ links: [] }));
    expect(cache.readQuery({ query: orders })).toMatchObject(data({ orders: { nodes: [] } }));
  });

  it('joins what two operations ask of a provider', () => {
    const ask = (fields: string) => gql`query { providers { ${fields} __typename } }`;
    const told = (fields: object) => ({ providers: [{ __typename: 'ProviderState', name: 'QAPLA', ...fields }] });
    cache.writeQuery({ query: ask('name status'), data: told({ status: 'OK' }) });
    cache.writeQuery({ query: ask('name mode'), data: told({ mode: 'LIVE' }) });
    expect(cache.readQuery({ query: ask('name status mode') })).toEqual(told({ status: 'OK', mode: 'LIVE' }));
  });

  it('takes an operation that does not ask for what a provider is told apart by', () => {
    const query = gql`query { providers { status __typename } }`;
    const data = { providers: [{ __typename: 'ProviderState', status: 'OK' }] };
    cache.writeQuery({ query, data });
    expect(cache.readQuery({ query })).toEqual(data);
  });

  it('replaces a list that became shorter without a warning', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const query = gql`query { order(by: { id: "a" }) { id __typename lines { sku __typename } } }`;
    const lines = (...skus: string[]) => ({
      order: { __typename: 'Order', id: 'a', lines: skus.map((sku) => ({ __typename: 'OrderLine', sku })) },
    });
    cache.writeQuery({ query, data: lines('x', 'y') });
    cache.writeQuery({ query, data: lines('z') });
    expect(cache.readQuery({ query })).toEqual(lines('z'));
    expect([...warn.mock.calls, ...error.mock.calls]).toEqual([]);
    vi.restoreAllMocks();
  });
});
