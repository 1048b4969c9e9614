import { QueryClient, QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query';
import { print } from 'graphql';
import type { Sink } from 'graphql-ws';
import { createElement, type FunctionComponent, Suspense } from 'react';
import { prerender } from 'react-dom/static';
import { Client, cacheExchange, fetchExchange, Provider, subscriptionExchange, useQuery } from 'urql';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import {
  CreateCategoryDocument,
  OrderChangedDocument,
  type OrderChangedSubscription,
  OrderDocument,
  type OrderQuery,
  OrdersPageDocument,
  providerErrors,
  type TypedDocumentNode,
} from '../../client/src/index.js';
import { changeOf, type LiveGateway, patient, startLiveGateway } from '../support/live-gateway.js';

let gateway: LiveGateway;
let urql: Client;
let reference: string;
let externalId: string;
beforeAll(async () => {
  gateway = await startLiveGateway();
  const sockets = gateway.connect();
  urql = new Client({
    url: `${gateway.url}/graphql`,
    preferGetMethod: false,
    suspense: true,
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: sockets.subscribe<never>({ query, variables: variables as never }, sink as Sink<never>),
          }),
        }),
      }),
    ],
  });
  const { data } = await urql.query(OrdersPageDocument, { first: 1, filter: { provider: 'QUICKBUTIK' } }).toPromise();
  reference = data?.orders?.edges[0]?.node.reference ?? '';
  const query = 'query ($reference: String) { order(by: { reference: $reference }) { externalId } }';
  const { order } = (await gateway.ask(query, { reference })).data as { order?: { externalId?: string } };
  externalId = order?.externalId ?? '';
});
afterAll(() => gateway[Symbol.asyncDispose]());

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly unknown[];
}

/** The function that docs/clients.md gives TanStack Query. */
async function ask<Data, Variables>(query: TypedDocumentNode<Data, Variables>, variables: Variables) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(query), variables }),
  });
  return (await response.json()) as Answer<Data>;
}

/** What a component shows once it has its data. */
async function show(Component: FunctionComponent, wrap: (shown: ReturnType<typeof createElement>) => unknown) {
  const tree = wrap(createElement(Suspense, null, createElement(Component))) as Parameters<typeof prerender>[0];
  const { prelude } = await prerender(tree);
  return (await new Response(prelude).text()).replaceAll(/<[^>]*>/g, '');
}

describe('urql', () => {
  it('reads with a document of the package, typed by it', async () => {
    const Order = () => {
      const [{ data, error }] = useQuery({ query: OrderDocument, variables: { by: { reference } } });
      expectTypeOf(data).toEqualTypeOf<OrderQuery | undefined>();
      return `order ${data?.order?.reference ?? 'none'} ${providerErrors(error).length}`;
    };
    expect(await show(Order, (children) => createElement(Provider, { value: urql, children }))).toBe(
      `order ${reference} 0`,
    );
  });

  it('writes with a document of the package', async () => {
    const input = { idempotencyKey: 'urql-1', name: 'Cables' };
    const { data, error } = await urql.mutation(CreateCategoryDocument, { input }).toPromise();
    expect(error).toBeUndefined();
    expect(data?.createCategory?.category?.name).toBe('Cables');
  });

  it('follows changes with a document of the package, over its subscriptionExchange', async () => {
    const told: (OrderChangedSubscription | undefined)[] = [];
    const following = urql.subscription(OrderChangedDocument, {}).subscribe(({ data }) => told.push(data));
    await gateway.isFollowed();
    gateway.events.publish(changeOf({ externalId }));
    await expect.poll(() => told[0]?.orderChanged?.order?.reference, patient).toBe(reference);
    following.unsubscribe();
    await gateway.isFollowed(0);
  });
});

describe('TanStack Query', () => {
  it('reads with a document of the package, typed by it', async () => {
    const client = new QueryClient();
    const Order = () => {
      const { data: answer } = useSuspenseQuery({
        queryKey: ['order', reference],
        queryFn: () => ask(OrderDocument, { by: { reference } }),
      });
      expectTypeOf(answer).toEqualTypeOf<Answer<OrderQuery>>();
      return `order ${answer.data?.order?.reference ?? 'none'} ${providerErrors(answer).length}`;
    };
    const shown = await show(Order, (children) => createElement(QueryClientProvider, { client }, children as never));
    expect(shown).toBe(`order ${reference} 0`);
  });

  it('keeps the rest of an answer when a provider fails', async () => {
    gateway.sandbox.providers.qapla.faults.add({ fault: { kind: 'status', status: 401 } });
    const answer = await new QueryClient().fetchQuery({
      queryKey: ['order', reference],
      queryFn: () => ask(OrderDocument, { by: { reference } }),
    });
    gateway.sandbox.clear();
    expect(answer.data?.order?.reference).toBe(reference);
    expect(providerErrors(answer, ['order', 'shipments'])[0]?.provider).toBe('QAPLA');
  });
});
