import { expect, it } from 'vitest';
import { qard } from '../../../src/datasources/qard/index.js';
import { askedOf } from '../../support/fake-upstream.js';
import { startSource } from '../../support/provider-parts.js';
import { found, startQapla, track } from '../qapla/start-qapla.js';
import { pageReply, siteCalls, startQPilot } from '../qpilot/start-qpilot.js';
import { startShop } from '../quickbutik/start-shop.js';

/** Reads, reads again, forgets and reads once more: what was asked before and after it forgot. */
async function readAround(
  read: () => Promise<unknown>,
  { forget, asked }: { forget: () => void; asked: () => readonly string[] },
): Promise<{ readonly before: readonly string[]; readonly after: readonly string[] }> {
  await read();
  await read();
  const before = [...asked()];
  forget();
  await read();
  return { before, after: asked().slice(before.length) };
}

it('reads everything of Quickbutik anew after it was told to forget', async () => {
  await using shop = await startShop(() => ({ json: [] }));
  const read = async () => {
    const { orders, products, categories, shippingMethods, paymentMethods } = shop.source;
    await orders.byReference.load('1');
    await orders.list({ statuses: null, paidFrom: null });
    await products.newest();
    await products.byExternalId.load('1');
    await products.bySku.load('A');
    for (const list of [categories, shippingMethods, paymentMethods]) await list.all();
  };

  const { before, after } = await readAround(read, {
    forget: shop.source.forget,
    asked: () => askedOf(shop.requests),
  });

  expect(before).toHaveLength(7);
  expect(after).toEqual(before);
});

it("reads everything of Qapla' anew after it was told to forget", async () => {
  await using started = await startQapla(({ path }) => {
    const lists = { credits: 1, couriers: [], orders: [], tracks: [] };
    return found(path.replaceAll('/', ''), { ...lists, ...track('1', 'R', { courier: undefined }) });
  });
  const { source, requests } = started;
  const read = async () => {
    await source.shipments.byTrackingNumber.load('1');
    await source.shipments.byReference.load({ reference: 'R', placedAt: null });
    await source.shipments.since('2020-01-01T00:00:00Z');
    await source.orders.since('2020-01-01T00:00:00Z', 10);
    await source.orders.newest(10);
    await source.couriers([]);
    await source.credits();
  };

  const { before, after } = await readAround(read, { forget: source.forget, asked: () => askedOf(requests) });

  expect(before).toHaveLength(7);
  expect(after).toEqual(before);
});

it('reads everything of QPilot anew after it was told to forget, under the login it has', async () => {
  await using started = await startQPilot((call, request) => {
    if (call === 'GET /Customers' || call === 'GET /Products') return pageReply([{ id: 'x' }], request);
    return call === 'GET /Products/p' ? { status: 404 } : { json: [] };
  });
  const { source, requests } = started;
  const read = async () => {
    await source.customers.byEmail.loadMany(['a@example.com', 'b@example.com', 'c@example.com']);
    await source.products.bySku.loadMany(['A', 'B', 'C']);
    await source.products.byExternalId.load('p');
    await source.paymentMethods.byCustomer.load('x');
    await source.scheduledOrders.byCustomer.load('x');
    await source.scheduledOrders.cycles.load('1');
  };

  const { before, after } = await readAround(read, { forget: source.forget, asked: () => siteCalls(requests) });

  expect(before).toHaveLength(7);
  expect(after).toEqual(before);
  expect(requests.filter(({ path }) => path.endsWith('/Login'))).toHaveLength(1);
});

it('reads everything of Qard anew after it was told to forget', async () => {
  const settings = { credentials: { API_KEY: 'qd_test_key', USER_ID: 'u1' } };
  await using started = await startSource(qard, settings, ({ path }) => ({
    json: path.includes('/providers/') ? { name: 'shopify' } : [],
  }));
  const { source, requests } = started;
  const read = async () => {
    await source.records.scan('ORDER');
    await source.links();
    await source.latestSyncs();
    await source.providerState.load('SHOPIFY');
  };

  const { before, after } = await readAround(read, { forget: source.forget, asked: () => askedOf(requests) });

  expect(before).toHaveLength(4);
  expect(after).toEqual(before);
});
