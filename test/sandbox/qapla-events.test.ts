import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderServer } from '../../sandbox/kernel/provider-server.js';
import { startQapla } from '../../sandbox/qapla/index.js';
import { createWorld } from '../../sandbox/world/world.js';
import { startReceiver } from './webhook-receiver.js';

const NOW = new Date('2026-03-01T09:30:00Z');
const world = createWorld({ seed: 1, orders: 1000, now: NOW });
const apiKey = 'qapla_sandbox_key';
let qapla: ProviderServer;

beforeEach(async () => {
  qapla = await startQapla(world, { host: '127.0.0.1', port: 0, now: () => NOW });
});

afterEach(() => qapla.close());

const post = async (path: string, body?: unknown) => {
  const response = await fetch(`${qapla.url}/${path}`, {
    method: 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

const get = async (method: string, query: Record<string, string>): Promise<Record<string, unknown>> => {
  const response = await fetch(`${qapla.url}/1.1/${method}/?${new URLSearchParams({ apiKey, ...query })}`);
  return ((await response.json()) as Record<string, Record<string, unknown>>)[method] ?? {};
};

const PARCEL = { trackingNumber: 'NEW1', courier: 'DHL', shipDate: '2026-03-01', reference: 'r 1', city: 'Åre' };
const push = (item: object = PARCEL) => post('1.1/pushTrack/', { apiKey, pushTrack: [item] });
const bodies = (receiver: { arrived: { body: string }[] }) =>
  receiver.arrived.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe("a parcel at Qapla'", () => {
  it('goes its journey step by step until it is delivered', async () => {
    await push();
    const statuses: unknown[] = [];
    for (let step = 0; step < 6; step += 1) {
      expect((await post('__parcels/NEW1/advance')).status).toBe(200);
      statuses.push((await get('getTrack', { trackingNumber: 'NEW1', lang: 'eng' }))['status']);
    }
    expect(statuses).toEqual([
      'Waiting for pickup',
      'Departed',
      'In transit',
      'In transit',
      'Out for delivery',
      'Delivered',
    ]);
    const { tracking } = await get('getTrack', { trackingNumber: 'NEW1' });
    expect(tracking).toHaveLength(6);
    expect(tracking).toMatchObject([{ courierPlace: 'ÅRE', statusDate: '01/03/2026 10:30:00' }, {}, {}, {}, {}, {}]);
    expect(await post('__parcels/NEW1/advance')).toEqual({ status: 409, body: { error: 'The journey has ended' } });
  });

  it('has on its whole way the steps of one journey, those of the invented year and those still ahead', async () => {
    const { tracks } = await get('getTracks', { days: '3' });
    const moving = (tracks as { trackingNumber: string; tracking: unknown[] }[]).find(
      ({ tracking }) => tracking.length > 0 && tracking.length < 4,
    );
    const number = moving?.trackingNumber ?? '';
    while ((await post(`__parcels/${number}/advance`)).status === 200);
    const { tracking } = await get('getTrack', { trackingNumber: number });
    const icons = (tracking as { icon: string }[]).map(({ icon }) => icon.replace(/^.*\//, '')).reverse();
    expect(icons.slice(0, 4)).toEqual(['2.png', '20.png', '3.png', '3.png']);
    expect(icons.at(-1)).toMatch(/^(99|95|6-1|6-4)\.png$/);
  });

  it('goes on where the document left it', async () => {
    const shown = await get('getTrack', { trackingNumber: '2878202252347' });
    expect((await post('__parcels/2878202252347/advance')).body).toMatchObject({ status: 'Delivered' });
    const after = await get('getTrack', { trackingNumber: '2878202252347' });
    expect(after).toMatchObject({ status: 'Consegnato', statusDate: '01/03/2026 10:30:00' });
    expect((after['tracking'] as unknown[]).slice(1)).toEqual(shown['tracking']);
  });

  it('takes a status that is given, and none that does not exist', async () => {
    await push();
    expect((await post('__parcels/NEW1/advance', { status: '6-1' })).body).toMatchObject({
      status: 'Exception',
      icon: 'https://cdn.qapla.it/img/status/6-1.png',
    });
    expect((await post('__parcels/NEW1/advance', { status: '7' })).status).toBe(400);
    expect((await post('__parcels/NONE/advance')).status).toBe(404);
  });
});

describe("Qapla's webhooks", () => {
  it('tell of each status with the key of the channel and the number of the status as text', async () => {
    await using receiver = await startReceiver();
    await push();
    qapla.webhooks.setTarget(`${receiver.url}/webhooks/qapla/s3cret`);
    await post('__parcels/NEW1/advance');
    await qapla.webhooks.settled();
    await post('__parcels/NEW1/advance', { status: '6-1' });
    await qapla.webhooks.settled();
    const common = {
      apiKey,
      trackingNumber: 'NEW1',
      courier: 'DHL',
      reference: 'r 1',
      date: '2026-03-01 10:30:00',
      return: 0,
      hasChildren: 0,
      isChild: 0,
      custom1: '',
      custom2: '',
      custom3: '',
    };
    expect(receiver.arrived).toMatchObject([{ method: 'POST', path: '/webhooks/qapla/s3cret', query: {} }, {}]);
    expect(receiver.arrived[0]?.headers['content-type']).toBe('application/json');
    expect(bodies(receiver)).toEqual([
      {
        ...common,
        courierStatus: 'IN ATTESA DI RITIRO',
        place: 'MILANO HUB',
        qaplaStatusID: '2',
        qaplaStatus: 'ATTESA RITIRO',
        statusDetails: [],
      },
      {
        ...common,
        courierStatus: 'ECCEZIONE',
        place: 'MILANO HUB',
        qaplaStatusID: '6',
        qaplaStatus: 'ECCEZIONE',
        statusDetails: [{ id: 1, detail: 'GIACENZA' }],
      },
    ]);
  });

  it('tell of a shipment that was created, under orders, and not of one that was refused', async () => {
    await using receiver = await startReceiver();
    qapla.webhooks.setTarget(receiver.url);
    await push({ ...PARCEL, amount: '28,74', email: 'adso@example.com' });
    await push();
    await qapla.webhooks.settled();
    expect(bodies(receiver)).toMatchObject([
      {
        apiKey,
        orders: [{ reference: 'r 1', trackingNumber: 'NEW1', amount: '€ 28.74', customerEmail: 'adso@example.com' }],
      },
    ]);
  });

  it('are tried again until the answer says OK', async () => {
    await using receiver = await startReceiver((_, count) => ({
      status: 200,
      ...(count === 1 ? { body: '{"result":"KO"}' } : {}),
    }));
    qapla.webhooks.setTarget(receiver.url);
    await push();
    await qapla.webhooks.settled();
    expect(qapla.webhooks.sent).toMatchObject([
      { event: 'order', id: 'NEW1', attempts: [200, 200], result: 'delivered' },
    ]);
  });
});

describe("Qapla's lists", () => {
  it('show the hundred oldest rows of a window, or the hundred newest when the order is turned', async () => {
    const since = world.now.getTime() - 400 * 86_400_000;
    const times = async () =>
      ((await get('getOrders', { days: '400' }))['orders'] as { importedAt: string }[]).map(
        ({ importedAt }) => importedAt,
      );
    const oldest = await times();
    expect(oldest).toHaveLength(100);
    expect(oldest).toEqual(oldest.toSorted());
    expect((await post('__options', { rows: 'sideways' })).status).toBe(400);
    expect((await post('__options', { rows: 'descending' })).status).toBe(200);
    const newest = await times();
    expect(newest).toHaveLength(100);
    expect(newest).toEqual(newest.toSorted().reverse());
    expect((newest.at(-1) ?? '') > (oldest[0] ?? '')).toBe(true);
    expect(Date.parse(`${newest[0]?.replace(' ', 'T')}Z`)).toBeGreaterThan(since);
    const { tracks } = await get('getTracks', { days: '400' });
    expect(tracks).toHaveLength(100);
  });
});
