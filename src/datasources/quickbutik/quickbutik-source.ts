import type { Reading } from '../../domain/reading.js';
import { forgettable } from '../_shared/forgettable.js';
import { createCalls, type QuickbutikCalls, type QuickbutikParts, type Row } from './calls.js';
import { createKeyedList } from './keyed-list.js';
import { normalizeCategory, normalizePaymentMethod, normalizeShippingMethod } from './normalize-shop.js';
import { createOrderFeed } from './order-feed.js';
import { createOrders } from './orders.js';
import { createProducts } from './products.js';
import type { QuickbutikSource } from './source.js';
import { createWrites } from './writes.js';

/** What one GraphQL operation reads and writes at Quickbutik. Answers are remembered until it ends or is told to forget. */
export function createQuickbutikSource(parts: QuickbutikParts): QuickbutikSource {
  const calls = createCalls(parts);
  const writes = createWrites(parts, () => source);
  const source: QuickbutikSource = forgettable(() => ({ ...createReads(parts, calls), writes }));
  return source;
}

function createReads(parts: QuickbutikParts, calls: QuickbutikCalls) {
  const { config, reading } = parts;
  return {
    isConfigured: config.isConfigured,
    orders: createOrders(parts, calls),
    products: createProducts(calls, reading),
    categories: createKeyedList({
      fetch: async (id) => normalizeAll(await calls.categories(id), normalizeCategory, reading),
      idOf: ({ externalId }) => externalId,
    }),
    shippingMethods: createKeyedList({
      fetch: async (id) => normalizeAll(await calls.shippingMethods(id), normalizeShippingMethod, reading),
      idOf: ({ externalId }) => externalId,
    }),
    paymentMethods: createKeyedList({
      fetch: async (id) => normalizeAll(await calls.paymentMethods(id), normalizePaymentMethod, reading),
      idOf: ({ externalId }) => externalId,
    }),
    feeds: [createOrderFeed(calls, reading)],
  };
}

function normalizeAll<Wire, Value>(
  rows: readonly Row<Wire>[],
  normalize: (wire: Wire, reading: Reading) => Value | null,
  reading: Reading,
): readonly Value[] {
  return rows.map(({ wire }) => normalize(wire, reading)).filter((value) => value !== null);
}
