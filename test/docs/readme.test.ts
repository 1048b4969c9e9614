import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../src/config/load-config.js';
import { definitions, providerKeys } from '../../src/datasources/providers.js';
import { packageRoot } from '../../src/package-root.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { orders: 990 } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('README.md', () => {
  const examples = [...readme.matchAll(/-d '(\{.*\})'\n```\n\n```json\n(\{[\s\S]*?\n\})\n```/g)].map(
    ([, body = '', answer = '']) => ({ body, answer }),
  );

  it('has an example to read with and one to write with', () => {
    expect(examples.map(({ body }) => body.includes('mutation'))).toEqual([false, true]);
  });

  it.each(examples)('shows $body with its real answer', async ({ body, answer }) => {
    const { data, errors } = await gateway.query((JSON.parse(body) as { query: string }).query);
    expect(errors).toBeUndefined();
    expect({ data }).toEqual(JSON.parse(answer));
  });

  it('names the credentials of every provider', () => {
    const names = providerKeys.flatMap((key) => {
      const { name, credentials } = definitions[key];
      return Object.keys(credentials).map((credential) => `${name}_${credential}`);
    });
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('quotes what a wrong environment is told', () => {
    const env = { QARD_API_KEY: 'qard_test_key', QARD_TIMEOUT_MS: 'abc', API_KEYS: 'api_test_key' };
    const told = [...readme.matchAll(/^The environment has 3 problems:\n(?: {2}- .+\n){3}/gm)].map(([text]) => text);
    expect(told).toHaveLength(1);
    expect(() => loadConfig(env)).toThrow(new ConfigError(told[0]?.match(/(?<= {2}- ).+/g) ?? []));
  });
});
