import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../sandbox/kernel/faults.js';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { loadConfig } from '../../src/config/load-config.js';
import { startTestGateway } from '../support/gateway.js';
import { exampleVariables, operations } from '../support/operations.js';
import { argumentsFor } from './support/arguments.js';
import { accessEnv, apiKey, badCredentials, jwtSecret, noLimits } from './support/credentials.js';
import { fieldDocuments } from './support/documents.js';
import { ann, asAnn, asBob, asMerchant, idSecret, withKey } from './support/shop.js';
import { startWatched } from './support/watched-process.js';

const webhookSecret = 'invented-webhook-secret-1';
const redisPassword = 'invented-redis-password';

/** Each secret in the forms it is sent or may be printed in. */
function formsOf(secret: string): string[] {
  const pair = Buffer.from(`${secret}:${secret}`);
  const plain = Buffer.from(secret);
  return [
    ...new Set([
      secret,
      encodeURIComponent(secret),
      plain.toString('base64'),
      plain.toString('hex'),
      pair.toString('base64'),
    ]),
  ];
}

/** Which of the secrets stand in a text. */
const standingIn = (text: string, secrets: Readonly<Record<string, string>>) =>
  Object.entries(secrets)
    .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
    .map(([name]) => name);

let sandbox: Sandbox;
let dataDir: string;
let fixed: Record<string, string>;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 1, orders: 30, now: new Date() });
  dataDir = mkdtempSync(join(tmpdir(), 'commercegraph-secrets-'));
  const ofProviders = Object.entries(sandbox.env).filter(([name]) =>
    /_(API_KEY|PASSWORD|SECRET|EMAIL|USER_ID|USERNAME)$/.test(name),
  );
  const tokens = { merchant: await asMerchant(), ann: await asAnn(), bob: await asBob(), ...(await badCredentials()) };
  fixed = {
    ...Object.fromEntries(ofProviders),
    jwtSecret,
    idSecret,
    webhookSecret,
    redisPassword,
    apiKey,
    apiKeyHash: accessEnv.API_KEYS,
    ...Object.fromEntries(
      Object.entries(tokens).flatMap(([name, { authorization }]) =>
        authorization?.startsWith('Bearer e') ? [[`token of ${name}`, authorization.slice(7)]] : [],
      ),
    ),
  };
});
afterAll(async () => {
  await sandbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Tokens the imitations gave out, as they came back with calls. */
const givenOut = () =>
  Object.fromEntries(
    Object.values(sandbox.providers)
      .flatMap(({ requests }) =>
        requests.map(({ headers }) => /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? ''),
      )
      .filter((token) => token !== '')
      .map((token) => [`a provider's token ${token.slice(0, 4)}`, token]),
  );

/** What providers answer instead; some repeat the key they were shown. */
const faults: readonly Omit<FaultRule, 'times'>[] = [
  { fault: { kind: 'status', status: 401, body: { message: 'qpilot_sandbox_password is wrong' } } },
  {
    fault: {
      kind: 'status',
      status: 400,
      body: { error: 'bad key qb_sandbox_key', message: 'bad key qapla_sandbox_key' },
    },
    method: 'GET',
  },
  { fault: { kind: 'html' } },
  { fault: { kind: 'drift' } },
  { fault: { kind: 'truncate' } },
  { fault: { kind: 'reset' } },
];

/** Text and raw bytes of all files below a folder, by name. */
function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

describe('credentials', () => {
  it('stand in nothing that a whole run writes, answers or keeps, whatever fails', async () => {
    const env = {
      ...sandbox.env,
      ...accessEnv,
      ...noLimits,
      ID_SECRET: idSecret,
      WEBHOOK_SECRET: webhookSecret,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'trace',
      QAPLA_RATE_PER_SECOND: '0',
      REQUEST_TIMEOUT_MS: '700',
    };
    await using gateway = await startWatched(env);
    sandbox.setWebhookTarget(gateway.url, webhookSecret);
    const things = {
      customerId: ann.id,
      orderId: '20001',
      reference: '20001',
      trackingNumber: 'NONE1',
      scheduledOrder: '880001',
      sku: '34',
    };
    const args = argumentsFor(things);
    const documents = [...fieldDocuments('Query', args), ...fieldDocuments('Mutation', args)].filter(
      ({ title }) => !/customerAccessToken/.test(title),
    );
    const sent = Object.entries(operations).filter(
      ([name, { kind }]) => kind !== 'subscription' && name !== 'CustomerAccessToken',
    );
    const run = (headers: Record<string, string>) =>
      Promise.all(sent.map(([name, { document }]) => gateway.query(document, headers, exampleVariables[name] ?? {})));
    await Promise.all(documents.filter((_, index) => index % 6 === 0).map(({ text }) => gateway.query(text, withKey)));
    await run(await asAnn());
    await run(await asMerchant());
    await Promise.all(Object.values(await badCredentials()).map((headers) => gateway.query('{ __typename }', headers)));
    for (const rule of faults) {
      for (const provider of Object.values(sandbox.providers)) provider.faults.add(rule);
      await run(withKey);
      for (const provider of Object.values(sandbox.providers)) provider.faults.clear();
    }
    for (const path of [
      '/',
      '/healthz',
      '/readyz',
      '/graphql',
      '/explorer/',
      '/explorer/initial-options.js',
      '/metrics',
      '/.env',
      `/webhooks/qpilot/not-${webhookSecret.slice(4)}`,
    ]) {
      await gateway.get(path, { headers: { accept: 'text/html' } });
    }
    await gateway.get(`/webhooks/quickbutik/${webhookSecret}`, {
      method: 'POST',
      body: 'order_id=20001&event_type=order.done',
    });
    await gateway.get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...withKey },
      body: `{"query": "${apiKey}`,
    });
    const asked = await gateway.query(
      'mutation { customerAccessToken(input: { customerId: "29920" }) { token } }',
      withKey,
    );
    const handedOut = /"token":"([^"]+)"/.exec(asked)?.[1] ?? '';
    await sandbox.webhooksSettled();
    await gateway.stop();

    const secrets = { ...fixed, ...givenOut() };
    expect(Object.keys(secrets).length).toBeGreaterThan(25);
    expect(handedOut.length).toBeGreaterThan(10);
    expect(gateway.written().split('\n').length).toBeGreaterThan(300);
    expect(standingIn(gateway.written(), { ...secrets, handedOut })).toEqual([]);
    expect(gateway.written()).not.toMatch(/Bearer ey|authorization"/i);
    // The example in the explorer is the address of the documented merchant, not a credential.
    expect(standingIn(gateway.answered().replace(asked, ''), { ...secrets, handedOut })).toEqual([]);
    expect(standingIn(asked, secrets)).toEqual([]);
    const kept = filesBelow(dataDir);
    expect(Object.keys(kept).length).toBeGreaterThan(2);
    for (const [name, text] of Object.entries(kept))
      expect([name, standingIn(text, { ...secrets, handedOut })]).toEqual([name, []]);
  }, 60_000);

  it('stand in nothing a gateway says that cannot reach its Redis', async () => {
    await using gateway = await startTestGateway({
      over: sandbox,
      env: { ...accessEnv, ID_SECRET: idSecret, REDIS_URL: `redis://shop:${redisPassword}@127.0.0.1:9/0` },
    });
    const answer = await gateway.query(
      'mutation { createCategory(input: { name: "Hattar", idempotencyKey: "k" }) { userErrors { code } } }',
      {},
      withKey,
    );
    expect(JSON.stringify(answer.errors)).toContain('LEDGER_UNAVAILABLE');
    const said = gateway.logLines.join('');
    expect(said).toMatch(/[Rr]edis/);
    expect(standingIn(`${said}${JSON.stringify(answer)}`, { ...fixed, ...givenOut() })).toEqual([]);
  });

  it('stand in nothing that is said of an environment that is wrong', () => {
    const wrong = {
      ...sandbox.env,
      AUTH_JWT_SECRET: jwtSecret,
      AUTH_JWKS_URL: `http://shop:${redisPassword}@login.example.com/`,
      API_KEYS: apiKey,
      ID_SECRET: 'short-secret',
      WEBHOOK_SECRET: 'short-secret',
      REDIS_URL: `ftp://shop:${redisPassword}@127.0.0.1`,
      AUTH_ALGORITHMS: 'none',
    };
    let said = '';
    try {
      loadConfig(wrong);
    } catch (error) {
      said = `${inspect(error)}\n${JSON.stringify(error)}`;
    }
    expect(said.split('\n').length).toBeGreaterThan(5);
    expect(standingIn(said, { ...fixed, short: 'short-secret' })).toEqual([]);
  });

  it('show as [secret] where settings are printed', () => {
    const config = loadConfig({
      ...sandbox.env,
      ...accessEnv,
      ID_SECRET: idSecret,
      WEBHOOK_SECRET: webhookSecret,
      REDIS_URL: `redis://shop:${redisPassword}@127.0.0.1:9/0`,
    });
    const printed = [
      JSON.stringify(config),
      inspect(config, { depth: 20, showHidden: true, getters: true }),
      inspect(config, { depth: 20, customInspect: false, showHidden: true }),
      `${Object.values(config.providers.quickbutik.credentials).join(' ')} ${config.idSecret} ${config.access?.jwtSecret}`,
    ].join('\n');
    const secrets = Object.fromEntries(Object.entries(fixed).filter(([name]) => name !== 'apiKeyHash'));
    expect(standingIn(printed, secrets)).toEqual([]);
    expect(printed).toContain('[secret]');
  });
});
