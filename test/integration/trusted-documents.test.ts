import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { callsOf, send, type Transport } from '../support/limit-requests.js';
import { changeOf, follow, type LiveGateway, patient, startLiveGateway } from '../support/live-gateway.js';

const path = join(packageRoot, 'client/persisted-documents.json');
const documents = Object.values(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>);
const named = (start: string) => documents.find((text) => text.startsWith(start)) ?? '';
const query = named('query Customers(');
const subscription = named('subscription OrderChanged');
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const byHash = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } } });

let gateway: LiveGateway;
beforeAll(async () => {
  gateway = await startLiveGateway({ env: { TRUSTED_DOCUMENTS: path } });
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => gateway.sandbox.clear());

const transports: Transport[] = ['GET', 'POST', 'socket', 'stream'];

describe.each(transports)('with TRUSTED_DOCUMENTS over %s', (transport) => {
  it('a stored document runs, by its text, its hash and its id', async () => {
    for (const request of [
      { query },
      byHash(query),
      { documentId: hashOf(query) },
      { documentId: `sha256:${hashOf(query)}` },
    ]) {
      const { errors, data } = await send(gateway, transport, { ...request, variables: { first: 1 } });
      expect([request, errors, data?.['customers']]).toEqual([request, undefined, expect.anything()]);
    }
  });

  it('another text is refused, however little it differs, with its hash too', async () => {
    for (const other of [`${query} `, '{ categories { name } }', '{ __schema { types { name } } }']) {
      for (const request of [{ query: other }, { query: other, ...byHash(other) }]) {
        const { errors, data } = await send(gateway, transport, request);
        expect(data ?? null).toBeNull();
        expect(errors).toMatchObject([
          {
            message: 'This gateway executes stored documents only (TRUSTED_DOCUMENTS).',
            extensions: { code: 'FORBIDDEN', retryable: false },
          },
        ]);
      }
      const unknown = await send(gateway, transport, byHash(other));
      expect(unknown.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    }
    expect(callsOf(gateway)).toBe(0);
  });
});

describe('a subscription with TRUSTED_DOCUMENTS', () => {
  it.each([
    { query: subscription },
    { query: '', ...byHash(subscription) },
    { query: '', documentId: hashOf(subscription) },
  ])('is followed when it is stored: %o', async (request) => {
    const told: unknown[] = [];
    const stop = gateway.connect().subscribe(request, {
      next: (answer) => told.push(answer.data?.['orderChanged']),
      error: (error) => told.push(error),
      complete: () => {},
    });
    await gateway.isFollowed();
    gateway.events.publish(changeOf({ change: 'DELETED' }));
    await expect.poll(() => told, patient).toMatchObject([{ event: 'DELETED' }]);
    stop();
    await gateway.isFollowed(0);
  });

  it('is refused when it is not', async () => {
    const following = follow(gateway.connect(), 'subscription { orderChanged { event } }');
    await expect.poll(following.end, patient).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(gateway.events.listening).toBe(0);
  });
});

describe('without TRUSTED_DOCUMENTS', () => {
  let open: LiveGateway;
  beforeAll(async () => {
    open = await startLiveGateway();
  });
  afterAll(() => open[Symbol.asyncDispose]());

  it.each(transports)('a document is known by its hash over %s once it was sent with it', async (transport) => {
    const document = `query Of${transport} { categories { id } }`;
    const unknown = await send(open, transport, byHash(document));
    expect(unknown.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    expect((await send(open, transport, { query: document, ...byHash(document) })).errors).toBeUndefined();
    expect((await send(open, transport, byHash(document))).errors).toBeUndefined();
    expect((await send(open, transport, { documentId: hashOf(document) })).errors).toBeUndefined();
  });
});
