import { describe, expect, it } from 'vitest';
import type { Fault } from '../../sandbox/kernel/faults.js';
import { startQuickbutik } from '../../sandbox/quickbutik/index.js';
import { freePort } from '../support/free-port.js';
import { type Answer, at, sandboxNow, startTestGateway, type TestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';

interface Write {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly method: 'POST' | 'PUT';
  readonly path: '/orders' | '/products';
  /** The counter of the provider. */
  readonly counter: string;
  /** Whether reading back can settle a lost answer. */
  readonly isFound: boolean;
}

const writes: readonly Write[] = [
  {
    name: 'CreateOrders',
    input: (exampleVariables['CreateOrders'] as { input: Record<string, unknown> }).input,
    method: 'POST',
    path: '/orders',
    counter: 'createOrder',
    isFound: true,
  },
  {
    name: 'UpdateOrders',
    input: { idempotencyKey: 'u', orders: [{ reference: '115', addDiscount: '5' }] },
    method: 'PUT',
    path: '/orders',
    counter: 'updateOrderContent',
    isFound: false,
  },
  {
    name: 'SetOrderStatus',
    input: {
      idempotencyKey: 's',
      orders: [{ reference: '12345', status: 'DONE', shipping: { trackingNumber: 'NAJ1', company: 'Postnord' } }],
    },
    method: 'PUT',
    path: '/orders',
    counter: 'updateOrderStatus',
    isFound: false,
  },
  {
    name: 'CreateProducts',
    input: { idempotencyKey: 'p', products: [{ sku: 'NEW-1', title: 'New', price: '9.75' }] },
    method: 'POST',
    path: '/products',
    counter: 'createProduct',
    isFound: true,
  },
  {
    name: 'UpdateProducts',
    input: { idempotencyKey: 'v', products: [{ sku: '34', stock: 7 }] },
    method: 'PUT',
    path: '/products',
    counter: 'updateProduct',
    isFound: false,
  },
];

/** What a fault does to a write, and whether the write was applied. */
const faults: readonly (readonly [fault: Fault, isApplied: boolean])[] = [
  [{ kind: 'reset' }, false],
  [{ kind: 'hang' }, false],
  [{ kind: 'html' }, false],
  [{ kind: 'status', status: 500 }, false],
  [{ kind: 'reset-after' }, true],
  [{ kind: 'error-after', status: 500 }, true],
  [{ kind: 'truncate' }, true],
];

const start = (env: Record<string, string> = {}) =>
  startTestGateway({
    // An order of long ago is not the one that was just sent: the shop's clock must be ours.
    sandbox: { orders: 40, now: new Date() },
    env: { QUICKBUTIK_TIMEOUT_MS: '400', REQUEST_TIMEOUT_MS: '4000', ...env },
  });

const appliedOf = async (url: string, counter: string): Promise<number> =>
  ((await (await fetch(`${url}/__applied`)).json()) as Record<string, number>)[counter] ?? 0;

const codesOf = (answer: Answer) => answer.errors?.map(({ extensions }) => extensions?.['code']) ?? [];

describe.each(writes)('$name', ({ name, input, method, path, counter, isFound }) => {
  const run = (gateway: TestGateway, given = input) => gateway.query(operation(name), { input: given });
  const shopOf = (gateway: TestGateway) => gateway.sandbox.providers.quickbutik;

  it.each(faults)('meets %j and is applied once at the most', async (fault, isApplied) => {
    await using gateway = await start();
    shopOf(gateway).faults.add({ fault, method, pathIncludes: path, times: 1 });
    const first = await run(gateway);
    const isDone = isApplied && isFound;
    const expected = isDone ? [] : ['PROVIDER_OUTCOME_UNKNOWN'];
    expect(codesOf(first)).toEqual(expected);
    const again = await run(gateway);
    expect(codesOf(again)).toEqual(expected);
    expect(again.data).toEqual(first.data);
    expect(await appliedOf(shopOf(gateway).url, counter)).toBe(isApplied ? 1 : 0);
    if (isDone) expect(JSON.stringify(first.data)).toContain('"userErrors":[]');
  });

  it('is settled by the same key when the shop can be read again', async () => {
    await using gateway = await start();
    const { faults: switched, url } = shopOf(gateway);
    switched.add({ fault: { kind: 'reset-after' }, method, pathIncludes: path, times: 1 });
    switched.add({ fault: { kind: 'status', status: 500 }, method: 'GET' });
    expect(codesOf(await run(gateway))).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    switched.clear();
    expect(codesOf(await run(gateway))).toEqual(isFound ? [] : ['PROVIDER_OUTCOME_UNKNOWN']);
    expect(await appliedOf(url, counter)).toBe(1);
  });

  it('is done although nothing can be read after it', async () => {
    await using gateway = await start();
    const { faults: switched, url } = shopOf(gateway);
    switched.add({ fault: { kind: 'status', status: 500 }, method: 'GET' });
    const first = await run(gateway);
    switched.clear();
    expect((await run(gateway)).data).toEqual(first.data);
    expect(codesOf(first)).toEqual([]);
    expect(await appliedOf(url, counter)).toBe(1);
  });

  it.each([401, 429])('was not done after status %i, and the key is free again', async (status) => {
    await using gateway = await start();
    const { faults: switched, url } = shopOf(gateway);
    switched.add({ fault: { kind: 'status', status, retryAfter: '0' }, method, pathIncludes: path, times: 1 });
    expect(codesOf(await run(gateway))).toEqual([status === 401 ? 'PROVIDER_AUTH' : 'PROVIDER_RATE_LIMITED']);
    expect(codesOf(await run(gateway))).toEqual([]);
    expect(await appliedOf(url, counter)).toBe(1);
  });

  it('was not done when the connection was refused, and is done once when the shop is back', async () => {
    const port = await freePort();
    await using gateway = await start({ QUICKBUTIK_BASE_URL: `http://127.0.0.1:${port}/v1` });
    const refused = await run(gateway);
    expect(codesOf(refused)).toEqual(['PROVIDER_UNAVAILABLE']);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ retryable: true });
    const shop = await startQuickbutik(gateway.sandbox.world, { host: '127.0.0.1', port, now: () => sandboxNow });
    try {
      expect(codesOf(await run(gateway))).toEqual([]);
      expect(codesOf(await run(gateway))).toEqual([]);
      expect(await appliedOf(shop.url, counter)).toBe(1);
    } finally {
      await shop.close();
    }
  });

  it('is never repeated without a key', async () => {
    await using gateway = await start();
    shopOf(gateway).faults.add({ fault: { kind: 'reset-after' }, method, pathIncludes: path, times: 1 });
    const { idempotencyKey: _, ...unkeyed } = input;
    expect(codesOf(await run(gateway, unkeyed))).toEqual(isFound ? [] : ['PROVIDER_OUTCOME_UNKNOWN']);
    expect(await appliedOf(shopOf(gateway).url, counter)).toBe(1);
  });
});

