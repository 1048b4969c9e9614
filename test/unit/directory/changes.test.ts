import { describe, expect, it } from 'vitest';
import type { IndexEntry } from '../../../src/datasources/_shared/index-feed.js';
import type { StoredDirectory } from '../../../src/directory/stored-directory.js';
import {
  head,
  listCustomer,
  listImport,
  listOrder,
  listParcel,
  listSubscription,
  money,
  shopper,
  whole,
} from './entries.js';
import { startDirectory } from './stores.js';

const email = 'astrid@example.com';

/** What each entry changes, one after the other. */
async function changesOf(directory: StoredDirectory, entries: readonly IndexEntry[], provider = 'QUICKBUTIK' as const) {
  const changes: (string | null)[] = [];
  for (const entry of entries) changes.push((await directory.put(provider, [entry]))[0]?.change ?? null);
  return changes;
}

describe('an order', () => {
  it('is new once, and different when its status, word, amount or time is', async () => {
    await using started = startDirectory();
    const pictures = [
      head('1'),
      head('1'),
      head('1', { status: 'DONE', rawStatus: '2' }),
      head('1', { status: 'DONE', rawStatus: '3' }),
      head('1', { status: 'DONE', rawStatus: '3', total: money('90.00') }),
      head('1', { status: 'DONE', rawStatus: '3', total: money('90.00'), placedAt: '2026-05-02T10:00:00Z' }),
      head('1', { status: 'DONE', rawStatus: '3', total: money('90.00'), placedAt: '2026-05-02T10:00:00.000Z' }),
    ];
    const changes = await changesOf(started.directory, pictures.map(listOrder));
    expect(changes).toEqual(['CREATED', null, 'UPDATED', 'UPDATED', 'UPDATED', 'UPDATED', null]);
  });

  it('tells with the change its number and whose it is', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const order = whole('1', ' Astrid@Example.COM ', { reference: 'no. 1' });
    expect(await directory.put('QUICKBUTIK', [listOrder(order)])).toEqual([
      {
        kind: 'ORDER',
        change: 'CREATED',
        externalId: '1',
        reference: 'no. 1',
        emailHash: directory.hashEmail(email),
      },
    ]);
  });

  it('is not different once its details are read, but when they differ from its head', async () => {
    await using started = startDirectory();
    const { directory } = started;
    await directory.put('QUICKBUTIK', [listOrder(head('1')), listOrder(head('2'))]);
    const details = { updatedAt: '2026-05-01T11:00:00Z' };
    expect(await directory.put('QUICKBUTIK', [listOrder(whole('1', email, details))])).toEqual([]);
    const other = await directory.put('QUICKBUTIK', [listOrder(whole('2', email, { ...details, status: 'DONE' }))]);
    expect(other).toMatchObject([{ change: 'UPDATED', externalId: '2' }]);
  });

  it('is different when its details say another buyer or another time of change', async () => {
    await using started = startDirectory();
    const pictures = [
      whole('1', email, { updatedAt: '2026-05-01T11:00:00Z' }),
      whole('1', 'ASTRID@example.com', { updatedAt: '2026-05-01T11:00:00Z' }),
      whole('1', 'other@example.com', { updatedAt: '2026-05-01T11:00:00Z' }),
      whole('1', null, { updatedAt: '2026-05-01T11:00:00Z' }),
      whole('1', null, { updatedAt: '2026-05-01T12:00:00Z' }),
      whole('1', null, { updatedAt: null }),
    ];
    const changes = await changesOf(started.directory, pictures.map(listOrder));
    expect(changes).toEqual(['CREATED', null, 'UPDATED', 'UPDATED', 'UPDATED', null]);
  });

  it('is told once for one change that the list shows first and the details show again', async () => {
    await using started = startDirectory();
    const pictures = [
      whole('1', email, { updatedAt: '2026-05-01T11:00:00Z' }),
      head('1', { status: 'DONE' }),
      whole('1', email, { status: 'DONE', updatedAt: '2026-05-01T12:00:00Z' }),
      head('1', { status: 'DONE' }),
    ];
    const changes = await changesOf(started.directory, pictures.map(listOrder));
    expect(changes).toEqual(['CREATED', 'UPDATED', null, null]);
  });

  it('keeps what a mere head lacks, which is no change', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const order = whole('1', email, { updatedAt: '2026-05-01T11:00:00Z' });
    await directory.put('QUICKBUTIK', [listOrder(order)]);
    const bare = { status: 'UNKNOWN', rawStatus: null, placedAt: null, total: null } as const;
    const poorer = [head('1', bare), head('1', { ...bare, total: money('100.00', null) })];
    expect(await changesOf(directory, poorer.map(listOrder))).toEqual([null, null]);
    const known = { ...head('1'), isDetailed: true, emailHash: directory.hashEmail(email), importedAt: null };
    expect(await directory.ordersById('QUICKBUTIK', '1')).toEqual([known]);
  });

  it('takes the currency from its details, and keeps it when a list states another amount without one', async () => {
    await using started = startDirectory();
    const { directory } = started;
    await directory.put('QUICKBUTIK', [listOrder(head('1', { total: money('100.00', null) }))]);
    await directory.put('QUICKBUTIK', [listOrder(whole('1', email))]);
    expect(await directory.ordersById('QUICKBUTIK', '1')).toMatchObject([{ total: money('100.00', 'SEK') }]);
    await directory.put('QUICKBUTIK', [listOrder(head('1', { total: money('90.00', null) }))]);
    expect(await directory.ordersById('QUICKBUTIK', '1')).toMatchObject([{ total: money('90.00', 'SEK') }]);
  });

  it('does not change back and forth where list and details always state different amounts', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const listed = head('1', { total: money('100.00'), placedAt: '2026-05-01T00:00:00Z' });
    const read = whole('1', email, { total: money('125.00') });
    const changes = await changesOf(directory, [listed, read, listed, read, listed].map(listOrder));
    expect(changes).toEqual(['CREATED', 'UPDATED', null, null, null]);
    expect(await directory.ordersById('QUICKBUTIK', '1')).toMatchObject([
      { total: money('125.00'), placedAt: read.placedAt },
    ]);
    const dearer = head('1', { total: money('110.00'), placedAt: '2026-05-01T00:00:00Z' });
    expect(await changesOf(directory, [listOrder(dearer), listOrder(dearer)])).toEqual(['UPDATED', null]);
  });

  it('seen several times in one batch is told once', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const pictures = [head('1'), whole('1', email, { status: 'DONE' }), head('2'), head('1', { status: 'DONE' })];
    const changes = await directory.put('QUICKBUTIK', pictures.map(listOrder));
    expect(changes).toMatchObject([
      { change: 'CREATED', externalId: '1', emailHash: directory.hashEmail(email) },
      { change: 'CREATED', externalId: '2', emailHash: null },
    ]);
    expect(await directory.put('QUICKBUTIK', [head('1'), head('1', { status: 'DONE' })].map(listOrder))).toEqual([]);
  });

  it('that was imported is another than one of its number with another time, and not than an earlier picture of it', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const first = whole('1', email);
    const second = whole('1', 'other@example.com', { placedAt: '2025-01-01T00:00:00Z' });
    const entries = [
      listImport(first, '2026-05-01T10:05:00Z'),
      listImport(second, '2025-01-01T00:05:00Z'),
      listImport({ ...first, shopper: shopper('late@example.com') }, '2026-05-01T10:04:00Z'),
    ];
    const changes = await directory.put('QAPLA', entries);
    expect(changes.map(({ change }) => change)).toEqual(['CREATED', 'CREATED']);
    expect(await directory.ordersById('QAPLA', '1')).toMatchObject([
      { placedAt: first.placedAt, emailHash: directory.hashEmail(email), importedAt: '2026-05-01T10:05:00Z' },
      { placedAt: second.placedAt },
    ]);
    expect(await directory.remove('QAPLA', 'ORDER', '1')).toMatchObject({ change: 'DELETED', reference: '1' });
    expect(await directory.ordersById('QAPLA', '1')).toEqual([]);
  });
});

