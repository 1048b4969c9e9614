import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import type { EntityRef } from '../../src/directory/directory-work.js';
import { createLog } from '../../src/observability/log.js';
import { guardHost } from '../../src/server/host-guard.js';
import { serveWebhooks } from '../../src/server/webhooks.js';
import type { WebhookIntake } from '../../src/webhooks/webhook-intake.js';
import { startTestGateway } from '../support/gateway.js';

const secret = 'invented/webhook secret+1';
const inAddress = encodeURIComponent(secret);
const credentials = {
  QUICKBUTIK_API_KEY: 'qb_test_key',
  QAPLA_API_KEY: 'qapla_test_key',
  QPILOT_SITE_ID: '42',
  QPILOT_EMAIL: 'merchant@shop.example.com',
  QPILOT_PASSWORD: 'qp_test_password',
  QARD_API_KEY: 'qard_test_key',
  QARD_USER_ID: 'user-1',
};

interface IntakeOptions {
  readonly note?: WebhookIntake['note'];
  readonly env?: Readonly<Record<string, string>>;
}

/** The route over a socket, with a note that remembers; beside it a route that reads JSON as any other would. */
async function startIntake({ note, env = { WEBHOOK_SECRET: secret } }: IntakeOptions = {}) {
  const noted: { refs: readonly EntityRef[]; dedupeKey: string }[] = [];
  const logLines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      logLines.push(chunk.toString());
      done();
    },
  });
  const config = loadConfig({ ...credentials, ...env });
  const app = Fastify();
  guardHost(app);
  await serveWebhooks(app, {
    secret: config.webhookSecret,
    accounts: config.providers,
    note:
      note ??
      ((refs, dedupeKey) => {
        noted.push({ refs, dedupeKey });
        return Promise.resolve();
      }),
    log: createLog('debug', sink),
  });
  app.post('/echo', ({ body }) => ({ body }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    url,
    noted,
    logLines,
    call: async (path: string, init?: RequestInit) => {
      const response = await fetch(`${url}${path}`, init);
      return { status: response.status, body: await response.text() };
    },
    [Symbol.asyncDispose]: () => app.close(),
  };
}

const post = (body: string, type = 'application/json'): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
});
const ok = { status: 200, body: '{"result":"OK"}' };
const notFound = { status: 404, body: '{"error":"not found"}' };
const newOrder = `/webhooks/quickbutik/${inAddress}?event_type=order.new&order_id=1001`;

