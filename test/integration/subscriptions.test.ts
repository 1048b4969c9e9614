import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  changeOf,
  follow,
  type LiveGateway,
  nodesOf,
  patient,
  startLiveGateway,
  type Told,
} from '../support/live-gateway.js';
import { operation } from '../support/operations.js';

let gateway: LiveGateway;
beforeAll(async () => {
  // Tests make their answers large by aliases.
  gateway = await startLiveGateway({ env: { MAX_ALIASES: '1000', MAX_FIELDS: '1001' } });
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => gateway.sandbox.clear());
afterEach(() => gateway.isFollowed(0));

/** The code a socket closes with, whatever its client thinks of it. */
const closeOf = (socket: WebSocket): Promise<number> => {
  socket.on('error', () => {});
  return new Promise((resolve) => socket.on('close', resolve));
};

/** Orders of the shop as the gateway itself reads them. */
async function someOrders(): Promise<{ externalId: string; reference: string; status: string }[]> {
  const query = '{ orders(first: 20, filter: { provider: QUICKBUTIK }) { nodes { externalId reference status } } }';
  return nodesOf(await gateway.ask(query), 'orders');
}

describe('a subscription over WebSocket', () => {
  it('tells a change within 500 ms of its publication, with the order as it is now', async () => {
    const [order] = await someOrders();
    const { results, stop } = follow(gateway.connect(), operation('OrderChanged'));
    await gateway.isFollowed();
    let startedAt = 0;
    // The first one warms up.
    for (const count of [1, 2]) {
      startedAt = performance.now();
      gateway.events.publish(changeOf({ externalId: order?.externalId ?? '' }));
      await expect.poll(() => results.length, { ...patient, interval: 5 }).toBe(count);
    }
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(results[1]).toEqual({
      data: {
        orderChanged: {
          event: 'UPDATED',
          order: { id: expect.any(String) as string, reference: order?.reference, status: order?.status },
        },
      },
    });
    stop();
  });

  it('tells changes of parcels and of scheduled orders', async () => {
    const query = '{ scheduledOrders(first: 1) { nodes { id externalId status nextOccurrenceAt } } }';
    const [found] = nodesOf<{ externalId: string }>(await gateway.ask(query), 'scheduledOrders');
    const { externalId = '', ...scheduled } = found ?? {};
    const client = gateway.connect();
    const parcels = follow(client, operation('ShipmentChanged'));
    const subscriptions = follow(client, operation('ScheduledOrderChanged'));
    await gateway.isFollowed(2);
    gateway.events.publish(changeOf({ kind: 'PARCEL', provider: 'QAPLA', externalId: '2878202252347' }));
    gateway.events.publish(changeOf({ kind: 'SUBSCRIPTION', provider: 'QPILOT', externalId, change: 'CREATED' }));
    await expect
      .poll(() => [parcels.results, subscriptions.results], patient)
      .toEqual([
        [
          {
            data: {
              shipmentChanged: {
                event: 'UPDATED',
                shipment: { trackingNumber: '2878202252347', status: 'OUT_FOR_DELIVERY' },
              },
            },
          },
        ],
        [{ data: { scheduledOrderChanged: { event: 'CREATED', scheduledOrder: scheduled } } }],
      ]);
    parcels.stop();
    subscriptions.stop();
  });

  it('tells of a deletion what is known, and asks no provider', async () => {
    const { results, stop } = follow(
      gateway.connect(),
      'subscription { orderChanged { event provider externalId reference order { id } } }',
    );
    await gateway.isFollowed();
    gateway.events.publish(changeOf({ change: 'DELETED', externalId: '77', reference: '0077' }));
    await expect
      .poll(() => results, patient)
      .toEqual([
        {
          data: {
            orderChanged: {
              event: 'DELETED',
              provider: 'QUICKBUTIK',
              externalId: '77',
              reference: '0077',
              order: null,
            },
          },
        },
      ]);
    expect(gateway.sandbox.providers.quickbutik.requests).toEqual([]);
    stop();
  });

  it('reads each change anew', async () => {
    const [order] = await someOrders();
    gateway.sandbox.clear();
    const { results, stop } = follow(gateway.connect(), operation('OrderChanged'));
    await gateway.isFollowed();
    for (const count of [1, 2]) {
      gateway.events.publish(changeOf({ externalId: order?.externalId ?? '' }));
      await expect.poll(() => results.length, patient).toBe(count);
    }
    expect(gateway.sandbox.providers.quickbutik.requests.length).toBe(2);
    stop();
  });

  it('tells every client what it asked for, and stops when it is told to', async () => {
    const one = follow(gateway.connect(), 'subscription { orderChanged { externalId } }');
    const other = follow(gateway.connect(), 'subscription { orderChanged { event } }');
    await gateway.isFollowed(2);
    gateway.events.publish(changeOf({ externalId: '1' }));
    await expect
      .poll(() => [one.results, other.results], patient)
      .toEqual([[{ data: { orderChanged: { externalId: '1' } } }], [{ data: { orderChanged: { event: 'UPDATED' } } }]]);
    one.stop();
    await gateway.isFollowed(1);
    gateway.events.publish(changeOf({ externalId: '2' }));
    await expect.poll(() => other.results.length, patient).toBe(2);
    expect(one.results.length).toBe(1);
    other.stop();
  });

  it('tells 1,000 changes in their order', async () => {
    const { results, stop } = follow(gateway.connect(), 'subscription { orderChanged { externalId } }');
    await gateway.isFollowed();
    const ids = Array.from({ length: 1000 }, (_, index) => String(index));
    for (const externalId of ids) gateway.events.publish(changeOf({ externalId }));
    await expect.poll(() => results.length, patient).toBe(1000);
    expect(results.map(({ data }) => data?.['orderChanged']?.['externalId'])).toEqual(ids);
    stop();
  });

  it('keeps the order of changes whose things take different times to read', async () => {
    const orders = await someOrders();
    const slow = orders[0]?.externalId ?? '';
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 150 }, pathIncludes: slow });
    const { results, stop } = follow(
      gateway.connect(),
      'subscription { orderChanged { externalId order { reference } } }',
    );
    await gateway.isFollowed();
    for (const { externalId } of orders) gateway.events.publish(changeOf({ externalId }));
    await expect.poll(() => results.length, patient).toBe(orders.length);
    expect(results.map(({ data }) => data?.['orderChanged'])).toEqual(
      orders.map(({ externalId, reference }) => ({ externalId, order: { reference } })),
    );
    stop();
  });

  it('ends with EVENTS_LOST when more changes come than can wait, after those that waited', async () => {
    const following = follow(gateway.connect(), 'subscription { orderChanged { externalId } }');
    await gateway.isFollowed();
    for (let index = 0; index < 1100; index += 1) gateway.events.publish(changeOf({ externalId: String(index) }));
    await expect.poll(following.end, patient).toBe('COMPLETE');
    expect(following.results.length).toBeGreaterThanOrEqual(1001);
    expect(following.results.slice(0, -1).map(({ data }) => data?.['orderChanged']?.['externalId'])).toEqual(
      Array.from({ length: following.results.length - 1 }, (_, index) => String(index)),
    );
    expect(following.results.at(-1)).toEqual({
      errors: [
        {
          message: 'Changes came faster than they were taken, and some are lost.',
          extensions: { code: 'EVENTS_LOST', retryable: false, requestId: expect.any(String) as string },
        },
      ],
    });
  });

  it('does not pile up changes for a client that reads nothing', async () => {
    const client = gateway.connect();
    let socket: WebSocket | undefined;
    client.on('connected', (given) => {
      socket = given as WebSocket;
    });
    const fields = Array.from({ length: 1000 }, (_, index) => `field${index}: externalId`).join(' ');
    follow(client, `subscription { orderChanged { ${fields} } }`);
    await gateway.isFollowed();
    socket?.pause();
    const change = changeOf({ externalId: 'x'.repeat(200) });
    // More than the buffers of the system hold.
    expect(await gateway.publishUntilStuck(change, 400)).toBeLessThan(400);
    for (let index = 0; index < 1010; index += 1) gateway.events.publish(change);
    expect(gateway.events.listening).toBe(0);
    client.terminate();
  }, 40_000);
});

