import { describe, expect, it } from 'vitest';
import type { QardSource } from '../../../src/datasources/qard/source.js';
import type { FakeReply } from '../../support/fake-upstream.js';
import { startQard } from './start-qard.js';

type Writes = QardSource['writes'];

/** What a write sends and gives when the provider answers so. */
async function send(write: (writes: Writes) => Promise<unknown>, reply: FakeReply) {
  await using started = await startQard(() => reply);
  const outcome = await write(started.source.writes).catch((error: { code: string; words?: string | null }) => ({
    code: error.code,
    words: error.words,
  }));
  expect(started.requests).toHaveLength(1);
  const { method, path, body, headers } = started.requests[0] ?? { headers: {} };
  return { outcome, sent: `${method} ${path} ${body}`, headers, logLines: started.logLines };
}

const kinds = ['LOCATION', 'CUSTOMER', 'PRODUCT', 'ORDER'] as const;
const credentials = { clientId: 'API_KEY', clientSecret: 'API_SECRET_KEY' };
const puts: readonly (readonly [string, (writes: Writes) => Promise<unknown>, string])[] = [
  [
    'credentials',
    (writes) => writes.setCredentials('shopify', credentials),
    'PUT /api/v6/providers/shopify/credentials {"credentials":{"client_id":"API_KEY","client_secret":"API_SECRET_KEY"}}',
  ],
  [
    'settings',
    (writes) => writes.setAutoConnect('shopify', false),
    'PUT /api/v6/providers/shopify/settings {"auto_connect":false}',
  ],
  ['the switch', (writes) => writes.setEnabled('shopify', true), 'PUT /api/v6/providers/shopify {"enable":true}'],
];
const connect = (writes: Writes) => writes.connect('shopify', kinds);
const synchronize = (writes: Writes) => writes.synchronize(kinds);

describe('setting up a platform', () => {
  it.each(puts)('sends %s as the document has them, with the key', async (_, write, request) => {
    for (const reply of [{ status: 204 }, { json: {} }, { status: 202, json: { name: 'shopify' } }]) {
      const { outcome, sent, headers } = await send(write, reply);
      expect([outcome, sent]).toEqual([undefined, request]);
      expect(headers).toMatchObject({ 'x-api-key': 'qard_test_key', 'content-type': 'application/json' });
    }
  });

  it.each(puts)('gives %s up when refused', async (name, write) => {
    const reply = { status: 400, json: { error_code: 'BAD', error_message: 'API_SECRET_KEY is wrong' } };
    const { outcome, logLines } = await send(write, reply);
    const words = name === 'credentials' ? null : 'API_SECRET_KEY is wrong';
    expect(outcome).toEqual({ code: 'PROVIDER_REJECTED', words });
    expect(logLines.join('')).not.toContain('API_SECRET_KEY');
  });

  it.each(puts)('does not know of %s after a page, a server error or a cut connection', async (_, write) => {
    for (const reply of [{ text: '<html>' }, { status: 502 }, { drop: true }]) {
      expect((await send(write, reply)).outcome).toMatchObject({ code: 'PROVIDER_OUTCOME_UNKNOWN' });
    }
  });
});