describe('a webhook', () => {
  it('notes what it names, by whatever method the provider calls', async () => {
    await using intake = await startIntake();
    const parcel = JSON.stringify({ apiKey: 'qapla_test_key', trackingNumber: 'T1' });
    expect(await intake.call(newOrder)).toEqual(ok);
    expect(await intake.call(newOrder, { method: 'POST' })).toEqual(ok);
    const form = post('event_type=order.done&order_id=1002', 'application/x-www-form-urlencoded');
    expect(await intake.call(`/webhooks/quickbutik/${inAddress}/`, form)).toEqual(ok);
    expect(await intake.call(`/webhooks/qapla/${inAddress}`, post(parcel))).toEqual(ok);
    expect(await intake.call(`/webhooks/qapla/${inAddress}`, post(parcel, 'text/plain'))).toEqual(ok);
    const subscription = post('{"SiteId":42,"NewScheduledOrder":{"Id":7}}');
    expect(await intake.call(`/webhooks/qpilot/${inAddress}`, subscription)).toEqual(ok);
    expect(intake.noted.map(({ refs }) => refs.map((ref) => Object.values(ref).join(' ')).join())).toEqual([
      'QUICKBUTIK ORDER 1001',
      'QUICKBUTIK ORDER 1001',
      'QUICKBUTIK ORDER 1002',
      'QAPLA PARCEL T1',
      'QAPLA PARCEL T1',
      'QPILOT SUBSCRIPTION 7',
    ]);
  });

  it('has a key that an equal call has too, and no other', async () => {
    await using intake = await startIntake();
    const body = '{"trackingNumber":"T1","qaplaStatusID":"4"}';
    const calls: [string, RequestInit?][] = [
      [newOrder],
      [newOrder, { method: 'POST' }],
      [newOrder.replace('order.new', 'order.done')],
      [`/webhooks/qapla/${inAddress}`, post(body)],
      [`/webhooks/qapla/${inAddress}`, post(body.replace('4', '99'))],
      [`/webhooks/qapla/${inAddress}?event_type=order.new&order_id=1001`, post(body)],
    ];
    for (const call of [...calls, ...calls]) await intake.call(...call);
    const keys = intake.noted.map(({ dedupeKey }) => dedupeKey);
    expect(new Set(keys).size).toBe(calls.length);
    expect(keys.slice(calls.length)).toEqual(keys.slice(0, calls.length));
  });

  it('that is nothing to do, another account or no sense answers like any other and notes nothing', async () => {
    await using intake = await startIntake();
    for (const [path, init] of [
      [`/webhooks/quickbutik/${inAddress}?event_type=product.add&product_id=5`],
      [`/webhooks/qapla/${inAddress}`, post('{"apiKey":"qapla_other_key","trackingNumber":"T1"}')],
      [`/webhooks/qpilot/${inAddress}`, post('{"SiteId":43,"NewScheduledOrder":{"Id":7}}')],
      [`/webhooks/qapla/${inAddress}`, post('{"apiKey":')],
      [`/webhooks/qapla/${inAddress}`, post('')],
      [`/webhooks/qapla/${inAddress}`],
    ] satisfies [string, RequestInit?][]) {
      expect(await intake.call(path, init)).toEqual(ok);
    }
    expect(intake.noted).toEqual([]);
    const told = intake.logLines.map((line) => JSON.parse(line) as { msg: string; level: number });
    expect(told.filter(({ level }) => level >= 40).map(({ msg }) => msg)).toEqual([
      'webhook of another account',
      'webhook of another account',
      'webhook could not be read',
      'webhook could not be read',
      'webhook could not be read',
    ]);
  });

  it('answers while its note is still being written, before a provider would give up', async () => {
    let finish = () => {};
    await using intake = await startIntake({ note: () => new Promise((resolve) => (finish = resolve)) });
    const startedAt = performance.now();
    expect(await intake.call(newOrder)).toEqual(ok);
    const tookMs = performance.now() - startedAt;
    expect(tookMs).toBeGreaterThan(700);
    expect(tookMs).toBeLessThan(2000);
    finish();
  });

  it('is to be sent again when it could not be noted', async () => {
    await using intake = await startIntake({ note: () => Promise.reject(new Error('the store is full')) });
    expect(await intake.call(newOrder)).toEqual({ status: 503, body: '{"result":"KO"}' });
    expect(intake.logLines.join('')).toContain('webhook could not be noted');
    await using broken = await startIntake({
      note: () => {
        throw new Error('at once');
      },
    });
    expect(await broken.call(newOrder)).toMatchObject({ status: 503 });
  });

  it('may have a quarter of a megabyte', async () => {
    await using intake = await startIntake();
    const padded = (bytes: number) => post(JSON.stringify({ trackingNumber: 'T1', note: 'x'.repeat(bytes) }));
    expect(await intake.call(`/webhooks/qapla/${inAddress}`, padded(260_000))).toEqual(ok);
    expect(await intake.call(`/webhooks/qapla/${inAddress}`, padded(263_000))).toMatchObject({ status: 413 });
    expect(intake.noted).toHaveLength(1);
  });

  it('leaves no secret, key or person in the log', async () => {
    await using intake = await startIntake({ note: () => Promise.reject(new Error(secret)) });
    const person = { apiKey: 'qapla_test_key', trackingNumber: 'T-personal', consignee: 'ann@example.com' };
    await intake.call(newOrder);
    await intake.call(newOrder.replace('order_id', 'id'));
    await intake.call(`/webhooks/qapla/${inAddress}`, post(JSON.stringify(person)));
    await intake.call(`/webhooks/qapla/${inAddress}`, post(JSON.stringify({ ...person, apiKey: 'qapla_other_key' })));
    await intake.call('/webhooks/qapla/another_invented_secret', post(JSON.stringify(person)));
    const log = intake.logLines.join('');
    expect(log).toContain('"webhook":"qapla"');
    for (const word of [secret, inAddress, 'invented', '_key', 'T-personal', 'ann@', '1001'])
      expect(log).not.toContain(word);
  });
});