describe('errors over WebSocket', () => {
  it('look like those over HTTP', async () => {
    const failing = { kind: 'status', status: 401, body: { error: 'key qb_sandbox_key is bad' } } as const;
    gateway.sandbox.providers.quickbutik.faults.add({ fault: failing });
    const overHttp = await gateway.ask('{ order(by: { id: "1001" }) { id } }');
    const { results, stop } = follow(gateway.connect(), 'subscription { orderChanged { externalId order { id } } }');
    await gateway.isFollowed();
    gateway.events.publish(changeOf({}));
    await expect.poll(() => results.length, patient).toBe(1);
    expect(results[0]?.data).toEqual({ orderChanged: { externalId: '1001', order: null } });
    expect(results[0]?.errors).toEqual([
      {
        ...overHttp.errors?.[0],
        path: ['orderChanged', 'order'],
        locations: expect.any(Array) as unknown[],
        extensions: {
          ...(overHttp.errors?.[0]?.['extensions'] as object),
          requestId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
        },
      },
    ]);
    stop();
  });

  it('tell that a change could not be held against the filter', async () => {
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'status', status: 401 } });
    const { results, stop } = follow(
      gateway.connect(),
      'subscription { orderChanged(filter: { status: [PAID] }) { externalId } }',
    );
    await gateway.isFollowed();
    gateway.events.publish(changeOf({}));
    await expect
      .poll(() => results, patient)
      .toEqual([
        {
          data: { orderChanged: null },
          errors: [
            expect.objectContaining({
              path: ['orderChanged'],
              message: expect.stringContaining('Quickbutik') as string,
            }),
          ],
        },
      ]);
    stop();
  });

  it.each([
    ['{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { orderChanged { nope } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { orderChanged { event } shipmentChanged { event } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription {', 'GRAPHQL_PARSE_FAILED'],
    [`{ ${'__typename '.repeat(15_001)} }`, 'GRAPHQL_PARSE_FAILED'],
    [`subscription { orderChanged { ${'event '.repeat(15_001)} } }`, 'GRAPHQL_PARSE_FAILED'],
  ])('say what is wrong with the document %#', async (query, code) => {
    const following = follow(gateway.connect(), query);
    await expect
      .poll(following.end, patient)
      .toEqual([
        expect.objectContaining({ extensions: { code, retryable: false, requestId: expect.any(String) as string } }),
      ]);
  });
});

