import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebhookFault } from '../../sandbox/kernel/faults.js';
import { type ProviderServer, startProviderServer } from '../../sandbox/kernel/provider-server.js';
import { WAITING_LIMIT, type WebhookManner, Webhooks } from '../../sandbox/kernel/webhooks.js';
import { startReceiver } from './webhook-receiver.js';

const opened: Webhooks[] = [];
afterEach(() => {
  for (const webhooks of opened.splice(0)) webhooks.close();
});

function sender(url: string, manner: WebhookManner = {}): Webhooks {
  const webhooks = new Webhooks(manner);
  webhooks.setTarget(`${url}/hooks/s3cret`);
  opened.push(webhooks);
  return webhooks;
}

const hook = (id: string) => ({ event: 'order.new', id, method: 'GET', query: { order_id: id } }) as const;
const ids = (list: { query: Record<string, string> }[]) => list.map(({ query }) => query['order_id']);

describe('webhooks of an imitation', () => {
  it('reach the given address with their query, and what was answered is noted', async () => {
    await using receiver = await startReceiver();
    const webhooks = sender(receiver.url, { userAgent: 'Shop/1.0' });
    webhooks.send(hook('7'));
    await webhooks.settled();
    expect(receiver.arrived).toMatchObject([
      { method: 'GET', path: '/hooks/s3cret', query: { order_id: '7' }, headers: { 'user-agent': 'Shop/1.0' } },
    ]);
    expect(webhooks.sent).toEqual([
      {
        event: 'order.new',
        id: '7',
        method: 'GET',
        query: 'order_id=7',
        body: '',
        attempts: [200],
        result: 'delivered',
      },
    ]);
  });

  it('are not sent while no address is given', async () => {
    const webhooks = new Webhooks();
    webhooks.send(hook('7'));
    await webhooks.settled();
    expect(webhooks.sent).toEqual([]);
  });

  it('are tried again after a failure as often as the provider does, and no more', async () => {
    await using receiver = await startReceiver((_, count) => ({ status: count === 2 ? 200 : 500 }));
    const webhooks = sender(receiver.url, { pausesMs: [1, 1] });
    webhooks.send(hook('1'));
    await webhooks.settled();
    webhooks.send(hook('2'));
    await webhooks.settled();
    expect(webhooks.sent).toMatchObject([
      { attempts: [500, 200], result: 'delivered' },
      { attempts: [500, 500, 500], result: 'failed' },
    ]);
  });

  it('count an answer as failed that the provider does not accept', async () => {
    await using receiver = await startReceiver(() => ({ status: 200, body: 'thanks' }));
    const webhooks = sender(receiver.url, { isAccepted: (_, body) => body === 'OK' });
    webhooks.send(hook('1'));
    await webhooks.settled();
    expect(webhooks.sent).toMatchObject([{ attempts: [200], result: 'failed' }]);
  });

  it('tell why there was no answer', async () => {
    const receiver = await startReceiver();
    await receiver[Symbol.asyncDispose]();
    const webhooks = sender(receiver.url);
    webhooks.send(hook('1'));
    await webhooks.settled();
    expect(webhooks.sent).toMatchObject([{ attempts: ['ECONNREFUSED'], result: 'failed' }]);
  });

  it('are switched off after too many failures in a row until an address is given again', async () => {
    await using receiver = await startReceiver(() => ({ status: 500 }));
    const webhooks = sender(receiver.url, { offAfter: 2 });
    for (const id of ['1', '2', '3']) {
      webhooks.send(hook(id));
      await webhooks.settled();
    }
    expect(webhooks.sent.map(({ result }) => result)).toEqual(['failed', 'failed', 'switched off']);
    webhooks.setTarget(receiver.url);
    webhooks.send(hook('4'));
    await webhooks.settled();
    expect(ids(receiver.arrived)).toEqual(['1', '2', '4']);
  });

  it('are dropped beyond the number that may be under way', async () => {
    await using receiver = await startReceiver();
    const webhooks = sender(receiver.url);
    webhooks.faults.add({ fault: { kind: 'webhook-delayed', ms: 60_000 } });
    for (let id = 0; id <= WAITING_LIMIT; id += 1) webhooks.send(hook(String(id)));
    expect(webhooks.sent.at(-1)).toMatchObject({ id: String(WAITING_LIMIT), result: 'dropped' });
    expect(webhooks.sent.at(-2)?.result).toBe('waiting');
  });

  it('leave no timer behind when the sender is closed', async () => {
    vi.useFakeTimers();
    const webhooks = sender('http://127.0.0.1:1');
    webhooks.faults.add({ fault: { kind: 'webhook-delayed', ms: 60_000 } });
    webhooks.send(hook('1'));
    const isOver = webhooks.settled();
    expect(vi.getTimerCount()).toBe(1);
    webhooks.close();
    await isOver;
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

describe('a fault of webhooks', () => {
  const send = async (fault: WebhookFault, receiver: { url: string }) => {
    const webhooks = sender(receiver.url);
    webhooks.faults.add({ fault, pathIncludes: 'order.new 1', times: 1 });
    for (const id of ['2', '1', '3', '1']) webhooks.send(hook(id));
    await webhooks.settled();
    return webhooks.sent.map(({ id, result }) => `${id} ${result}`);
  };

  it('loses one', async () => {
    await using receiver = await startReceiver();
    expect(await send({ kind: 'webhook-lost' }, receiver)).toEqual([
      '2 delivered',
      '1 lost',
      '3 delivered',
      '1 delivered',
    ]);
    expect(ids(receiver.arrived).sort()).toEqual(['1', '2', '3']);
  });

  it('sends one twice', async () => {
    await using receiver = await startReceiver();
    const results = await send({ kind: 'webhook-duplicated' }, receiver);
    expect(results).toEqual(['2 delivered', '1 delivered', '1 delivered', '3 delivered', '1 delivered']);
    expect(ids(receiver.arrived).sort()).toEqual(['1', '1', '1', '2', '3']);
  });

  it('lets newer ones overtake one', async () => {
    await using receiver = await startReceiver();
    const webhooks = sender(receiver.url);
    webhooks.faults.add({ fault: { kind: 'webhook-delayed', ms: 100 }, times: 1 });
    for (const id of ['1', '2', '3']) webhooks.send(hook(id));
    await webhooks.settled();
    expect(ids(receiver.arrived).at(-1)).toBe('1');
    expect(ids(receiver.arrived).sort()).toEqual(['1', '2', '3']);
  });

  it('leaves the answers of the provider alone, and faults of answers leave webhooks alone', () => {
    const { faults } = new Webhooks();
    faults.add({ fault: { kind: 'webhook-lost' } });
    faults.add({ fault: { kind: 'reset' } });
    faults.add({ fault: { kind: 'latency', ms: 5 } });
    expect(faults.take('GET', '/rows')).toEqual({ delayMs: 5, fault: { kind: 'reset' } });
    expect(faults.takeWebhook('GET', 'order.new 1')).toEqual({ isLost: true, isDuplicated: false, delayMs: 0 });
  });
});

describe('a provider that sends webhooks', () => {
  let server: ProviderServer;
  beforeEach(async () => {
    const webhooks = new Webhooks();
    server = await startProviderServer({
      name: 'qapla',
      host: '127.0.0.1',
      port: 0,
      webhooks,
      respond: async (request) => {
        webhooks.send({ event: 'changed', id: '1', method: 'POST', contentType: 'application/json', body: BODY });
        await turn();
        return { status: 200, body: request.path };
      },
    });
  });
  afterEach(() => server.close());
  const BODY = JSON.stringify({ apiKey: 'key-1', reference: 'r-1' });
  const post = (path: string, body: unknown) =>
    fetch(`${server.url}/${path}`, { method: 'POST', body: JSON.stringify(body) });

  it('answers although the receiver never does, and ends the calls under way when it is closed', async () => {
    await using receiver = await startReceiver(() => null);
    await post('__webhooks', { url: receiver.url });
    expect((await fetch(`${server.url}/change`)).status).toBe(200);
    await expect.poll(() => receiver.arrived.length).toBe(1);
    const isOver = server.webhooks.settled();
    await server.close();
    await expect.poll(() => receiver.broken).toEqual(['/']);
    await isOver;
  });

  it('is given its address over HTTP and lists what it sent without the key', async () => {
    await using receiver = await startReceiver();
    expect((await post('__webhooks', { url: 'ftp://receiver.test' })).status).toBe(400);
    expect((await post('__webhooks', {})).status).toBe(400);
    expect((await post('__webhooks', { url: `${receiver.url}/in` })).status).toBe(204);
    await fetch(`${server.url}/change`);
    await server.webhooks.settled();
    expect(receiver.arrived).toMatchObject([{ path: '/in', body: BODY }]);
    const listed = await (await fetch(`${server.url}/__webhooks`)).json();
    const body = JSON.stringify({ apiKey: '[secret]', reference: 'r-1' });
    expect(listed).toMatchObject([{ event: 'changed', body, attempts: [200], result: 'delivered' }]);
    await post('__webhooks', { url: null });
    await fetch(`${server.url}/__webhooks`, { method: 'DELETE' });
    await fetch(`${server.url}/change`);
    expect(await (await fetch(`${server.url}/__webhooks`)).json()).toEqual([]);
  });

  it('takes faults of webhooks over HTTP', async () => {
    await using receiver = await startReceiver();
    await post('__webhooks', { url: receiver.url });
    expect((await post('__faults', { fault: { kind: 'webhook-delayed' } })).status).toBe(400);
    expect((await post('__faults', { fault: { kind: 'webhook-lost' }, times: 1 })).status).toBe(201);
    await fetch(`${server.url}/change`);
    await fetch(`${server.url}/change`);
    await server.webhooks.settled();
    expect(server.webhooks.sent.map(({ result }) => result)).toEqual(['lost', 'delivered']);
  });
});
