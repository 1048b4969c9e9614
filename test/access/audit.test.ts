import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../sandbox/kernel/faults.js';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { loadConfig } from '../../src/config/load-config.js';
import { createLog } from '../../src/observability/log.js';
import { startGateway } from '../../src/start-gateway.js';
import { sandboxNow } from '../support/gateway.js';
import { argumentsFor } from './support/arguments.js';
import { accessEnv, apiKey, noLimits } from './support/credentials.js';
import { fieldDocuments } from './support/documents.js';
import { expectedRoots } from './support/expected-scopes.js';
import { ann, asAnn, asBob, asMerchant, bob, withKey } from './support/shop.js';
import { ask, init, talk } from './support/sockets.js';

/** One line of the log that tells of a mutation. */
interface AuditLine {
  readonly mutation: string;
  readonly scope: string;
  readonly caller: string;
  readonly key: string | null;
  readonly outcome: string;
  readonly codes: readonly string[];
  readonly requestId: string;
}

/** A gateway that logs at a level, over a sandbox. */
async function startLogging(sandbox: Sandbox, level: string, env: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'commercegraph-audit-'));
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DIRECTORY: '0',
    LOG_LEVEL: level,
    REQUEST_TIMEOUT_MS: '3000',
    QAPLA_RATE_PER_SECOND: '0',
    ...sandbox.env,
    ...accessEnv,
    ...noLimits,
    PUBLIC_CATALOG: '1',
    ...env,
  });
  const server = await startGateway(config, createLog(level, sink));
  return {
    url: server.url,
    lines,
    audit: () =>
      lines.map((line) => JSON.parse(line) as AuditLine & { audit?: boolean }).filter(({ audit }) => audit === true),
    query: async (query: string, headers: Record<string, string>): Promise<string> => {
      const options = {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      };
      return (await fetch(`${server.url}/graphql`, options)).text();
    },
    [Symbol.asyncDispose]: async () => {
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

let sandbox: Sandbox;
let gateway: Awaited<ReturnType<typeof startLogging>>;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 1, orders: 20, now: sandboxNow });
  gateway = await startLogging(sandbox, 'error');
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await sandbox.close();
});
beforeEach(() => {
  sandbox.clear();
  gateway.lines.length = 0;
});

const category = (name: string, key = '') => `createCategory(input: { name: "${name}"${key} }) { userErrors { code } }`;