describe('without the secret', () => {
  const addresses = [
    '/webhooks/quickbutik/another-invented-secret',
    '/webhooks/quickbutik/',
    '/webhooks/quickbutik',
    '/webhooks/',
    `/webhooks/quickbutik/${inAddress}/more`,
    `/webhooks/quickbutik/${inAddress.toLowerCase().slice(1)}`,
    `/webhooks/QUICKBUTIK/${inAddress}`,
    `/webhooks/qard/${inAddress}`,
    `/webhooks/influencersoft/${inAddress}`,
    `/webhooks/nobody/${inAddress}`,
    `/webhooks/constructor/${inAddress}`,
  ];

  it('or for a provider that calls nobody or is not set up, nothing is found, and always alike', async () => {
    await using intake = await startIntake();
    for (const address of addresses) {
      const path = `${address}?event_type=order.new&order_id=1001`;
      expect(await intake.call(path)).toEqual(notFound);
      expect(await intake.call(path, post('x'.repeat(3000)))).toEqual(notFound);
    }
    expect(intake.noted).toEqual([]);
    expect(intake.logLines).toEqual([]);
  });

  it('set, nothing is found at all', async () => {
    await using intake = await startIntake({ env: {} });
    for (const address of [...addresses, newOrder]) expect(await intake.call(address)).toEqual(notFound);
    expect(intake.noted).toEqual([]);
  });
});

describe('the route', () => {
  /** A request with any Host header, which fetch does not allow. */
  const withHost = (url: string, path: string) =>
    new Promise<number>((resolve, reject) => {
      const request = httpRequest(`${url}${path}`, { headers: { host: 'hooks.example.com' } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on('error', reject);
      request.end();
    });

  it('answers under any name, since providers call through a tunnel, and nothing else does', async () => {
    await using intake = await startIntake();
    expect(await withHost(intake.url, newOrder)).toBe(200);
    expect(await withHost(intake.url, '/webhooks/quickbutik/wrong')).toBe(404);
    expect(await withHost(intake.url, '/webhooks')).toBe(403);
    expect(await withHost(intake.url, '/echo')).toBe(403);
    expect(await withHost(intake.url, '/elsewhere')).toBe(403);
    expect(await withHost(intake.url, '//webhooks/../echo')).toBe(403);
  });

  it('takes no other method for a call', async () => {
    await using intake = await startIntake();
    for (const method of ['HEAD', 'PUT', 'DELETE', 'OPTIONS'])
      expect(await intake.call(newOrder, { method })).toMatchObject({ status: 404 });
    expect(intake.noted).toEqual([]);
  });

  it('leaves the bodies of other routes as they are', async () => {
    await using intake = await startIntake();
    expect(await intake.call('/echo', post('{"a":1}'))).toEqual({ status: 200, body: '{"body":{"a":1}}' });
    expect(await intake.call('/echo', post('a=1', 'application/x-www-form-urlencoded'))).toMatchObject({ status: 415 });
  });
});

describe('in the gateway', () => {
  it('webhooks are found with the secret alone, and GraphQL reads its bodies as before', async () => {
    const env = { WEBHOOK_SECRET: secret, DIRECTORY: '1' };
    await using gateway = await startTestGateway({ sandbox: { orders: 5 }, env });
    const status = async (path: string, init?: RequestInit) => (await fetch(`${gateway.url}${path}`, init)).status;
    expect(await status(newOrder)).toBe(200);
    expect(await status('/webhooks/quickbutik/wrong?event_type=product.add')).toBe(404);
    expect(await gateway.query('{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
    expect(await status('/graphql', post('query=x', 'application/x-www-form-urlencoded'))).toBe(415);
    expect(gateway.logLines.join('')).toContain('"webhook":"quickbutik"');
    expect(gateway.logLines.join('')).not.toContain('invented');
  });

  it.each([
    ['until a secret is set', { DIRECTORY: '1' }],
    ['without a directory, which is all they could make fresh', { WEBHOOK_SECRET: secret }],
  ])('webhooks are not found %s', async (_, env) => {
    await using gateway = await startTestGateway({ sandbox: { orders: 5 }, env });
    expect((await fetch(`${gateway.url}${newOrder}`)).status).toBe(404);
  });
});
