import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fillDirectory } from '../support/fill-directory.js';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { operation, operations } from '../support/operations.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/call-budgets.md'), 'utf8');
const [cold = '', filled = ''] = page.split('## With a filled directory');
const budgets = budgetsOf(cold);

function budgetsOf(table: string) {
  return [...table.matchAll(/^\| (\w+) \| `(\{.*\})` \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(
    ([, name = '', variables = '', qpilot, quickbutik, qapla, qard]) => ({
      name,
      variables,
      calls: { qpilot: Number(qpilot), quickbutik: Number(quickbutik), qapla: Number(qapla), qard: Number(qard) },
    }),
  );
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { orders: 990 } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('docs/call-budgets.md', () => {
  it('has a row for every read operation', () => {
    const reads = Object.entries(operations).filter(([, { kind }]) => kind === 'query');
    expect(reads.map(([name]) => name).filter((name) => !budgets.some((row) => row.name === name))).toEqual([]);
  });

  it.each(budgets)('$name $variables makes the calls that are stated', async ({ name, variables, calls }) => {
    gateway.sandbox.clear();
    const answer = await gateway.query(operation(name), JSON.parse(variables));
    expect(answer.errors).toBeUndefined();
    expect({ qpilot: 0, quickbutik: 0, qapla: 0, qard: 0, ...gateway.calls() }).toEqual(calls);
  });
});

describe('docs/call-budgets.md with a filled directory', () => {
  let knowing: TestGateway;
  let clockMs = Date.now();
  beforeAll(async () => {
    knowing = await startTestGateway({ sandbox: { orders: 990 }, env: { DIRECTORY: '1', DIRECTORY_INTERVAL: '1h' } });
    await fillDirectory(knowing);
    clockMs = Date.now();
  }, 60_000);
  afterEach(() => vi.useRealTimers());
  afterAll(() => knowing[Symbol.asyncDispose]());

  it.each(budgetsOf(filled))('$name $variables makes the calls that are stated', async ({ name, variables, calls }) => {
    // Long enough after the reading before, so that every list asks for what has changed since.
    vi.useFakeTimers({ toFake: ['Date'], now: (clockMs += 10_000) });
    knowing.sandbox.clear();
    const answer = await knowing.query(operation(name), JSON.parse(variables));
    expect(answer.errors).toBeUndefined();
    expect({ qpilot: 0, quickbutik: 0, qapla: 0, qard: 0, ...knowing.calls() }).toEqual(calls);
  });
});

describe('call economy', () => {
  it('loads the products of a page of fifty orders in one call', async () => {
    gateway.sandbox.clear();
    const answer = await gateway.query(
      '{ orders(first: 50, filter: { provider: QUICKBUTIK }) { nodes { lines { product { title } } } } }',
    );
    expect(answer.errors).toBeUndefined();
    const productCalls = gateway.asked('quickbutik').filter((call) => call.includes('/products'));
    expect(productCalls).toHaveLength(1);
  });

  it('looks a shopper with many orders on the page up once', async () => {
    gateway.sandbox.clear();
    const answer = await gateway.query(
      '{ orders(first: 100, filter: { customerEmail: "Chris@Example.com" }) { nodes { customer { email name } } } }',
    );
    const nodes = at(answer, 'orders.nodes') as { customer: { email: string; name: string } }[];
    expect(nodes.length).toBeGreaterThan(2);
    expect(new Set(nodes.map(({ customer }) => customer.name))).toEqual(new Set(['Chris Wilking']));
    expect(gateway.asked('qpilot')).toHaveLength(2);
  });

  it('asks nothing twice in one operation', async () => {
    gateway.sandbox.clear();
    await gateway.query(operation('Customer360'), { by: { email: 'chris@example.com' }, first: 10 });
    for (const name of ['qpilot', 'quickbutik', 'qapla', 'qard'] as const) {
      const asked = gateway.asked(name);
      expect(asked.filter((call, index) => asked.indexOf(call) !== index)).toEqual([]);
    }
  });

  it('finds the orders of a page of parcels in one list', async () => {
    gateway.sandbox.clear();
    const answer = await gateway.query(
      '{ shipments(since: "2026-09-15T00:00:00Z", first: 50) { nodes { order { reference } } } }',
    );
    expect(answer.errors).toBeUndefined();
    expect(gateway.asked('quickbutik')).toEqual(['GET /v1/orders']);
  });

  it('reads nothing for what a list shows by itself', async () => {
    gateway.sandbox.clear();
    await gateway.query(
      '{ orders(first: 20, filter: { provider: QUICKBUTIK }) { edges { node { id reference status placedAt total { amount } } } } }',
    );
    expect(gateway.calls()).toEqual({ quickbutik: 1 });
  });
});
