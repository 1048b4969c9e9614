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

interface Ground {
  readonly parts: QuickbutikParts;
  readonly calls: QuickbutikCalls;
}

/** What one GraphQL operation reads and writes at Quickbutik. Answers are remembered until it ends or is told to forget. */
export function createQuickbutikSource(parts: QuickbutikParts): QuickbutikSource {
  return sourceOn({ parts, calls: createCalls(parts) });
}

const sourceOn = forgettable<Ground, Omit<QuickbutikSource, 'forget'>>({
  isConfigured: ({ parts }) => parts.config.isConfigured,
  orders: ({ parts, calls }) => createOrders(parts, calls),
  products: ({ parts, calls }) => createProducts(calls, parts.reading),
  categories: ({ parts, calls }) =>
    createKeyedList({
      fetch: async (id) => normalizeAll(await calls.categories(id), normalizeCategory, parts.reading),
      idOf: ({ externalId }) => externalId,
    }),
  shippingMethods: ({ parts, calls }) =>
    createKeyedList({
      fetch: async (id) => normalizeAll(await calls.shippingMethods(id), normalizeShippingMethod, parts.reading),
      idOf: ({ externalId }) => externalId,
    }),
  paymentMethods: ({ parts, calls }) =>
    createKeyedList({
      fetch: async (id) => normalizeAll(await calls.paymentMethods(id), normalizePaymentMethod, parts.reading),
      idOf: ({ externalId }) => externalId,
    }),
  feeds: ({ parts, calls }) => [createOrderFeed(parts, calls)],
  writes: ({ parts }, source) => createWrites(parts, source),
});

function normalizeAll<Wire, Value>(
  rows: readonly Row<Wire>[],
  normalize: (wire: Wire, reading: Reading) => Value | null,
  reading: Reading,
): readonly Value[] {
  return rows.map(({ wire }) => normalize(wire, reading)).filter((value) => value !== null);
}