describe('queries and mutations over WebSocket', () => {
  it('are answered as over HTTP, failures of single providers included', async () => {
    gateway.sandbox.providers.qapla.faults.add({ fault: { kind: 'status', status: 401 } });
    const query = '{ orders(first: 2) { nodes { reference } coverage { provider complete } } }';
    const overHttp = await gateway.ask(query);
    const following = follow(gateway.connect(), query);
    await expect.poll(following.end, patient).toBe('COMPLETE');
    const withoutId = ({ data, errors }: Told) => ({
      data,
      errors: errors?.map((error) => ({ ...error, extensions: { ...(error['extensions'] as object), requestId: '' } })),
    });
    expect(overHttp.errors?.length).toBe(1);
    expect(following.results.map(withoutId)).toEqual([withoutId(overHttp)]);
  });

  it('write', async () => {
    const following = follow(
      gateway.connect(),
      'mutation { deleteShipment(input: { trackingNumber: "no such parcel" }) { deletedTrackingNumber userErrors { code } } }',
    );
    await expect.poll(following.end, patient).toBe('COMPLETE');
    expect(following.results).toMatchObject([
      { data: { deleteShipment: { deletedTrackingNumber: null, userErrors: [{ code: 'NOT_FOUND' }] } } },
    ]);
  });

  it('end when the socket closes, and cancel what they asked', async () => {
    gateway.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'hang' } });
    const before = gateway.logLines.length;
    const client = gateway.connect();
    follow(client, '{ categories { name } }');
    await expect.poll(() => gateway.sandbox.providers.quickbutik.requests.length, patient).toBe(1);
    client.terminate();
    await expect
      .poll(() => gateway.logLines.slice(before).some((line) => line.includes('upstream call failed')), patient)
      .toBe(true);
  });
});

