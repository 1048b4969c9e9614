import type { DirectoryChange } from './directory.js';
import { endOf, keys } from './directory-keys.js';
import { type Revision, reviseAll } from './indexed-records.js';
import { type OrderRecord, orderShelf } from './order-record.js';
import type { OrderedStore } from './ordered-store.js';
import { type CustomerRecord, customerShelf } from './other-records.js';

const pageSize = 200;

/**
 * Takes a person out of orders, which stay as orders of nobody, and removes the person's records. The mark is written first: what was
 * being taken in meanwhile is either written before it, and found here, or not written with the person at all.
 *
 * @returns how many orders and records named the person
 */
export async function forgetPerson(store: OrderedStore, hash: string): Promise<number> {
  await store.write([{ key: keys.forgotten(hash), value: 1 }]);
  const orders = await reviseIndexed(store, keys.ordersOf(hash), (index) => {
    const [, , , , provider = '', name = ''] = index.split('/');
    return orderWithout(keys.order(provider, name), hash);
  });
  const customers = await reviseIndexed(store, keys.customersOf(hash), (index) => {
    const [, , , provider = '', name = ''] = index.split('/');
    return customerWithout(keys.customerNamed(provider, name), hash);
  });
  return orders + customers;
}

async function reviseIndexed(
  store: OrderedStore,
  prefix: string,
  toRevision: (index: string) => Revision,
): Promise<number> {
  for (let count = 0; ; ) {
    const page = await store.range({ from: prefix, to: endOf(prefix), limit: pageSize });
    if (page.length === 0) return count;
    const changes = await reviseAll(
      store,
      page.map(({ key }) => toRevision(key)),
    );
    count += changes.length;
    // The records' own entries went with the change; what is left belongs to none.
    await store.write(page.map(({ key }) => ({ key, value: null })));
  }
}

function orderWithout(key: string, hash: string): Revision<OrderRecord> {
  return {
    key,
    shelf: orderShelf,
    asks: [],
    revise(old) {
      if (old === null || old.emailHash !== hash) return { record: old, change: null };
      const { externalId, reference } = old;
      return { record: { ...old, emailHash: null }, change: changeOf('ORDER', 'UPDATED', { externalId, reference }) };
    },
  };
}

function customerWithout(key: string, hash: string): Revision<CustomerRecord> {
  return {
    key,
    shelf: customerShelf,
    asks: [],
    revise(old) {
      if (old === null || old.emailHash !== hash) return { record: old, change: null };
      const { externalId } = old;
      return { record: null, change: changeOf('CUSTOMER', 'DELETED', { externalId, reference: null }) };
    },
  };
}

/** Told to nobody: it stands for one record. */
function changeOf(
  kind: DirectoryChange['kind'],
  change: DirectoryChange['change'],
  { externalId, reference }: Pick<DirectoryChange, 'externalId' | 'reference'>,
): DirectoryChange {
  return { kind, change, externalId, reference, emailHash: null };
}
