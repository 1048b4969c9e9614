import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keys, newestFirst, part } from '../../../src/directory/directory-keys.js';
import { orderName, orderShelf } from '../../../src/directory/order-record.js';
import { StoredDirectory } from '../../../src/directory/stored-directory.js';
import { placeOf } from '../../../src/domain/order-place.js';
import { head, listCustomer, listImport, listOrder, listParcel, whole } from './entries.js';
import { readAll, secret, startDirectory } from './stores.js';

const email = 'astrid@example.com';
const everybody = { providers: ['QUICKBUTIK'], emailHash: null, place: null, limit: 10_000 } as const;
const minute = (count: number) => new Date(Date.parse('2026-05-01T00:00:00Z') + 60_000 * count).toISOString();

describe('a list of orders', () => {
  it('shows each of many once, page by page, while newer ones come and the last of a page goes', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const orders = Array.from({ length: 1300 }, (_, index) => head(`${index}`, { placedAt: minute(index) }));
    await directory.put('QUICKBUTIK', orders.map(listOrder));
    const shown: string[] = [];
    for (let place: ReturnType<typeof placeOf> | null = null; ; ) {
      const page = await directory.orders({ ...everybody, place, limit: 50 });
      const last = page.at(-1);
      if (last === undefined) break;
      shown.push(...page.map(({ externalId }) => externalId));
      place = placeOf(last);
      await directory.remove('QUICKBUTIK', 'ORDER', last.externalId);
      await directory.put('QUICKBUTIK', [listOrder(head(`new ${shown.length}`, { placedAt: minute(5000) }))]);
    }
    expect(shown).toEqual(orders.map(({ externalId }) => externalId).reverse());
    expect(await directory.orders(everybody)).toHaveLength(1300);
  });

  it('of nobody, of no provider and of an unknown person is empty', async () => {
    await using started = startDirectory();
    const { directory } = started;
    await directory.put('QUICKBUTIK', [listOrder(whole('1', null)), listOrder(whole('2', ' '))]);
    expect(await directory.orders({ ...everybody, providers: [] })).toEqual([]);
    expect(await directory.orders({ ...everybody, emailHash: directory.hashEmail(' ') })).toEqual([]);
    expect(await directory.orders({ ...everybody, emailHash: directory.hashEmail(email) })).toEqual([]);
    expect(await directory.orders({ ...everybody, limit: 1 })).toHaveLength(1);
  });

  it('of a person holds no order of another, at any number of orders', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const orders = Array.from({ length: 300 }, (_, index) => whole(`${index}`, `p${index % 7}@example.com`));
    await directory.put('QUICKBUTIK', orders.map(listOrder));
    await directory.put(
      'QAPLA',
      orders.map((order) => listImport(order)),
    );
    for (let person = 0; person < 7; person += 1) {
      const range = { ...everybody, emailHash: directory.hashEmail(`P${person}@example.com`) };
      const found = await directory.orders({ ...range, providers: ['QAPLA', 'QUICKBUTIK'] });
      const theirs = orders.filter((_, index) => index % 7 === person);
      expect(found).toHaveLength(2 * theirs.length);
      const ids = (await directory.orders(range)).map(({ externalId }) => externalId);
      expect(ids.sort()).toEqual(theirs.map(({ externalId }) => externalId).sort());
    }
  });
});

describe('an index entry that no record stands behind', () => {
  it('shows nothing, and hides nothing that comes after it', async () => {
    await using started = startDirectory();
    const { directory, store } = started;
    const hash = directory.hashEmail(email);
    await directory.put('QUICKBUTIK', [listOrder(whole('1', email)), listOrder(head('2', { reference: '1' }))]);
    await directory.put('QPILOT', [listCustomer('7', email)]);
    await directory.put('QAPLA', [listParcel('A1')]);
    const late = newestFirst('2027-01-01T00:00:00Z');
    const stale = [
      ...['1', '2', 'gone'].map((name) => `${keys.timeline('QUICKBUTIK')}${late}/${name}`),
      ...['1', '2', 'gone'].map((name) => `${keys.ordersOf(hash)}${late}/QUICKBUTIK/${name}`),
      ...['1', 'gone'].map((name) => `${keys.undetailed('QUICKBUTIK')}${late}/${name}`),
      `${keys.ordersWith('1')}QAPLA/1`,
      `${keys.customersOf(hash)}QARD/7`,
      `${keys.parcelsWith('1001')}QAPLA/A0`,
    ];
    await store.write(stale.map((key) => ({ key, value: 1 })));
    const ids = (found: readonly { externalId: string }[]) => found.map(({ externalId }) => externalId);
    expect(ids(await directory.orders({ ...everybody, limit: 2 }))).toEqual(['1', '2']);
    expect(ids(await directory.orders({ ...everybody, emailHash: hash, limit: 1 }))).toEqual(['1']);
    expect(ids(await directory.undetailed('QUICKBUTIK', 1))).toEqual(['2']);
    expect(ids(await directory.ordersByReference('1')).sort()).toEqual(['1', '2']);
    expect(ids(await directory.customers(hash))).toEqual(['7']);
    expect(await directory.parcels('1001')).toHaveLength(1);
    expect(await directory.forget(hash)).toBe(2);
    expect((await readAll(store)).filter(({ key }) => key.startsWith('e/'))).toEqual([]);
  });
});

describe('the hash of an e-mail', () => {
  it('is of its normalized form and of this secret, and shows nothing of it', async () => {
    await using started = startDirectory();
    const { directory, store } = started;
    const hash = directory.hashEmail(email);
    expect(hash).toMatch(/^[\w-]{22}$/);
    expect(directory.hashEmail('  ASTRID@Example.com ')).toBe(hash);
    expect(directory.hashEmail('other@example.com')).not.toBe(hash);
    const other = new StoredDirectory({ store, secret: Buffer.concat([secret, Buffer.from('2')]) });
    expect(other.hashEmail(email)).not.toBe(hash);
  });
});

describe('the keys', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'09AZaz-_./# ') }),
  );

  it('are of five hundred printable characters at most, and apart for different orders', () => {
    fc.assert(
      fc.property(text, text, (id, reference) => {
        const order = { ...head(id, { reference }), isDetailed: false, emailHash: 'x'.repeat(22), updatedAt: null };
        const record = { ...order, importedAt: '2026-05-01T10:00:00Z', listed: null };
        const all = [
          ...orderShelf.indexesOf(record),
          keys.order('INFLUENCERSOFT', orderName(order, record.importedAt, order.placedAt)),
          keys.pending('INFLUENCERSOFT', 'SUBSCRIPTION', id),
        ];
        for (const key of all) expect(key).toMatch(/^[!-~]{1,500}$/);
        expect(part(id) === part(reference)).toBe(id === reference);
        expect(part(id)).not.toMatch(/[/! ]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('sort as ids do, and newer times before older ones', () => {
    const short = fc.string({ unit: 'binary', maxLength: 10 });
    fc.assert(
      fc.property(short, short, (one, other) => {
        expect(part(one) < part(other)).toBe(one < other);
      }),
    );
    const time = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, (one, other) => {
        expect(newestFirst(one.toISOString()) < newestFirst(other.toISOString())).toBe(one > other);
      }),
    );
    expect(newestFirst(null)).toBe(newestFirst('1970-01-01T00:00:00Z'));
  });
});
