import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { openExamples } from '../../src/server/explorer/examples.js';
import { loadSchema } from '../../src/server/load-schema.js';
import { type Answer, startTestGateway, type TestGateway } from '../support/gateway.js';
import { operation } from '../support/operations.js';
import { randomQueries } from '../support/random-queries.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { orders: 300 },
    env: { MAX_COST: '1000000', REQUEST_TIMEOUT_MS: '60000', MAX_DEPTH: '30' },
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

interface Cost {
  readonly calls: number;
  readonly objects: number;
  readonly points: number;
}

const costOf = ({ extensions }: Answer) => extensions?.['cost'] as Cost;

/** The objects of an answer; what a provider sent raw is one value. */
function countObjects(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + countObjects(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (/(?:^|_)raw$/.test(key) ? 0 : countObjects(each)),
    1,
  );
}

describe('the estimate', () => {
  it('is never below the objects and calls of a random query', async () => {
    await fc.assert(
      fc.asyncProperty(randomQueries(loadSchema()), async (query) => {
        gateway.sandbox.clear();
        const answer = await gateway.query(query);
        const calls = Object.values(gateway.calls()).reduce((sum, count) => sum + count, 0);
        const cost = costOf(answer);
        // The answer itself is no object of the schema.
        expect([query, cost.objects]).toEqual([
          query,
          expect.toSatisfy((most: number) => most >= countObjects(answer.data) - 1),
        ]);
        expect([query, cost.calls]).toEqual([query, expect.toSatisfy((most: number) => most >= calls)]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  const budgets = [
    ...(readFileSync(join(packageRoot, 'docs/call-budgets.md'), 'utf8')
      .split('## With a filled')[0]
      ?.matchAll(/^\| (\w+) \| `(\{.*\})` \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm) ?? []),
  ].map(([, name = '', variables = '', ...counts]) => ({
    name,
    variables,
    calls: counts.reduce((sum, count) => sum + Number(count), 0),
  }));

  it.each(budgets)('is not below the $calls calls that $name $variables makes', async ({ name, variables, calls }) => {
    const answer = await gateway.query(operation(name), JSON.parse(variables) as object);
    expect(costOf(answer).calls).toBeGreaterThanOrEqual(calls);
  });
});

describe('the operations of front ends', () => {
  const most = 10_000;

  it.each(openExamples('SANDBOX').filter(({ kind }) => kind === 'query'))(
    '$name costs less than a quarter of what is allowed, with 100 rows too',
    async ({ document, variables }) => {
      const rows = /\$first: Int/.test(document) ? { first: 100 } : {};
      const answer = await gateway.query(document, { ...variables, ...rows });
      expect(costOf(answer).points).toBeLessThan(most / 4);
    },
  );
});
