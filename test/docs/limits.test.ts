import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitVariables } from '../../src/config/limit-settings.js';
import { packageRoot } from '../../src/package-root.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';

const page = readFileSync(join(packageRoot, 'docs/limits.md'), 'utf8');
const rows = [...page.matchAll(/^\| [^|]+ \| ([^|]+) \| `([A-Z_]+)` \| [^|]+ \|$/gm)].map(
  ([, shown = '', name = '']) => ({
    name,
    shown,
  }),
);

let gateway: TestGateway;
beforeAll(async () => {
  // With the directory, as by default: a scan is reckoned with otherwise.
  gateway = await startTestGateway({ sandbox: { orders: 20 }, env: { DIRECTORY: '1' } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('docs/limits.md', () => {
  it('has every limit with its default', () => {
    const defaults = Object.entries(limitVariables).map(([name, { fallback }]) => [name, fallback]);
    expect(rows.map(({ name }) => name)).toEqual(defaults.map(([name]) => name));
    for (const { name, shown } of rows) {
      const { fallback } = limitVariables[name as keyof typeof limitVariables];
      if (fallback !== null) expect([name, shown]).toEqual([name, fallback]);
    }
  });

  it('shows a refusal as it is', async () => {
    const [, body = '', answer = ''] = /-d '(\{.*\})'\n```\n\n```json\n(\{[\s\S]*?\n\})\n```/.exec(page) ?? [];
    const { errors } = await gateway.query((JSON.parse(body) as { query: string }).query);
    const requestId = errors?.[0]?.extensions['requestId'] as string;
    expect({ errors }).toEqual(JSON.parse(answer.replace(/(?<="requestId": ")[^"]+/, requestId)));
  });

  const costs = [...page.matchAll(/^\| (\w+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(
    ([, name = '', ...numbers]) => {
      const [first = 0, calls, objects, points] = numbers.map(Number);
      return { name, first, cost: { calls, objects, points } };
    },
  );

  it.each(costs)('says what $name with $first rows costs', async ({ name, first, cost }) => {
    const answer = await gateway.query(operation(name), { ...exampleVariables[name], first });
    expect(answer.extensions?.['cost']).toEqual(cost);
  });

  it('shows the costs of several operations', () => {
    expect(costs.length).toBeGreaterThan(5);
  });
});
