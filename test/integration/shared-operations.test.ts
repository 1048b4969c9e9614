import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const page =
  'query Page($first: Int!) { orders(first: $first) { nodes { reference total { amount } customer { email } } } }';
const ask = (gateway: TestGateway, first = 5, headers: Record<string, string> = {}) =>
  gateway.query(page, { first }, headers);
const callsOf = ({ sandbox }: TestGateway) =>
  Object.values(sandbox.providers).reduce((sum, { requests }) => sum + requests.length, 0);

describe.each([
  { compiled: 'compiled', env: {} },
  { compiled: 'executed by graphql-js', env: { GRAPHQL_JIT: '0' } },
])('equal queries in the same moment, $compiled', ({ env }) => {
  let gateway: TestGateway;
  let ofOne = 0;
  beforeAll(async () => {
    gateway = await startTestGateway({ env, sandbox: { orders: 40 } });
    // The second time a document is asked it is compiled.
    await ask(gateway);
    await ask(gateway);
    gateway.sandbox.clear();
    await ask(gateway);
    ofOne = callsOf(gateway);
  });
  beforeEach(() => gateway.sandbox.clear());
  afterAll(() => gateway[Symbol.asyncDispose]());

  it('are answered alike, each with its own cost and request id', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `asker-${index}`);
    const answers = await Promise.all(ids.map((id) => ask(gateway, 5, { 'x-request-id': id })));
    const texts = answers.map(({ data, extensions }) => JSON.stringify([data, extensions]));
    expect(new Set(texts).size).toBe(1);
    expect(answers[0]?.data).toMatchObject({ orders: { nodes: { length: 5 } } });
    expect(answers.map(({ headers }) => headers.get('x-request-id'))).toEqual(ids);
  });

  it('tell each caller of a failure, with the id of the own request', async () => {
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 500 } });
    const answers = await Promise.all(['one', 'two'].map((id) => ask(gateway, 5, { 'x-request-id': id })));
    const told = answers.map(({ errors }) => errors?.map(({ extensions }) => extensions));
    expect(told).toMatchObject([
      [{ code: 'PROVIDER_UNAVAILABLE', requestId: 'one' }],
      [{ code: 'PROVIDER_UNAVAILABLE', requestId: 'two' }],
    ]);
  });

  it('are executed for those who stay when the one who asked first leaves', async () => {
    const leaving = new AbortController();
    const left = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: page, variables: { first: 5 } }),
      signal: leaving.signal,
    }).catch(() => null);
    const staying = [ask(gateway), ask(gateway)];
    leaving.abort();
    await left;
    for (const { data, errors } of await Promise.all(staying)) {
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ orders: { nodes: { length: 5 } } });
    }
  });

  it('are not shared with other variables', async () => {
    const [five, six] = await Promise.all([ask(gateway, 5), ask(gateway, 6)]);
    expect([five, six]).toMatchObject([
      { data: { orders: { nodes: { length: 5 } } } },
      { data: { orders: { nodes: { length: 6 } } } },
    ]);
  });

  it('that ask to be read anew are read for themselves', async () => {
    await Promise.all([0, 1, 2].map(() => ask(gateway, 5, { 'cache-control': 'no-cache' })));
    expect(callsOf(gateway)).toBe(3 * ofOne);
  });

  it('cost the calls of a few at the most', async () => {
    await Promise.all(Array.from({ length: 20 }, () => ask(gateway)));
    // A login is made for each operation that is executed. On a busy machine some arrive too late to join the first.
    expect(callsOf(gateway)).toBeLessThanOrEqual(4 * ofOne + (env.GRAPHQL_JIT === '0' ? 20 : 0));
  });
});

describe('the result of a query, where records are kept', () => {
  const category = 'query Order($id: ID!) { order(by: { id: $id }) { status } }';

  it('is shown for a moment longer, and no longer once something was written', async () => {
    await using gateway = await startTestGateway({ env: { CACHE_RECORDS: '1' }, sandbox: { orders: 40 } });
    const paid = { orders: { first: 5, filter: { provider: 'QUICKBUTIK', status: ['PAID'] } } };
    const list = await gateway.query(
      'query ($first: Int!, $filter: OrderFilter) { orders(first: $first, filter: $filter) { nodes { externalId } } }',
      paid.orders,
    );
    const id = (list.data as unknown as { orders: { nodes: { externalId: string }[] } }).orders.nodes[0]?.externalId;
    const statusOf = async () => (await gateway.query(category, { id }, { 'x-upstream-plan': '1' })) as never;
    const shared = ({ extensions }: { extensions: { upstream: { sharedOperation: boolean } } }) =>
      extensions.upstream.sharedOperation;
    // On a busy machine the moment may be over before the next one asks.
    await expect.poll(async () => shared(await statusOf()), { timeout: 10_000, interval: 0 }).toBe(true);
    await gateway.query(
      'mutation ($orders: [OrderStatusInput!]!) { setOrderStatus(input: { orders: $orders }) { results { userErrors { code } } } }',
      { orders: [{ reference: id, status: 'DONE' }] },
    );
    const after = await statusOf();
    expect(shared(after)).toBe(false);
    expect(after).toMatchObject({ data: { order: { status: 'DONE' } } });
  });
});