describe('the socket', () => {
  const open = (headers: Record<string, string>, path = '/graphql') => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
    return new Promise<number>((resolve) => {
      socket.on('open', () => {
        socket.terminate();
        resolve(101);
      });
      socket.on('error', () => {});
      socket.on('unexpected-response', (_, response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
    });
  };

  it('opens for programs, pages of this machine and Apollo Studio, and for no others', async () => {
    expect(await open({})).toBe(101);
    expect(await open({ origin: 'http://localhost:5173' })).toBe(101);
    expect(await open({ origin: 'https://studio.apollographql.com' })).toBe(101);
    expect(await open({ origin: 'https://shop.example.com' })).toBe(403);
    expect(await open({ origin: 'null' })).toBe(403);
    expect(await open({ host: 'rebound.example.com', origin: 'http://rebound.example.com' })).toBe(403);
    expect(await open({}, '/elsewhere')).toBe(404);
  });

  it('leaves requests that offer another protocol as they are', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAMAAABkAAQAoAAAAAIAAAAA',
    };
    const answer = await new Promise<string>((resolve, reject) => {
      const request = httpRequest(`${gateway.url}/graphql`, { method: 'POST', headers }, (response) => {
        response.setEncoding('utf8');
        response.once('data', resolve);
      });
      request.on('error', reject);
      request.write(body.slice(0, 5));
      setImmediate(() => request.end(body.slice(5)));
    });
    expect(JSON.parse(answer)).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('has at most 100 operations under way', async () => {
    const client = gateway.connect();
    const followings = Array.from({ length: 101 }, () => follow(client, 'subscription { orderChanged { event } }'));
    await gateway.isFollowed(100);
    await expect
      .poll(() => followings.filter(({ end }) => end() !== 'OPEN').map(({ end }) => end()), patient)
      .toEqual([[expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_REQUEST' }) as object })]]);
    for (const { stop } of followings) stop();
  });

  it('ends its subscriptions when it breaks', async () => {
    const client = gateway.connect();
    follow(client, 'subscription { orderChanged { event } }');
    await gateway.isFollowed();
    client.terminate();
    await expect.poll(() => gateway.events.listening, patient).toBe(0);
  });

  it('refuses a message that is too large, and a client that speaks another protocol', async () => {
    const socket = new WebSocket(gateway.socketUrl, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send('x'.repeat(1_100_000));
    expect(await closeOf(socket)).toBe(1009);
    const stranger = new WebSocket(gateway.socketUrl, 'graphql-ws');
    expect(await closeOf(stranger)).not.toBe(1000);
    expect(gateway.logLines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

describe('a gateway that closes', () => {
  it('answers what is asked, then ends all sockets with 1001', async () => {
    await using closing = await startLiveGateway();
    const client = closing.connect();
    const closed = new Promise((resolve) => client.on('closed', resolve));
    const following = follow(client, 'subscription { orderChanged { event } }');
    await expect.poll(() => closing.events.listening, patient).toBe(1);
    closing.sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 200 } });
    const asked = follow(client, '{ categories { name } }');
    await expect.poll(() => closing.sandbox.providers.quickbutik.requests.length, patient).toBe(1);
    await closing.close();
    expect(asked.results[0]?.data?.['categories']).toEqual(expect.any(Array));
    expect(await closed).toMatchObject({ code: 1001 });
    expect(following.end()).toMatchObject({ code: 1001 });
    expect(closing.events.listening).toBe(0);
  });
});
