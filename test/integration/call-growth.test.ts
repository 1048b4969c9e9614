import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { packageRoot } from '../../src/package-root.js';
import { countCalls } from '../support/call-names.js';
import { fillDirectory } from '../support/fill-directory.js';
import { type Answer, sandboxNow, startTestGateway, type TestGateway } from '../support/gateway.js';
import { operation, operations } from '../support/operations.js';
import { type ForRows, mutationRows, queryRows } from '../support/rows-of-operations.js';

const usual = { few: 10, many: 50 };
/** Of which the sandbox has fewer. */
const scarce: Readonly<Record<string, typeof usual>> = { ScheduledOrders: { few: 5, many: 25 } };
/** What a batch or a page more may cost. */
const batches = 2;

const page = readFileSync(join(packageRoot, 'docs/call-budgets.md'), 'utf8');
/** What the page says may grow: calls for each row, by operation and call. */
const stated = new Map(
  [...page.matchAll(/^\| (\w+) \| `(\w+ \w+ \S+)` \| (\d+) \| [^|]{20,} \|$/gm)].map(
    ([, name = '', call = '', perRow]) => [`${name}: ${call}`, Number(perRow)] as const,
  ),
);

let cold: TestGateway;
let filled: TestGateway;
let shop: Sandbox;
beforeAll(async () => {
  const env = { MAX_COST: '1000000', DIRECTORY_INTERVAL: '1h' };
  cold = await startTestGateway({ sandbox: { orders: 990 }, env });
  shop = await startSandbox({ orders: 990, now: sandboxNow });
  for (let count = 0; count < usual.many + 10; count += 1) await placeOrder(shop);
  filled = await startTestGateway({ over: shop, env: { ...env, DIRECTORY: '1' } });
  await fillDirectory(filled);
}, 60_000);
afterAll(async () => {
  await cold[Symbol.asyncDispose]();
  await filled[Symbol.asyncDispose]();
  await shop.close();
});

/** One order more of the shopper of the examples, who has few. */
async function placeOrder(sandbox: Sandbox): Promise<void> {
  const url = new URL('/__orders', sandbox.env['QUICKBUTIK_BASE_URL']);
  const body = JSON.stringify({ email: 'chris@example.com' });
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

/** The rows of the longest list in an answer. */
function rowsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const below = Object.values(value).map(rowsIn);
  return Math.max(Array.isArray(value) ? value.length : 0, ...below);
}

async function callsFor(gateway: TestGateway, name: string, rows: number, forRows: ForRows) {
  gateway.sandbox.clear();
  const answer = await gateway.query(operation(name), forRows(rows));
  expect([name, answer.errors, refusalsIn(answer)]).toEqual([name, undefined, []]);
  return { counts: countCalls(gateway.sandbox), rows: rowsIn(answer.data) };
}

function refusalsIn({ data }: Answer): unknown[] {
  const results = Object.values(data ?? {}).flatMap(
    (field) => (field as { results?: unknown[] } | null)?.results ?? [],
  );
  return results.flatMap((result) => (result as { userErrors: unknown[] }).userErrors);
}

/** Calls that are made oftener for many rows than for few, beyond a batch or two, and how often for each row. */
async function growthOf(gateway: TestGateway, name: string, forRows: ForRows): Promise<Map<string, number>> {
  const { few, many } = scarce[name] ?? usual;
  const small = await callsFor(gateway, name, few, forRows);
  const large = await callsFor(gateway, name, many, forRows);
  expect([name, large.rows]).toEqual([name, expect.toSatisfy((rows: number) => rows >= many)]);
  const grown = [...large.counts].map(([call, count]) => [call, count - (small.counts.get(call) ?? 0)] as const);
  return new Map(
    grown
      .filter(([, more]) => more > batches)
      .map(([call, more]) => [`${name}: ${call}`, Math.ceil(more / (many - few))] as const),
  );
}

const withRows = (rows: Readonly<Record<string, ForRows | null>>) =>
  Object.entries(rows).flatMap(([name, forRows]) => (forRows === null ? [] : [{ name, forRows }]));

describe('calls that grow with the rows', () => {
  const statedOf = (name: string) => [...stated].filter(([key]) => key.startsWith(`${name}: `));

  it.each(withRows(queryRows))('of $name are those that are stated', async ({ name, forRows }) => {
    const growth = await growthOf(filled, name, forRows);
    if (!['Customer360', 'Coverage'].includes(name)) {
      for (const [call, perRow] of await growthOf(cold, name, forRows)) {
        growth.set(call, Math.max(perRow, growth.get(call) ?? 0));
      }
    }
    expect(growth).toEqual(new Map(statedOf(name)));
  });

  const mutations = Object.entries(operations).flatMap(([name, { kind }]) => (kind === 'mutation' ? [name] : []));

  it.each(mutations)('of %s are those that are stated', async (name) => {
    const forRows = mutationRows(cold)[name];
    expect(forRows).not.toBeUndefined();
    if (!forRows) return;
    expect(await growthOf(cold, name, forRows)).toEqual(new Map(statedOf(name)));
  });

  it('are looked for in every operation but subscriptions, which tell one thing at a time', () => {
    const looked = [...Object.keys(queryRows), ...Object.keys(mutationRows(cold))].sort();
    const asked = Object.entries(operations).flatMap(([name, { kind }]) => (kind === 'subscription' ? [] : [name]));
    expect(looked).toEqual(asked.sort());
  });

  it('are stated for operations that there are', () => {
    const names = [...stated.keys()].map((key) => key.split(':')[0]);
    expect(names.filter((name) => operations[name ?? ''] === undefined)).toEqual([]);
  });
});
