import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderServer } from '../../sandbox/kernel/provider-server.js';
import { startQapla } from '../../sandbox/qapla/index.js';
import { createWorld } from '../../sandbox/world/world.js';

const NOW = new Date('2026-03-01T09:30:00Z');
const world = createWorld({ seed: 1, orders: 100, now: NOW });
const apiKey = 'qapla_sandbox_key';
let qapla: ProviderServer;

beforeEach(async () => {
  qapla = await startQapla(world, { host: '127.0.0.1', port: 0, now: () => NOW });
});

afterEach(async () => {
  await qapla.close();
});

async function push(method: 'pushTrack' | 'pushOrder', items: unknown, key = apiKey): Promise<Response> {
  const body = JSON.stringify({ apiKey: key, [method]: items });
  return fetch(`${qapla.url}/1.1/${method}/`, { method: 'POST', body });
}

async function get(method: string, query: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${qapla.url}/1.1/${method}/?${new URLSearchParams({ apiKey, ...query })}`);
  return response.json();
}

const applied = async (): Promise<unknown> => (await fetch(`${qapla.url}/__applied`)).json();

const PARCEL = {
  trackingNumber: '1Z0V5V416840696736',
  courier: 'UPS',
  shipDate: '2014-08-02',
  reference: 'ord. # 1674',
};
const ORDER = {
  id: '2000994',
  orderID: '812012',
  status: 'processing',
  createdAt: '2017-06-16 11:18:00',
  updatedAt: '2017-06-16 16:09:20',
  customerName: 'Luca Cassia',
  customerAddress: 'Via Aieiez, 99',
  customerCity: 'Vedano Olona',
  customerState: 'VA',
  customerZip: '21040',
  customerEmail: 'adso@example.com',
  amount: 'EUR 99.90',
  paymentType: 'ccash',
  isPOD: true,
};

describe("Qapla', given parcels", () => {
  it('answers row by row and counts the imported ones', async () => {
    const items = [PARCEL, PARCEL, { ...PARCEL, trackingNumber: 'B', courier: 'NONE' }, { courier: 'DHL' }];
    expect(await (await push('pushTrack', items)).json()).toEqual({
      pushTrack: {
        track: [
          { result: 'OK', row: 1, url: expect.stringMatching(/^https:\/\/tracking\.qapla\.it\/[0-9a-f]{32}$/) },
          { result: 'KO', row: 2, error: 'tracking number 1Z0V5V416840696736 already used' },
          { result: 'KO', row: 3, error: 'courier NONE not found' },
          { result: 'KO', row: 4, error: 'trackingNumber is missing' },
        ],
        imported: 1,
      },
    });
    expect(await applied()).toEqual({ pushTrack: 1 });
  });

  it('finds a pushed parcel by a reference with blanks and a hash, without any event yet', async () => {
    await push('pushTrack', [PARCEL]);
    expect(await get('getTrack', { reference: 'ord. # 1674' })).toMatchObject({
      getTrack: { error: false, status: 'Attesa elaborazione', statusDate: '01/03/2026 10:30:00', tracking: [] },
    });
    expect(await get('getTracks', { days: '0' })).toMatchObject({
      getTracks: { tracks: expect.arrayContaining([expect.objectContaining({ reference: 'ord. # 1674' })]) },
    });
    expect(await get('getCredits', {})).toMatchObject({ getCredits: { credits: 999 } });
  });

  it('deletes one by a GET, after which its number is free', async () => {
    await push('pushTrack', [PARCEL]);
    const { trackingNumber } = PARCEL;
    expect(await get('deleteTrack', { trackingNumber })).toEqual({ deleteTrack: { error: false, result: 'OK' } });
    expect(await get('getTrack', { trackingNumber })).toMatchObject({ getTrack: { message: 'nothing found' } });
    expect(await get('deleteTrack', { trackingNumber })).toMatchObject({ deleteTrack: { result: 'KO' } });
    expect(await (await push('pushTrack', [PARCEL])).json()).toMatchObject({ pushTrack: { imported: 1 } });
  });

  it('refuses a wrong key', async () => {
    const response = await push('pushTrack', [PARCEL], 'wrong');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ pushTrack: { result: 'KO', error: 'invalid api key' } });
    expect(await applied()).toEqual({});
  });
});

describe("Qapla', given orders", () => {
  it('inserts, then updates by reference, with counters that stay 0 as printed', async () => {
    expect(await (await push('pushOrder', [ORDER])).json()).toEqual({
      pushOrder: {
        result: 'OK',
        error: '',
        count: 1,
        orders: [{ row: 1, action: 'ins', id: '2000994' }],
        imported: 0,
        updated: 0,
      },
    });
    const again = await push('pushOrder', [{ ...ORDER, status: 'complete' }, { id: '5' }]);
    expect(await again.json()).toMatchObject({
      pushOrder: {
        orders: [
          { row: 1, action: 'upd' },
          { row: 2, action: 'err', error: 'status is missing' },
        ],
      },
    });
    const { getOrders } = (await get('getOrders', { days: '0' })) as { getOrders: { orders: { reference: string }[] } };
    const stored = getOrders.orders.filter(({ reference }) => reference === '2000994');
    expect(stored).toMatchObject([
      { status: 'complete', amount: 'EUR 99.90', isPOD: true, importedAt: '2026-03-01 10:30:00' },
    ]);
    expect(JSON.stringify(stored)).not.toContain('812012');
  });
});

describe("Qapla's rate limit", () => {
  it('is off until switched on, then takes one token per item and says when to come back', async () => {
    const many = Array.from({ length: 121 }, (_, index) => ({ ...PARCEL, trackingNumber: `N${index}` }));
    expect((await push('pushTrack', many)).status).toBe(200);
    await fetch(`${qapla.url}/__rate`, { method: 'POST', body: '{"on":true}' });
    const refused = await push('pushTrack', many);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toEqual({ error: 'Too Many Requests' });
    expect((await push('pushTrack', many.slice(0, 120))).status).toBe(200);
    expect((await push('pushTrack', many.slice(0, 1))).status).toBe(429);
  });
});