describe('asking for a connection', () => {
  const request =
    'POST /api/v6/users/user-1/data-connections ' +
    '{"requested_data_types":["COMMERCE_LOCATION","COMMERCE_CUSTOMER","COMMERCE_PRODUCT","COMMERCE_ORDER"],"provider_name":"shopify"}';
  const wire = { id: 'c1', provider_name: 'shopify', status: 'PENDING', redirect_url: 'https://shop.example.com/go' };
  const link = {
    externalId: 'c1',
    provider: 'SHOPIFY',
    rawProvider: 'shopify',
    status: 'PENDING',
    redirectUrl: 'https://shop.example.com/go',
  };

  it('sends the body of the document and reads the connection', async () => {
    const { outcome, sent } = await send(connect, { status: 201, json: wire });
    expect([outcome, sent]).toEqual([{ isOld: false, link }, request]);
  });

  it.each([
    ['nothing', { status: 201 }],
    ['another statement', { json: { message: 'created' } }],
    ['a connection without an id', { json: { id: null, provider_name: 'shopify' } }],
    ['a list', { json: [] }],
  ])('shows no connection when the answer is %s', async (_, reply) => {
    expect((await send(connect, reply)).outcome).toEqual({ isOld: false, link: null });
  });

  it('says that there was one already', async () => {
    const reply = { status: 409, json: { error_message: 'exists' } };
    expect((await send(connect, reply)).outcome).toEqual({ isOld: true, link: null });
  });

  it('passes on a refusal', async () => {
    const reply = { status: 400, json: { message: 'Provider shopify is not enabled.' } };
    expect((await send(connect, reply)).outcome).toEqual({
      code: 'PROVIDER_REJECTED',
      words: 'Provider shopify is not enabled.',
    });
  });

  it.each([[{ text: '<html>' }], [{ status: 500 }], [{ drop: true }]])('is unknown after %j', async (reply) => {
    expect((await send(connect, reply)).outcome).toMatchObject({ code: 'PROVIDER_OUTCOME_UNKNOWN' });
  });
});

describe('starting a synchronization', () => {
  it('sends the body of the document, whose list has another name here', async () => {
    const { outcome, sent } = await send((writes) => writes.synchronize(['ORDER', 'PRODUCT']), {
      status: 202,
      json: [{ id: 's1', data_type: 'COMMERCE_ORDER', status: 'QUEUED' }],
    });
    expect(outcome).toEqual([
      {
        externalId: 's1',
        dataType: 'ORDER',
        rawDataType: 'COMMERCE_ORDER',
        status: 'QUEUED',
        requestedAt: null,
        completedAt: null,
      },
    ]);
    expect(sent).toBe('POST /api/v6/users/user-1/sync {"data_types":["COMMERCE_ORDER","COMMERCE_PRODUCT"]}');
  });

  it.each([
    ['a list under a name', { json: { data: [{ data_type: 'commerce_order' }] } }, ['ORDER']],
    ['one record', { status: 202, json: { id: 's1', data_type: 'COMMERCE_PRODUCT' } }, ['PRODUCT']],
    ['one record that names no kind of data', { status: 202, json: { id: 's1', status: 'QUEUED' } }, []],
  ])('reads the start from %s', async (_, reply, dataTypes) => {
    expect((await send(synchronize, reply)).outcome).toEqual(
      dataTypes.map((dataType) => expect.objectContaining({ dataType }) as unknown),
    );
  });

  it.each([
    ['nothing', { status: 202 }],
    ['an empty list', { status: 202, json: [] }],
    ['another statement', { json: { message: 'ok' } }],
    ['a text', { json: 'ok' }],
    ['a synchronization of other data', { json: [{ id: 's1', data_type: 'COMMERCE_REFUND' }] }],
  ])('takes %s for no start', async (_, reply) => {
    expect((await send(synchronize, reply)).outcome).toBe('UNSTATED');
  });

  it('says that one is running', async () => {
    expect((await send(synchronize, { status: 409, text: 'busy' })).outcome).toBe('RUNNING');
  });

  it.each([
    [{ status: 400, json: { error_message: 'not connected' } }, 'PROVIDER_REJECTED'],
    [{ status: 404 }, 'PROVIDER_REJECTED'],
    [{ status: 429 }, 'PROVIDER_RATE_LIMITED'],
    [{ status: 403 }, 'PROVIDER_AUTH'],
    [{ status: 500 }, 'PROVIDER_OUTCOME_UNKNOWN'],
    [{ text: '<html>' }, 'PROVIDER_OUTCOME_UNKNOWN'],
    [{ drop: true }, 'PROVIDER_OUTCOME_UNKNOWN'],
  ])('fails after %j as %s', async (reply, code) => {
    expect((await send(synchronize, reply)).outcome).toMatchObject({ code });
  });
});