describe('a parcel', () => {
  it('is different when its status or its newest event is, and not when a list shows less of it', async () => {
    await using started = startDirectory();
    const event = {
      status: 'IN_TRANSIT',
      rawStatus: 'x',
      description: 'Bologna',
      place: null,
      on: null,
      at: null,
    } as const;
    const entries = [
      listParcel('A 1'),
      listParcel('a-1', { events: [event] }),
      listParcel('A1'),
      listParcel('A1', { events: [{ ...event, description: 'Milano' }, event] }),
      listParcel('A1', { status: 'UNKNOWN', rawStatus: null, statusAt: null, reference: null }),
      listParcel('A1', { status: 'DELIVERED', rawStatus: 'CONSEGNATO' }),
    ];
    const changes = await changesOf(started.directory, entries);
    expect(changes).toEqual(['CREATED', null, null, 'UPDATED', null, 'UPDATED']);
    expect(await started.directory.parcels(' 1001 ')).toEqual([{ trackingNumber: 'A1', reference: '1001' }]);
  });

  it('is found by its order until it is removed, in any spelling of its number', async () => {
    await using started = startDirectory();
    const { directory } = started;
    await directory.put('QAPLA', [listParcel('A 1'), listParcel('B 2', { reference: '10' }), listParcel('C 3')]);
    expect(await directory.parcels('1001')).toHaveLength(2);
    const gone = { kind: 'PARCEL', change: 'DELETED', externalId: 'A 1', reference: '1001', emailHash: null };
    expect(await directory.remove('QAPLA', 'PARCEL', 'a1')).toEqual(gone);
    expect(await directory.remove('QAPLA', 'PARCEL', 'a1')).toBeNull();
    expect(await directory.parcels('1001')).toEqual([{ trackingNumber: 'C 3', reference: '1001' }]);
    expect(await directory.parcels('')).toEqual([]);
  });
});