it('says what to look for, and nothing personal, when the outcome of an order stays unknown', async () => {
  await using gateway = await start();
  gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'reset' }, method: 'POST' });
  const answer = await gateway.query(operation('CreateOrders'), exampleVariables['CreateOrders']);
  expect(answer.errors?.[0]?.message).toContain('payment "ABC-1"');
  const told = [...gateway.logLines, JSON.stringify(answer)].join('\n');
  for (const word of ['kalle@example.com', 'Ankeborg', 'Gladagatan']) expect(told).not.toContain(word);
});

it.each(['reset', 'truncate'] as const)(
  'keeps no tracking number of a step whose answer was lost by %s',
  async (kind) => {
    await using gateway = await start();
    const step = { reference: '12345', status: 'DONE' };
    await gateway.query(operation('SetOrderStatus'), { input: { orders: [step] } });
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind }, method: 'PUT', times: 1 });
    const lost = await gateway.query(operation('SetOrderStatus'), {
      input: { idempotencyKey: 's', orders: [{ ...step, shipping: { trackingNumber: 'NAJ1' } }] },
    });
    expect(codesOf(lost)).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    const answer = await gateway.query('{ order(by: { reference: "12345" }) { shipments { trackingNumber } } }');
    expect(at(answer, 'order.shipments')).toEqual([]);
  },
);