describe('the line that a mutation leaves', () => {
  it.each<[string, { document: string; fault?: Fault; expected: Partial<AuditLine> }]>([
    ['DONE', { document: category('Hattar'), expected: { mutation: 'createCategory', codes: [] } }],
    ['REFUSED', { document: category('  '), expected: { codes: ['REQUIRED'] } }],
    [
      'PARTLY',
      {
        document:
          'setOrderStatus(input: { orders: [{ reference: "20001", status: PAID }, { reference: "none", status: PAID }] }) { results { index } }',
        expected: { mutation: 'setOrderStatus', codes: ['REJECTED'] },
      },
    ],
    [
      'FAILED',
      { document: category('Skor'), fault: { kind: 'status', status: 401 }, expected: { codes: ['PROVIDER_AUTH'] } },
    ],
    [
      'UNKNOWN',
      {
        document: category('Byxor', ', idempotencyKey: "k-unknown"'),
        fault: { kind: 'hang' },
        expected: { codes: ['PROVIDER_OUTCOME_UNKNOWN'] },
      },
    ],
    [
      'DONE',
      {
        document: 'customerAccessToken(input: { customerId: "29920" }) { token }',
        expected: { mutation: 'customerAccessToken' },
      },
    ],
    [
      'DONE',
      {
        document: 'forgetCustomer(input: { by: { email: "nobody@example.com" } }) { removed { records } }',
        expected: { mutation: 'forgetCustomer' },
      },
    ],
  ])('says %s where that is how it ended', async (outcome, { document, fault, expected }) => {
    if (fault) sandbox.providers.quickbutik.faults.add({ fault });
    await gateway.query(`mutation { ${document} }`, withKey);
    expect(gateway.audit()).toMatchObject([
      { outcome, scope: 'MERCHANT', caller: `key:${accessEnv.API_KEYS.slice(0, 12)}`, ...expected },
    ]);
  });

  it('says UNKNOWN where one of several rows may or may not have been done', async () => {
    // The shop tells of the first order alone.
    const answer = { results: { '20001': { success: 1 } } };
    sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 200, body: answer }, method: 'PUT' });
    const rows = '[{ reference: "20001", status: PAID }, { reference: "20002", status: PAID }]';
    await gateway.query(`mutation { a: setOrderStatus(input: { orders: ${rows} }) { results { index } } }`, withKey);
    expect(gateway.audit()).toMatchObject([{ outcome: 'UNKNOWN', codes: ['PROVIDER_OUTCOME_UNKNOWN'] }]);
  });

  it('says FORBIDDEN of each that is refused, for shoppers and for nobody', async () => {
    const things = {
      customerId: '',
      orderId: '',
      reference: '20001',
      trackingNumber: 'NONE1',
      scheduledOrder: '880001',
      sku: '34',
    };
    const mutations = fieldDocuments('Mutation', argumentsFor(things)).filter(({ way }) => way.length === 0);
    for (const { text } of mutations) await gateway.query(text, await asBob());
    const own = gateway.audit().map(({ mutation, outcome, codes }) => [mutation, outcome, codes]);
    const names = Object.keys(expectedRoots)
      .filter((name) => name.startsWith('Mutation.'))
      .map((name) => name.slice(9));
    const refused = names.map((name) =>
      name === 'updateScheduledOrder' ? [name, 'REFUSED', ['NOT_FOUND']] : [name, 'FORBIDDEN', ['FORBIDDEN']],
    );
    expect(own.toSorted()).toEqual(refused.toSorted());
    gateway.lines.length = 0;
    for (const { text } of mutations) await gateway.query(text, {});
    expect(new Set(gateway.audit().map(({ outcome, codes, scope }) => `${scope} ${outcome} ${codes}`))).toEqual(
      new Set(['ANONYMOUS FORBIDDEN UNAUTHENTICATED']),
    );
    expect(gateway.audit()).toHaveLength(names.length);
  });

  it('is one for each mutation, also under aliases and over a socket, and none for what does not run', async () => {
    await gateway.query(`mutation { a: ${category('Ett')} b: ${category('Två')} c: __typename }`, withKey);
    expect(gateway.audit().map(({ mutation }) => mutation)).toEqual(['createCategory', 'createCategory']);
    gateway.lines.length = 0;
    await talk(gateway.url, [init({ 'x-api-key': apiKey }), ask(`mutation { ${category('Tre')} }`)], {
      until: 'complete',
    });
    expect(gateway.audit()).toMatchObject([{ outcome: 'DONE' }]);
    gateway.lines.length = 0;
    await gateway.query('mutation { createCategory(input: { name: 7 }) { nonsense } }', withKey);
    await gateway.query('{ __typename }', withKey);
    await gateway.query(`mutation { ${category('Fyra')} }`, { 'x-api-key': 'unknown' });
    expect(gateway.audit()).toEqual([]);
  });

  it('names callers and keys so that they can be told apart, and nothing of a person', async () => {
    const email = 'kalle.anka@example.com';
    const change = (key: string) =>
      `mutation { updateScheduledOrder(input: { id: "880001", status: PAUSED, idempotencyKey: "${key}" }) { userErrors { code } } }`;
    await gateway.query(change(email), await asAnn());
    await gateway.query(change(email), await asBob());
    await gateway.query(change('Drottninggatan 1, Ankeborg'), await asMerchant());
    await gateway.query(
      `mutation { createCustomer(input: { externalId: "4711", email: "${email}", firstName: "Kalle", idempotencyKey: "${email}" }) { userErrors { code } } }`,
      withKey,
    );
    const lines = gateway.audit();
    expect(lines.map(({ outcome }) => outcome)).toEqual(['DONE', 'REFUSED', 'DONE', 'DONE']);
    expect(new Set(lines.map(({ caller }) => caller)).size).toBe(4);
    expect(lines[0]?.caller).toMatch(/^customer:[\w-]{22}$/);
    expect(lines.map(({ key }) => key)).toEqual([
      lines[0]?.key,
      lines[0]?.key,
      expect.stringMatching(/^[0-9a-f]{12}$/),
      lines[0]?.key,
    ]);
    const written = gateway.lines.join('');
    for (const word of [email, 'kalle', 'Kalle', 'Drottning', ann.email, bob.email, ann.id, '880001', '4711', apiKey])
      expect(written).not.toContain(word);
  });

  it('comes at every level but silent', async () => {
    for (const [level, count] of [
      ['trace', 1],
      ['warn', 1],
      ['fatal', 1],
      ['silent', 0],
    ] as const) {
      await using other = await startLogging(sandbox, level);
      await other.query(`mutation { ${category(`Nivå ${level}`)} }`, withKey);
      expect(other.audit()).toHaveLength(count);
    }
  });
});
