import { describe, expect, it } from 'vitest';
import type { Fault } from '../../sandbox/kernel/faults.js';
import type { SandboxProviderName } from '../../sandbox/start-sandbox.js';
import { type Answer, at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';

const requestTimeoutMs = 3000;

/** A gateway of its own for each fault: one that was told to wait a minute must not hold up the next test. */
async function startWarm(): Promise<TestGateway> {
  const gateway = await startTestGateway({
    sandbox: { orders: 60 },
    env: { REQUEST_TIMEOUT_MS: String(requestTimeoutMs) },
  });
  await gateway.query(operation('Customer360'), exampleVariables['Customer360']);
  gateway.sandbox.clear();
  return gateway;
}

const faults: readonly (readonly [string, Fault, string | RegExp])[] = [
  ['hangs', { kind: 'hang' }, /^(PROVIDER_TIMEOUT|DEADLINE_EXCEEDED)$/],
  ['resets the connection', { kind: 'reset' }, 'PROVIDER_UNAVAILABLE'],
  ['answers 500', { kind: 'status', status: 500 }, 'PROVIDER_UNAVAILABLE'],
  ['refuses the key', { kind: 'status', status: 401 }, 'PROVIDER_AUTH'],
  ['answers 429', { kind: 'status', status: 429, retryAfter: '60' }, 'PROVIDER_RATE_LIMITED'],
  ['answers HTML', { kind: 'html' }, 'PROVIDER_CONTRACT'],
  ['cuts its answers off', { kind: 'truncate' }, 'PROVIDER_UNAVAILABLE'],
];

/** Fields of customer 360 that only one provider has. */
const branches: Readonly<Record<string, readonly string[]>> = {
  qpilot: ['name', 'paymentMethods', 'scheduledOrders'],
  quickbutik: ['orders'],
  qapla: ['orders'],
  qard: ['commerceCustomers'],
};

function failed(answer: Answer): Set<unknown> {
  return new Set(answer.errors?.map(({ path }) => path?.[1]));
}

describe.each(['qpilot', 'quickbutik', 'qapla', 'qard'] as const)(
  'customer 360 while %s fails',
  (name: SandboxProviderName) => {
    it.each(faults)('%s: the rest is answered in time', async (_, fault, code) => {
      await using gateway = await startWarm();
      gateway.sandbox.providers[name].faults.add({ fault });
      const startedAt = performance.now();
      const answer = await gateway.query(operation('Customer360'), exampleVariables['Customer360']);
      expect(performance.now() - startedAt).toBeLessThan(requestTimeoutMs);

      expect(at(answer, 'customer.email')).toBe('chris@example.com');
      const provider = name.toUpperCase();
      for (const { message, extensions } of answer.errors ?? []) {
        expect(extensions).toMatchObject({
          code: expect.stringMatching(code),
          provider,
          requestId: expect.any(String),
        });
        expect(
          Object.keys(extensions).filter(
            (key) => !['code', 'provider', 'retryable', 'retryAfterMs', 'requestId'].includes(key),
          ),
        ).toEqual([]);
        expect(message).not.toMatch(/http|127\.0\.0\.1|key|token/i);
      }
      expect([...failed(answer)]).toEqual(expect.arrayContaining([...(branches[name] ?? [])]));
      if (name !== 'qpilot') expect(at(answer, 'customer.scheduledOrders.nodes')).not.toHaveLength(0);
      if (name !== 'quickbutik') expect(at(answer, 'customer.orders.nodes')).not.toHaveLength(0);
      if (name !== 'qard') expect(at(answer, 'customer.commerceCustomers')).not.toHaveLength(0);
    });
  },
);

describe('a merged list', () => {
  it.each([
    ['quickbutik', 'QAPLA'],
    ['qapla', 'QUICKBUTIK'],
  ] as const)(
    'keeps the rows of the others while %s is down, names it once and marks it incomplete',
    async (down, left) => {
      await using gateway = await startWarm();
      gateway.sandbox.providers[down].faults.add({ fault: { kind: 'status', status: 503 } });
      const answer = await gateway.query(
        '{ orders(first: 100) { nodes { provider } coverage { provider complete updatedAt } } }',
      );
      const nodes = at(answer, 'orders.nodes') as { provider: string }[];
      expect(new Set(nodes.map(({ provider }) => provider))).toEqual(new Set([left]));
      expect(answer.errors).toMatchObject([
        {
          path: ['orders'],
          extensions: { code: 'PROVIDER_UNAVAILABLE', provider: down.toUpperCase(), retryable: true },
        },
      ]);
      const coverage = at(answer, 'orders.coverage') as { provider: string }[];
      expect(coverage.find(({ provider }) => provider === down.toUpperCase())).toMatchObject({
        complete: false,
        updatedAt: null,
      });
    },
  );

  it('is null with an error when no provider answers', async () => {
    await using gateway = await startWarm();
    for (const name of ['quickbutik', 'qapla'] as const) {
      gateway.sandbox.providers[name].faults.add({ fault: { kind: 'status', status: 503 } });
    }
    const answer = await gateway.query('{ orders { nodes { id } } }');
    expect(answer.data).toEqual({ orders: null });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });

  it('shows a row whose details fail with what its list knew', async () => {
    await using gateway = await startWarm();
    gateway.sandbox.providers.quickbutik.faults.add({
      fault: { kind: 'status', status: 500 },
      pathIncludes: 'order_id=115',
    });
    const answer = await gateway.query(
      '{ orders(first: 100, filter: { provider: QUICKBUTIK }) { nodes { reference total { amount } payment { method } } } }',
    );
    const nodes = at(answer, 'orders.nodes') as { reference: string; total: { amount: string }; payment: unknown }[];
    expect(nodes.find(({ reference }) => reference === '115')).toEqual({
      reference: '115',
      total: { amount: '427.00' },
      payment: null,
    });
    expect(nodes.filter(({ payment }) => payment === null)).toHaveLength(1);
    expect(answer.errors).toMatchObject([{ path: ['orders', 'nodes', expect.any(Number), 'payment'] }]);
  });
});

describe('retries', () => {
  it('repeat a read that failed once and answer without an error', async () => {
    await using gateway = await startWarm();
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 502 }, times: 1 });
    const answer = await gateway.query('{ categories { name } }');
    expect(answer.errors).toBeUndefined();
    expect(gateway.asked('quickbutik')).toEqual(['GET /v1/categories', 'GET /v1/categories']);
  });

  it('log in again once when a token was refused', async () => {
    await using gateway = await startWarm();
    gateway.sandbox.providers.qpilot.faults.add({
      fault: { kind: 'status', status: 401 },
      pathIncludes: '/Sites/',
      times: 1,
    });
    const answer = await gateway.query('{ customer(by: { externalId: "29920" }) { name } }');
    expect(answer.errors).toBeUndefined();
    expect(gateway.asked('qpilot').filter((call) => call.includes('Login'))).toHaveLength(2);
  });
});

describe('drifted answers', () => {
  it.each(['qpilot', 'quickbutik', 'qapla', 'qard'] as const)('of %s never become values', async (name) => {
    await using gateway = await startWarm();
    gateway.sandbox.providers[name].faults.add({ fault: { kind: 'drift' } });
    for (const read of ['Customer360', 'OrdersPage', 'Catalog', 'CommerceData', 'ScheduledOrders', 'ShipmentsSince']) {
      const answer = await gateway.query(operation(read), exampleVariables[read]);
      for (const { extensions } of answer.errors ?? []) {
        expect(['PROVIDER_CONTRACT', 'PROVIDER_AUTH', 'PROVIDER_REJECTED', 'LOOKUP_INCOMPLETE']).toContain(
          extensions['code'],
        );
      }
      expect(JSON.stringify(answer.data)).not.toContain('[object Object]');
      expect(JSON.stringify(answer.data)).not.toMatch(/"(undefined|NaN|null)"/);
    }
  });
});
