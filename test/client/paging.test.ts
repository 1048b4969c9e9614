import { type ObservableQuery, type OperationVariables } from '@apollo/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { OrdersPageDocument, type OrdersPageQuery, type OrdersPageQueryVariables } from '../../client/src/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { connectApollo } from './apollo.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { orders: 600 }, env: { SCAN_LIMIT: '1000' } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

type List = ObservableQuery<OrdersPageQuery, OrdersPageQueryVariables>;

/** The orders a list shows, once there are so many. */
async function shown(list: List, count: number) {
  const orders = () => {
    const { data, dataState } = list.getCurrentResult();
    return dataState === 'complete' ? data.orders : null;
  };
  await vi.waitUntil(() => orders()?.edges.length === count, { timeout: 30_000, interval: 10 });
  return orders();
}

describe('Apollo Client with the policies of the package', () => {
  it('pages through five hundred orders and holds five hundred distinct rows', { timeout: 90_000 }, async () => {
    const { client, cache, sent } = connectApollo(gateway.url);
    const list = client.watchQuery({ query: OrdersPageDocument, variables: { first: 100 } });
    const following = list.subscribe(() => {});
    let orders = await shown(list, 100);
    for (const count of [200, 300, 400, 500]) {
      await list.fetchMore({ variables: { after: orders?.pageInfo.endCursor ?? null } });
      orders = await shown(list, count);
    }
    following.unsubscribe();
    expect(new Set(orders?.edges.map(({ node }) => node.id)).size).toBe(500);
    expect(new Set(orders?.edges.map(({ cursor }) => cursor)).size).toBe(500);
    expect(orders?.pageInfo).toMatchObject({ hasNextPage: true, endCursor: orders?.edges.at(-1)?.cursor });
    expect(sent).toHaveLength(5);
    const records = Object.keys(cache.extract()).filter((key) => key.startsWith('Order:'));
    expect(records).toHaveLength(500);
  });

  it('keeps the pages of a list that is read again with the write policy of the hooks', async () => {
    const { client, sent } = connectApollo(gateway.url);
    const list = client.watchQuery({ query: OrdersPageDocument, variables: { first: 5 }, refetchWritePolicy: 'merge' });
    const following = list.subscribe(() => {});
    const first = await shown(list, 5);
    await list.fetchMore({ variables: { after: first?.pageInfo.endCursor ?? null } });
    const before = (await shown(list, 10))?.edges.map(({ node }) => node.id);
    await list.refetch();
    await client.refetchQueries({ include: [OrdersPageDocument] });
    expect(sent).toHaveLength(4);
    expect((await shown(list, 10))?.edges.map(({ node }) => node.id)).toEqual(before);
    following.unsubscribe();
  });

  it('asks once for a list that two views read in different lengths', async () => {
    const { client, sent } = connectApollo(gateway.url);
    const read = (variables: OperationVariables) => client.query({ query: OrdersPageDocument, variables });
    await read({ first: 5 });
    await read({ first: 3 });
    expect(sent).toHaveLength(1);
    await read({ first: 8 });
    expect(sent).toHaveLength(2);
  });
});