describe('a subscription', () => {
  it('is different when what its subscriber has of it is', async () => {
    await using started = startDirectory();
    const item = { externalId: '1', productExternalId: '5', quantity: 1, unitPrice: money('5.00'), product: null };
    const entries = [
      listSubscription('1'),
      listSubscription('1', { updatedAt: '2026-05-01T00:00:00Z', lastOccurrenceAt: '2026-05-01T00:00:00Z' }),
      listSubscription('1', { status: 'PAUSED', rawStatus: 'Paused' }),
      listSubscription('1', { nextOccurrenceAt: null }),
      listSubscription('1', { frequency: { unit: 'MONTHS', rawUnit: 'Months', value: 2 } }),
      listSubscription('1', { items: [item] }),
      listSubscription('1', { items: [{ ...item, quantity: 2 }] }),
      listSubscription('1', { total: money('11.00', null) }),
      listSubscription('1', { paymentMethodExternalId: null }),
    ];
    const changes = await changesOf(started.directory, entries);
    expect(changes).toEqual(['CREATED', null, ...Array.from({ length: 7 }, () => 'UPDATED')]);
  });

  it('is that of the customer it holds, else of the one it names', async () => {
    await using started = startDirectory();
    const { directory } = started;
    await directory.put('QPILOT', [listCustomer('7', email)]);
    const other = directory.hashEmail('other@example.com');
    const entries = [listSubscription('1'), listSubscription('2', { customer: shopper('other@example.com') })];
    expect(await directory.put('QPILOT', entries)).toMatchObject([
      { externalId: '1', emailHash: directory.hashEmail(email) },
      { externalId: '2', emailHash: other },
    ]);
    expect(await directory.remove('QPILOT', 'SUBSCRIPTION', '1')).toMatchObject({
      change: 'DELETED',
      emailHash: directory.hashEmail(email),
    });
    expect(await directory.remove('QPILOT', 'SUBSCRIPTION', '1')).toBeNull();
  });
});

describe('a customer', () => {
  it('is found by the e-mail in any spelling, with the place in the list, until it is another or gone', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const hash = directory.hashEmail(email);
    const entries = [listCustomer('7', ' ASTRID@example.com'), listCustomer('8', email), listCustomer('9', null)];
    expect(await directory.put('QPILOT', entries)).toHaveLength(3);
    await directory.put('QARD', [listCustomer('7', email, '3/100')]);
    expect(await directory.customers(hash)).toEqual([
      { provider: 'QARD', externalId: '7', place: '3/100' },
      { provider: 'QPILOT', externalId: '7', place: null },
      { provider: 'QPILOT', externalId: '8', place: null },
    ]);
    expect(await directory.put('QARD', [listCustomer('7', email, '4/100')])).toEqual([]);
    expect(await directory.put('QPILOT', [listCustomer('7', 'other@example.com')])).toMatchObject([
      { kind: 'CUSTOMER', change: 'UPDATED' },
    ]);
    expect(await directory.remove('QPILOT', 'CUSTOMER', '8')).toMatchObject({ change: 'DELETED', emailHash: hash });
    expect(await directory.customers(hash)).toEqual([{ provider: 'QARD', externalId: '7', place: '4/100' }]);
  });
});
