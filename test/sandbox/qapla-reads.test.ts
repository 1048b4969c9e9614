import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderServer } from '../../sandbox/kernel/provider-server.js';
import { startQapla } from '../../sandbox/qapla/index.js';
import { createWorld } from '../../sandbox/world/world.js';

const NOW = new Date('2026-03-01T09:30:00Z');
const world = createWorld({ seed: 1, orders: 1000, now: NOW });
let qapla: ProviderServer;

beforeAll(async () => {
  qapla = await startQapla(world, { host: '127.0.0.1', port: 0, now: () => NOW });
});

afterAll(async () => {
  await qapla.close();
});

type Body = Record<string, Record<string, unknown>>;

async function get(method: string, query: Record<string, string> = {}, apiKey = 'qapla_sandbox_key'): Promise<Body> {
  const response = await fetch(`${qapla.url}/1.1/${method}/?${new URLSearchParams({ apiKey, ...query })}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Body;
}

interface OrderRow {
  reference: string;
  importedAt: string;
  customerEmail: string;
  amount: string;
  source: string;
}

const ordersSince = async (dateFrom: string): Promise<OrderRow[]> =>
  (await get('getOrders', { dateFrom }))['getOrders']?.['orders'] as OrderRow[];

describe("Qapla', given a wrong key", () => {
  it('says so with status 200 in the manner of each method', async () => {
    const ko = { result: 'KO', error: 'invalid api key' };
    expect(await get('getTrack', {}, 'x')).toEqual({ getTrack: { error: true, message: 'invalid api key' } });
    expect(await get('getTracks', { days: '0' }, 'x')).toEqual({ getOrders: ko });
    expect(await get('getOrders', { days: '0' }, 'x')).toEqual({ getOrders: ko });
    expect(await get('getCredits', {}, 'x')).toEqual({ getCredits: ko });
    expect(await get('deleteTrack', {}, 'x')).toEqual({ deleteTrack: ko });
  });
});

describe("Qapla', asked for a parcel", () => {
  it('prints the documented one by number and by reference', async () => {
    const byNumber = await get('getTrack', { trackingNumber: '2878202252347', lang: 'ita' });
    expect(byNumber).toEqual(await get('getTrack', { reference: '300008236' }));
    expect(byNumber).toMatchObject({
      getTrack: {
        error: false,
        status: 'In consegna',
        statusDate: '31/08/2016 09:17:25',
        icon: 'https://cdn.qapla.it/img/status/4.png',
        trackingUrl: 'https://tracking.qapla.it/5700ac68a8eb963594fdd4b254e173a6',
        courier: 'SDA',
        courierLogo: 'https://cdn.qapla.it/cp/img/corrieri/32/SDA.png',
        courierStatus: 'IN CONSEGNA',
        courierPlace: 'CALTANISSETTA',
        courierDate: '31-08-2016',
      },
    });
    const events = byNumber['getTrack']?.['tracking'] as Record<string, string>[];
    expect(events.map((event) => [event['statusDate'], event['icon']?.slice(-6), event['courierStatus']])).toEqual([
      ['31/08/2016 00:00:00', '/4.png', 'IN CONSEGNA'],
      ['30/08/2016 00:00:00', '/6.png', 'DESTIN. ASSENTE-SVINCOLA ONLINE PER NUOVA CONSEGNA'],
      ['30/08/2016 00:00:00', '/4.png', 'IN CONSEGNA'],
      ['29/08/2016 00:00:00', '/3.png', "LA SPEDIZIONE E' IN VIAGGIO"],
      ['27/08/2016 00:00:00', '/3.png', "LA SPEDIZIONE E' PARTITA"],
      ['27/08/2016 00:00:00', '/3.png', 'IN TRANSITO'],
      ['26/08/2016 00:00:00', '/3.png', "LA SPEDIZIONE E' PARTITA"],
      ['26/08/2016 00:00:00', '20.png', "LA SPEDIZIONE E' STATA RITIRATA PRESSO IL MITTENTE"],
    ]);
  });

  it('translates labels, not the words of the courier', async () => {
    expect(await get('getTrack', { reference: '300008236', lang: 'eng' })).toMatchObject({
      getTrack: { status: 'Out for delivery', courierStatus: 'IN CONSEGNA' },
    });
  });

  it('says that nothing was found, with or without a number', async () => {
    const nothing = { getTrack: { error: true, message: 'nothing found' } };
    expect(await get('getTrack', { trackingNumber: '1' })).toEqual(nothing);
    expect(await get('getTrack')).toEqual(nothing);
  });

  it('answers on a path without its last slash', async () => {
    const response = await fetch(`${qapla.url}/1.1/getTrack?apiKey=qapla_sandbox_key&reference=300008236`);
    expect(await response.json()).toMatchObject({ getTrack: { error: false } });
  });
});

describe("Qapla', asked for a window", () => {
  it('prints the two documented orders', async () => {
    const [first, second] = await ordersSince('2017-07-13 09:00:00');
    expect(first).toMatchObject({
      source: 'magento',
      importedAt: '2017-07-13 16:00:13',
      reference: '100001408',
      amount: 'EUR 29.',
      isPOD: false,
      rows: [],
    });
    expect(second).toMatchObject({ reference: '1033815D', amount: '€ 5.50', rows: [{ qty: 6, total: '46.3600' }, {}] });
  });

  it('gives at most 100 rows, oldest first, from which a later window goes on', async () => {
    const first = await ordersSince('2017-01-01 00:00:00');
    expect(first).toHaveLength(100);
    const imported = first.map(({ importedAt }) => importedAt);
    expect(imported).toEqual(imported.toSorted());
    const next = await ordersSince(imported.at(-1) ?? '');
    expect(next[0]?.importedAt).toBe(imported.at(-1));
    expect(next.length).toBeGreaterThan(1);
    expect(next.length).toBeLessThan(100);
  });

  it('repeats the day it starts from and counts days from midnight in Italy', async () => {
    const { getTracks } = await get('getTracks', { days: '3' });
    expect(getTracks).toMatchObject({ result: 'OK', error: false, dateFrom: '2026-02-26' });
    expect(getTracks?.['tracks']).toHaveLength(Number(getTracks?.['count']));
    expect((await get('getOrders', { dateFrom: '2026-02-26 10:00:00' }))['getOrders']).toMatchObject({
      result: 'OK',
      error: '',
      dateFrom: '2026-02-26',
    });
  });

  it('refuses a window without a start or with a wrong one', async () => {
    expect(await get('getOrders')).toMatchObject({ getOrders: { result: 'KO' } });
    expect(await get('getTracks', { dateFrom: '26/02/2026' })).toMatchObject({ getOrders: { result: 'KO' } });
  });

  it('has parcels that arrived, parcels under way and histories with and without times', async () => {
    const { getTracks } = await get('getTracks', { days: '14' });
    const tracks = getTracks?.['tracks'] as { icon: string; tracking: { statusDate: string }[] }[];
    const icons = new Set(tracks.map(({ icon }) => icon.slice(icon.lastIndexOf('/') + 1)));
    expect([...icons]).toEqual(expect.arrayContaining(['99.png', '3.png']));
    const midnight = tracks.filter(({ tracking }) =>
      tracking.every(({ statusDate }) => statusDate.endsWith('00:00:00')),
    );
    expect(midnight.length).toBeGreaterThan(0);
    expect(midnight.length).toBeLessThan(tracks.length);
  });
});

describe("Qapla', joined with the shop", () => {
  it('knows the followed shopper by a parcel, an imported order and a marketplace order', async () => {
    const own = world.orders.filter(({ shopper }) => shopper.email === 'chris@example.com');
    const recent = await ordersSince('2025-12-31 00:00:00');
    const imported = recent.filter(({ customerEmail }) => customerEmail === 'chris@example.com');
    expect(imported.map(({ reference }) => reference)).toContain('MP-2041');
    expect(imported.some(({ reference }) => own.some((order) => order.reference === reference))).toBe(true);
    const sent = own.filter(({ status }) => status === 'done');
    for (const { reference } of sent) {
      expect(await get('getTrack', { reference })).toMatchObject({ getTrack: { error: false, reference } });
    }
    expect(sent.length).toBeGreaterThan(2);
  });
});

describe("Qapla', asked for couriers and credits", () => {
  it('filters couriers by a comma list of countries', async () => {
    const { getCouriers } = await get('getCouriers', { country: 'it,global' });
    const couriers = getCouriers?.['courier'] as { code: string; country: string }[];
    expect(new Set(couriers.map(({ country }) => country))).toEqual(new Set(['it', 'global']));
    expect(getCouriers).toMatchObject({ result: 'OK', error: null, count: couriers.length });
    expect(couriers[0]).toEqual({ code: 'ARAMEX', name: 'Aramex', country: 'global' });
  });

  it('tells credits with the Italian time', async () => {
    expect(await get('getCredits')).toEqual({
      getCredits: { result: 'OK', credits: 1000, date: '2026-03-01 10:30:00' },
    });
  });
});
