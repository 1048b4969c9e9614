import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fillDirectory } from '../support/fill-directory.js';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { operation } from '../support/operations.js';
import { shopOrders } from '../support/shop-truth.js';

const page = `query ($first: Int!, $filter: OrderFilter) {
  orders(first: $first, filter: $filter) { nodes { provider reference total { amount } } coverage { provider complete } }
}`;

interface Row {
  readonly provider: string;
  readonly reference: string;
}

let gateway: TestGateway;
beforeAll(async () => {
  const env = { DIRECTORY: '1', DIRECTORY_INTERVAL: '1h', REQUEST_TIMEOUT_MS: '3000' };
  gateway = await startTestGateway({ env, sandbox: { now: new Date() } });
  await fillDirectory(gateway);
}, 60_000);
afterEach(() => gateway.sandbox.clear());
afterAll(() => gateway[Symbol.asyncDispose]());

const rows = (answer: Awaited<ReturnType<TestGateway['query']>>) => at(answer, 'orders.nodes') as Row[];

describe('a list of the directory', () => {
  it('misses the one order that hangs and no other', async () => {
    const before = rows(await gateway.query(page, { first: 20 }));
    const hung = before.find(({ provider }) => provider === 'QUICKBUTIK');
    gateway.sandbox.providers.quickbutik.faults.add({
      fault: { kind: 'hang' },
      pathIncludes: `order_id=${hung?.reference}`,
    });
    const answer = await gateway.query(page, { first: 20 });
    expect(rows(answer)).toEqual(before.filter(({ reference }) => reference !== hung?.reference));
    expect(answer.errors).toMatchObject([
      { path: ['orders'], extensions: { code: 'PROVIDER_TIMEOUT', provider: 'QUICKBUTIK' } },
    ]);
    expect(at(answer, 'orders.coverage')).toContainEqual({ provider: 'QUICKBUTIK', complete: false });
  });

  it('is filled by the other providers when one is down', async () => {
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 503 } });
    const answer = await gateway.query(page, { first: 10 });
    expect(rows(answer).map(({ provider }) => provider)).toEqual(Array.from({ length: 10 }, () => 'QAPLA'));
    expect(answer.errors).toMatchObject([{ path: ['orders'], extensions: { code: 'PROVIDER_UNAVAILABLE' } }]);
  });

  it('is null when it is of one provider, and that one is down', async () => {
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 503 } });
    const answer = await gateway.query(page, { first: 10, filter: { provider: 'QUICKBUTIK' } });
    expect(at(answer, 'orders')).toBeNull();
    expect(answer.errors).toMatchObject([{ path: ['orders'], extensions: { code: 'PROVIDER_UNAVAILABLE' } }]);
  });

  it('is not called complete for imports in a state, which may have changed unseen', async () => {
    const answer = await gateway.query(page, { first: 5, filter: { status: ['PROCESSING'] } });
    expect(at(answer, 'orders.coverage')).toContainEqual({ provider: 'QAPLA', complete: false });
  });
});

describe('a look-up', () => {
  // Calls that failed in the tests before are held back until one is answered again.
  beforeAll(() =>
    vi.waitFor(
      async () => {
        if ((await gateway.query(page, { first: 20 })).errors !== undefined)
          throw new Error('calls are still held back');
      },
      { timeout: 10_000, interval: 100 },
    ),
  );
  const customer = 'query ($email: String!) { customer(by: { email: $email }) { orders { nodes { reference } } } }';
  const arrive = async (email: string) => {
    const { url } = gateway.sandbox.providers.quickbutik;
    const response = await fetch(`${url}/__orders`, { method: 'POST', body: JSON.stringify({ email }) });
    return ((await response.json()) as { orders: { order_id: string }[] }).orders[0]?.order_id;
  };

  it('finds a shopper whose first order came a moment ago and was told by nobody', async () => {
    const reference = await arrive('brand.new@example.com');
    expect(at(await gateway.query(customer, { email: 'brand.new@example.com' }), 'customer.orders.nodes')).toEqual([
      { reference },
    ]);
  });

  it('by many rows asks a failing provider once what has changed', async () => {
    gateway.sandbox.providers.qapla.faults.add({ fault: { kind: 'status', status: 503 } });
    const answer = await gateway.query(operation('CommerceData'), { first: 50 });
    expect(answer.errors?.length).toBeGreaterThan(1);
    const tries = 3;
    expect(gateway.asked('qapla').filter((call) => call.includes('getOrders'))).toHaveLength(tries);
  });

  it('says that a provider failed, not that there is nobody', async () => {
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 503 } });
    const answer = await gateway.query(customer, { email: 'nobody.at.all@example.com' });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'PROVIDER_UNAVAILABLE', provider: 'QUICKBUTIK' } }]);
  });

  it('by reference puts a new order into its buyer’s list', async () => {
    const known = (await shopOrders(gateway.sandbox)).findLast(({ email }) => email !== null);
    const reference = await arrive(known?.email ?? '');
    const answer = await gateway.query(
      'query ($reference: String!) { order(by: { reference: $reference }) { customer { orders(first: 1) { nodes { reference } } } } }',
      { reference },
    );
    expect(at(answer, 'order.customer.orders.nodes')).toEqual([{ reference }]);
  });
});

describe('a list of the directory whose last look at the changes is too old', () => {
  it.each([
    ['quickbutik', 'QAPLA'],
    ['qapla', 'QUICKBUTIK'],
  ] as const)('is filled by the other providers when %s is down', async (down, other) => {
    await using old = await startTestGateway({ env: { DIRECTORY: '1' }, sandbox: { orders: 20, now: new Date() } });
    await fillDirectory(old);
    old.sandbox.providers[down].faults.add({ fault: { kind: 'status', status: 503 } });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
    onTestFinished(() => void vi.useRealTimers());
    const answer = await old.query(page, { first: 5 });
    expect(new Set(rows(answer).map(({ provider }) => provider))).toContain(other);
    expect(at(answer, 'orders.coverage')).toContainEqual({ provider: down.toUpperCase(), complete: false });
    expect(answer.errors).toMatchObject([
      { path: ['orders'], extensions: { code: 'PROVIDER_UNAVAILABLE', provider: down.toUpperCase() } },
    ]);
  });
});
