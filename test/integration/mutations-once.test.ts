import { describe, expect, it } from 'vitest';
import type { Fault } from '../../sandbox/kernel/faults.js';
import type { SandboxProviderName } from '../../sandbox/start-sandbox.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { operation } from '../support/operations.js';
import { appliedOf, codesOf, exampleInput } from '../support/writing.js';

interface Write {
  readonly name: string;
  readonly provider: SandboxProviderName;
  readonly input: object;
  /** What makes another input of it. */
  readonly change: object;
  readonly counter: string;
  /** How much the counter grows by one such write. */
  readonly grows: number;
  /** Part of the path of the write alone. */
  readonly path: string;
  readonly method: string;
  /** Whether reading back can settle a lost answer. */
  readonly isFound: boolean;
  readonly before?: (gateway: TestGateway) => Promise<unknown>;
}

const parcel = { trackingNumber: 'T1', courier: 'DHL', shippedOn: '2026-10-01' };
const exampleOrder = (exampleInput('PushOrders')['orders'] as object[])[0];
const register = (gateway: TestGateway) =>
  gateway.query(operation('PushShipments'), { input: { shipments: [parcel] } });

/** Consent of the merchant, which opens the connection for synchronizations. */
async function consent(gateway: TestGateway): Promise<void> {
  const configured = { provider: 'SHOPIFY', enabled: true };
  await gateway.query(operation('ConfigureCommerceProvider'), { input: configured });
  const answer = await gateway.query(operation('ConnectCommerceData'), { input: exampleInput('ConnectCommerceData') });
  const { link } = (answer.data as unknown as { connectCommerceData: { link: { redirectUrl: string } } })
    .connectCommerceData;
  await fetch(link.redirectUrl);
}

const enable = (gateway: TestGateway) =>
  gateway.query(operation('ConfigureCommerceProvider'), { input: { provider: 'SHOPIFY', enabled: true } });

const writes: readonly Write[] = [
  {
    name: 'PushShipments',
    provider: 'qapla',
    input: exampleInput('PushShipments'),
    change: { shipments: [parcel] },
    counter: 'pushTrack',
    grows: 2,
    path: 'pushTrack',
    method: 'POST',
    isFound: true,
  },
  {
    name: 'DeleteShipment',
    provider: 'qapla',
    input: { idempotencyKey: 'd-1', trackingNumber: 'T1' },
    change: { trackingNumber: 'T2' },
    counter: 'deleteTrack',
    grows: 1,
    path: 'deleteTrack',
    method: 'GET',
    isFound: true,
    before: register,
  },
  {
    name: 'PushOrders',
    provider: 'qapla',
    input: exampleInput('PushOrders'),
    change: { orders: [{ ...exampleOrder, status: 'shipped' }] },
    counter: 'pushOrder',
    grows: 1,
    path: 'pushOrder',
    method: 'POST',
    isFound: true,
  },
  {
    name: 'ConnectCommerceData',
    provider: 'qard',
    input: exampleInput('ConnectCommerceData', { idempotencyKey: 'c-1' }),
    change: { dataTypes: ['ORDER'] },
    counter: 'connect',
    grows: 1,
    path: 'data-connections',
    method: 'POST',
    isFound: true,
    before: enable,
  },
  {
    name: 'SyncCommerceData',
    provider: 'qard',
    input: exampleInput('SyncCommerceData', { idempotencyKey: 's-1' }),
    change: { dataTypes: ['ORDER'] },
    counter: 'sync',
    grows: 1,
    path: '/sync',
    method: 'POST',
    isFound: true,
    before: consent,
  },
  {
    name: 'ConfigureCommerceProvider',
    provider: 'qard',
    input: { idempotencyKey: 'p-1', provider: 'SHOPIFY', autoConnect: true },
    change: { autoConnect: false },
    counter: 'setSettings',
    grows: 1,
    path: '/settings',
    method: 'PUT',
    isFound: true,
  },
  {
    name: 'CreateInvoice',
    provider: 'influencersoft',
    input: exampleInput('CreateInvoice'),
    change: { tag: 'autumn' },
    counter: 'createorder',
    grows: 1,
    path: 'createorder',
    method: 'POST',
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

const shortly = { QAPLA_TIMEOUT_MS: '400', QARD_TIMEOUT_MS: '400', INFLUENCERSOFT_TIMEOUT_MS: '400' };
const start = (env: Record<string, string> = {}) =>
  startTestGateway({
    // The present, since synchronizations are told apart by the time they were asked for.
    sandbox: { orders: 20, freshQard: true, now: new Date() },
    env: { REQUEST_TIMEOUT_MS: '4000', INFLUENCERSOFT_RATE_PER_SECOND: '0', ...shortly, ...env },
  });

describe.each(writes)('$name', ({ name, provider, input, change, counter, grows, path, method, isFound, before }) => {
  const run = (gateway: TestGateway, given: object = input) => gateway.query(operation(name), { input: given });
  const countOf = async (gateway: TestGateway) => (await appliedOf(gateway, provider))[counter] ?? 0;

  it.each(faults)('meets %j and is applied once at the most', async (fault, isApplied) => {
    await using gateway = await start();
    await before?.(gateway);
    gateway.sandbox.providers[provider].faults.add({ fault, method, pathIncludes: path, times: 1 });
    const isDone = isApplied && isFound;
    const first = await run(gateway);
    expect(codesOf(first)).toEqual(isDone ? [] : ['PROVIDER_OUTCOME_UNKNOWN']);
    const again = await run(gateway);
    expect(codesOf(again)).toEqual(isDone ? [] : ['PROVIDER_OUTCOME_UNKNOWN']);
    expect(again.data).toEqual(first.data);
    expect(await countOf(gateway)).toBe(isApplied ? grows : 0);
  });

  it('is applied once by twenty calls with one key, and refuses the key for another input', async () => {
    await using gateway = await start();
    await before?.(gateway);
    const answers = await Promise.all(Array.from({ length: 20 }, () => run(gateway)));
    expect(answers.map(codesOf)).toEqual(answers.map(() => []));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await countOf(gateway)).toBe(grows);
    const other = await run(gateway, { ...input, ...change });
    expect(codesOf(other)).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(await countOf(gateway)).toBe(grows);
  });

  it.each([401, 429])('was not done after status %i, and the key is free again', async (status) => {
    await using gateway = await start();
    await before?.(gateway);
    const { faults: switched } = gateway.sandbox.providers[provider];
    switched.add({ fault: { kind: 'status', status, retryAfter: '0' }, method, pathIncludes: path, times: 1 });
    expect(codesOf(await run(gateway))).toEqual([status === 429 ? 'PROVIDER_RATE_LIMITED' : 'PROVIDER_AUTH']);
    expect(codesOf(await run(gateway))).toEqual([]);
    expect(await countOf(gateway)).toBe(grows);
  });

  it('was not done when the connection is refused', async () => {
    await using gateway = await start({ [`${provider.toUpperCase()}_BASE_URL`]: 'http://127.0.0.1:9/api' });
    expect(codesOf(await run(gateway))).toEqual(['PROVIDER_UNAVAILABLE']);
    expect(codesOf(await run(gateway))).toEqual(['PROVIDER_UNAVAILABLE']);
  });

  it('is never repeated without a key', async () => {
    await using gateway = await start();
    await before?.(gateway);
    const rule = { fault: { kind: 'reset-after' } as const, method, pathIncludes: path, times: 1 };
    gateway.sandbox.providers[provider].faults.add(rule);
    await run(gateway, { ...input, idempotencyKey: null });
    expect(await countOf(gateway)).toBe(grows);
  });
});
