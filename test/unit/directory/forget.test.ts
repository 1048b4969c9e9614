import { describe, expect, it } from 'vitest';
import type { KeyRange, OrderedStore } from '../../../src/directory/ordered-store.js';
import { StoredDirectory } from '../../../src/directory/stored-directory.js';
import type { ProviderName } from '../../../src/domain/provider.js';
import { head, listCustomer, listOrder, listSubscription, shopper, whole } from './entries.js';
import { findStrays, readAll, secret, startDirectory } from './stores.js';

const email = 'astrid@example.com';
const providers: readonly ProviderName[] = ['QUICKBUTIK'];

describe('forgetting a person', () => {
  it('takes the person out of every order and record, and counts them', async () => {
    await using started = startDirectory();
    const { directory, store } = started;
    const hash = directory.hashEmail(email);
    const orders = Array.from({ length: 450 }, (_, index) => listOrder(whole(String(index), email)));
    await directory.put('QUICKBUTIK', [...orders, listOrder(whole('a', 'other@example.com'))]);
    await directory.put('QPILOT', [listCustomer('7', email), listCustomer('8', 'other@example.com')]);
    expect(await directory.isForgotten(hash)).toBe(false);
    expect(await directory.forget(hash)).toBe(451);
    expect(await directory.isForgotten(hash)).toBe(true);
    expect(await directory.orders({ providers, emailHash: hash, place: null, limit: 10 })).toEqual([]);
    expect(await directory.customers(hash)).toEqual([]);
    expect(await directory.orders({ providers, emailHash: null, place: null, limit: 1000 })).toHaveLength(451);
    const naming = (await readAll(store)).filter((entry) =>
      JSON.stringify(entry).includes(hash.replaceAll('-', '#2d')),
    );
    expect(naming.map(({ key }) => key.slice(0, 2))).toEqual(['x/']);
    expect(await directory.customers(directory.hashEmail('other@example.com'))).toHaveLength(1);
    expect(await findStrays(store)).toEqual([]);
    expect(await directory.forget(hash)).toBe(0);
  });

  it('keeps the person out of what is taken in later, which is not asked for again', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const hash = directory.hashEmail(email);
    await directory.put('QUICKBUTIK', [listOrder(whole('1', email))]);
    await directory.forget(hash);
    expect(await directory.put('QUICKBUTIK', [listOrder(whole('1', email))])).toEqual([]);
    expect(await directory.put('QUICKBUTIK', [listOrder(whole('2', email))])).toMatchObject([{ emailHash: null }]);
    await directory.put('QUICKBUTIK', [listOrder(head('3'))]);
    expect(await directory.put('QUICKBUTIK', [listOrder(whole('3', email))])).toEqual([]);
    expect(await directory.put('QPILOT', [listCustomer('7', email)])).toEqual([]);
    const embedded = listSubscription('1', { customer: shopper(email) });
    expect(await directory.put('QPILOT', [embedded])).toMatchObject([{ emailHash: null }]);
    expect(await directory.customers(hash)).toEqual([]);
    expect(await directory.orders({ providers, emailHash: hash, place: null, limit: 9 })).toEqual([]);
    const known = await directory.orders({ providers, emailHash: null, place: null, limit: 9 });
    expect(known.map(({ isDetailed, emailHash }) => [isDetailed, emailHash])).toEqual([
      [true, null],
      [true, null],
      [true, null],
    ]);
    expect(await directory.undetailed('QUICKBUTIK', 9)).toEqual([]);
  });

  it('keeps the person out of what was looked at before it and is written after it', async () => {
    await using started = startDirectory();
    const { directory, store } = started;
    const hash = directory.hashEmail(email);
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = new StoredDirectory({ store: new SlowStore(store, gate), secret });
    await directory.put('QUICKBUTIK', [listOrder(whole('2', 'other@example.com'))]);
    const orders = slow.put('QUICKBUTIK', [listOrder(whole('1', email)), listOrder(whole('2', email))]);
    const customers = slow.put('QPILOT', [listCustomer('7', email)]);
    expect(await directory.forget(hash)).toBe(0);
    open();
    expect(await orders).toMatchObject([{ emailHash: null }, { emailHash: null }]);
    expect(await customers).toEqual([]);
    expect(await directory.orders({ providers, emailHash: hash, place: null, limit: 9 })).toEqual([]);
    expect(await directory.customers(hash)).toEqual([]);
    expect(await findStrays(store)).toEqual([]);
  });
});

/** A store that another process uses through a slow connection: its writes wait. */
class SlowStore implements OrderedStore {
  readonly #store: OrderedStore;
  readonly #gate: Promise<void>;

  constructor(store: OrderedStore, gate: Promise<void>) {
    this.#store = store;
    this.#gate = gate;
  }

  get(keys: readonly string[]) {
    return this.#store.get(keys);
  }

  range(range: KeyRange) {
    return this.#store.range(range);
  }

  async write(...change: Parameters<OrderedStore['write']>) {
    await this.#gate;
    return this.#store.write(...change);
  }

  async close() {}
}
