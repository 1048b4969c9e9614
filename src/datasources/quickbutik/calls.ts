import type { z } from 'zod';
import { type Instant, toUnixSeconds } from '../../domain/instant.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { Keeping } from '../../http/kept-answers.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import type { SourceParts } from '../_shared/define-provider.js';
import { parseTolerantly } from '../_shared/tolerant-wire.js';
import { authHeaders } from './auth.js';
import { readAnswer } from './envelope.js';
import { type RawRow, type RowShape, rowsOf, statesId } from './rows.js';
import type { ShopOrderQuery } from './source.js';
import {
  categoryWireSchema,
  orderWireSchema,
  paymentMethodWireSchema,
  productWireSchema,
  shippingMethodWireSchema,
} from './wire.js';

export type QuickbutikParts = SourceParts<'API_KEY', never>;
/** Parameters of a call, in order. */
export type Query = readonly (readonly [name: string, value: string])[];

/** A row as the wire schema reads it, beside the fields upstream sent: a field left out differs from one that is null. */
export interface Row<Wire> {
  readonly wire: Wire;
  readonly fields: RawRow;
}

interface Resource<Schema extends z.ZodType> {
  readonly path: string;
  readonly shape: RowShape;
  readonly schema: Schema;
  /** Whether one row is asked for, so that null and `{}` say that it is not there. @default false */
  readonly isSingle?: boolean;
  readonly keeping: Keeping;
}

/** An order changes when somebody works on it, a price or a stock with each purchase, the shop's set-up hardly ever. */
const keptOrders: Keeping = { of: 'RECORDS', freshMs: 1000 };
const keptProducts: Keeping = { of: 'RECORDS', freshMs: 5000 };
const keptSetUp: Keeping = { of: 'SET_UP', freshMs: 300_000, staleMs: 3_600_000 };

const orders: Resource<typeof orderWireSchema> = {
  path: 'orders',
  shape: { idFields: ['order_id'], wrappers: ['orders', 'order', 'results'] },
  schema: orderWireSchema,
  keeping: keptOrders,
};
const oneOrder = { ...orders, isSingle: true };
const products: Resource<typeof productWireSchema> = {
  path: 'products',
  shape: { idFields: ['id', 'product_id'], wrappers: ['product', 'products', 'results'] },
  schema: productWireSchema,
  keeping: keptProducts,
};
const categories: Resource<typeof categoryWireSchema> = {
  path: 'categories',
  shape: { idFields: ['category_id'], wrappers: ['results', 'categories', 'category'] },
  schema: categoryWireSchema,
  keeping: keptSetUp,
};
const shippingMethods: Resource<typeof shippingMethodWireSchema> = {
  path: 'shippingmethods',
  shape: { idFields: ['id'], wrappers: ['results'] },
  schema: shippingMethodWireSchema,
  keeping: keptSetUp,
};
const paymentMethods: Resource<typeof paymentMethodWireSchema> = {
  path: 'paymentmethods',
  shape: { idFields: ['paysystem_id'], wrappers: ['results'] },
  schema: paymentMethodWireSchema,
  keeping: keptSetUp,
};

/** The calls of one operation, one function each; every one gives rows, none for a 404. */
export function createCalls(parts: QuickbutikParts) {
  return {
    /** GET /orders?order_id=: documented as an object, observed as an array of one. */
    order: (reference: string) => read(parts, oneOrder, [['order_id', reference]]),
    /**
     * GET /orders: all orders with four fields each. Statuses go as names, as the parameter's examples are, although the sample URL has
     * a number; `from_date_paid` goes in UNIX seconds.
     */
    orders: (query: ShopOrderQuery) => read(parts, orders, toQuery(query)),
    /** The same with whole orders as rows, by a parameter that the seed document does not have; a shop may ignore or refuse it. */
    ordersWithDetails: (query: ShopOrderQuery) => read(parts, orders, [...toQuery(query), ['include_details', 'true']]),
    /**
     * Whole orders whose status has changed since then, so many at the most; that a new order counts as changed is assumed, and the limit
     * is not in the seed document either.
     */
    changedWithDetails: (since: Instant, limit: number) =>
      read(parts, orders, [
        // Whether the second itself belongs to it is not documented.
        ['from_status_date', String(toUnixSeconds(since) - 1)],
        ['limit', String(limit)],
        ['include_details', 'true'],
      ]),
    /** GET /orders with any parameters, also ones that the seed document does not have. */
    orderRows: (query: Query) => read(parts, orders, query),
    /** GET /products?product_id=: a comma between ids. */
    products: (ids: readonly string[]) => read(parts, products, [['product_id', ids.join(',')]]),
    /** GET /products: the newest fifty. */
    newestProducts: () => read(parts, products, []),
    /** GET /products?sku=: public, not in the seed document; a shop may ignore it and answer with the newest fifty. */
    productsWithSku: (sku: string) => read(parts, products, [['sku', sku]]),
    categories: (id?: string) => read(parts, categories, id === undefined ? [] : [['category_id', id]]),
    shippingMethods: (id?: string) => read(parts, shippingMethods, id === undefined ? [] : [['shipping_id', id]]),
    paymentMethods: (id?: string) => read(parts, paymentMethods, id === undefined ? [] : [['paymentmethod_id', id]]),
  };
}

export type QuickbutikCalls = ReturnType<typeof createCalls>;

function toQuery({ statuses, paidFrom }: ShopOrderQuery): Query {
  return [
    ...(paidFrom === null ? [] : ([['from_date_paid', String(toUnixSeconds(paidFrom))]] as const)),
    ...(statuses === null || statuses.length === 0 ? [] : ([['status', statuses.join(',').toLowerCase()]] as const)),
  ];
}

function read<Schema extends z.ZodType>(
  { client, config, scope, reading }: QuickbutikParts,
  resource: Resource<Schema>,
  query: Query,
): Promise<readonly Row<z.output<Schema>>[]> {
  const { path, isSingle = false, keeping } = resource;
  return client.read(
    {
      operation: isSingle ? `GET one of ${path}` : `GET ${path}`,
      method: 'GET',
      path: [path],
      query,
      headers: authHeaders(config.credentials.API_KEY),
      repeatable: true,
      keeping,
    },
    scope,
    (answer) => decodeRows(answer, resource, reading.warn),
  );
}

function decodeRows<Schema extends z.ZodType>(
  answer: UpstreamAnswer,
  { path, shape, schema, isSingle = false }: Resource<Schema>,
  warn: QuickbutikParts['reading']['warn'],
): readonly Row<z.output<Schema>>[] {
  const body = readAnswer(answer);
  if (body === undefined || (isSingle && isEmpty(body))) return [];
  const rows = rowsOf(body, shape);
  if (rows === null) throw new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK', { detail: `${path}: no known shape` });
  // Rows none of which says which one it is have changed their form: they do not say that there is nothing.
  if (rows.length > 0 && !rows.some((row) => statesId(row, shape))) {
    throw new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK', { detail: `${path}: no row has an id` });
  }
  return rows.map((row) => toRow(row, schema, warn));
}

function isEmpty(body: unknown): boolean {
  return body === null || (typeof body === 'object' && Object.keys(body).length === 0);
}

function toRow<Schema extends z.ZodType>(
  row: RawRow,
  schema: Schema,
  warn: QuickbutikParts['reading']['warn'],
): Row<z.output<Schema>> {
  return { wire: parseTolerantly(schema, row, { provider: 'QUICKBUTIK', warn }), fields: row };
}
