import type { z } from 'zod';
import type { Keeping } from '../../http/kept-answers.js';
import type { UpstreamAnswer, UpstreamRequest } from '../../http/upstream-request.js';
import type { UpstreamPage } from '../_shared/upstream-pages.js';
import { type AuthorizedSend, type QPilotParts, sitePathOf } from './auth.js';
import { withSmallKeys } from './casing.js';
import { assertAccepted, readList, readRecord } from './envelope.js';
import {
  customerWireSchema,
  cycleWireSchema,
  listedProductWireSchema,
  paymentMethodWireSchema,
  productSummaryWireSchema,
  scheduledOrderWireSchema,
  type WireCustomer,
  type WireCycle,
  type WirePaymentMethod,
  type WireProduct,
  type WireProductSummary,
  type WireScheduledOrder,
} from './wire.js';

type Query = NonNullable<UpstreamRequest['query']>;

/** The most rows of one page: what the provider's own plug-in asks for (public). */
export const maxPageSize = 100;

/** A numbered page of a list, from 1. */
interface ListQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly search?: string | null;
}

interface ScheduledOrderListQuery extends ListQuery {
  /** Upstream's words, the key repeated once a word: a joined value matches nothing (public). */
  readonly statusNames: readonly string[];
  /** Deleting is soft, and deleted orders are left out unless asked for (public). @default with the status `Deleted` */
  readonly includesDeleted?: boolean;
  /** By the time of the last change; the field's name in `orderBy` is assumed. */
  readonly byChange?: 'asc' | 'desc';
}

/** One function per read of a QPilot site: all may be sent again. */
export interface QPilotCalls {
  readonly getCustomer: (id: string) => Promise<WireCustomer | null>;
  readonly listCustomers: (query: ListQuery) => Promise<UpstreamPage<WireCustomer>>;
  readonly getPaymentMethod: (id: string) => Promise<WirePaymentMethod | null>;
  readonly listPaymentMethodsOf: (customerId: string) => Promise<readonly WirePaymentMethod[]>;
  readonly getScheduledOrder: (id: string) => Promise<WireScheduledOrder | null>;
  readonly listScheduledOrdersOf: (customerId: string) => Promise<readonly WireScheduledOrder[]>;
  readonly listScheduledOrders: (query: ScheduledOrderListQuery) => Promise<UpstreamPage<WireScheduledOrder>>;
  /** Null when the account does not offer runs. */
  readonly listCycles: (scheduledOrderId: string) => Promise<readonly WireCycle[] | null>;
  readonly getProduct: (id: string) => Promise<WireProduct | null>;
  /** Null when the account does not offer summaries. */
  readonly getProductSummaries: (ids: readonly string[]) => Promise<readonly WireProductSummary[] | null>;
  readonly listProducts: (query: ListQuery) => Promise<UpstreamPage<WireProduct>>;
}

/** Records change when somebody works on them; a product is set up once. */
const keptRecords: Keeping = { of: 'RECORDS', freshMs: 1000 };
const keptProducts: Keeping = { of: 'RECORDS', freshMs: 5000 };

interface Read {
  readonly operation: string;
  readonly path: readonly string[];
  readonly query?: Query;
  /** @default as a record */
  readonly keeping?: Keeping;
}

type Decode<Value> = (answer: UpstreamAnswer) => Value;

/** The reads of one operation, under one login. */
export function createCalls(parts: QPilotParts, authorizedSend: AuthorizedSend): QPilotCalls {
  const asking = createAsking(parts, authorizedSend);
  return { ...customerCalls(asking), ...scheduledOrderCalls(asking), ...productCalls(asking) };
}

type Asking = ReturnType<typeof createAsking>;

/** How a site is asked, and how its answers are read. */
function createAsking(parts: QPilotParts, authorizedSend: AuthorizedSend) {
  const { warn } = parts.reading;
  return {
    parts,
    get: <Value>({ operation, path, query = [], keeping = keptRecords }: Read, decode: Decode<Value>) => {
      const request: UpstreamRequest = {
        operation,
        method: 'GET',
        path: sitePathOf(parts, ...path),
        query,
        repeatable: true,
        keeping,
      };
      // Nobody logs in for what is at hand.
      return parts.client.read(request, parts.scope, decode, () => authorizedSend(request));
    },
    post: (operation: string, path: readonly string[], body: object): Promise<UpstreamAnswer> =>
      authorizedSend({
        operation,
        method: 'POST',
        path: sitePathOf(parts, ...path),
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        // The only POST here asks a question: it creates nothing.
        repeatable: true,
      }),
    one:
      <Schema extends z.ZodType>(schema: Schema) =>
      (answer: UpstreamAnswer) =>
        readRecord(answer, schema, warn),
    many:
      <Schema extends z.ZodType>(schema: Schema) =>
      (answer: UpstreamAnswer) =>
        readList(answer, schema, { warn }),
    /** All that one customer has: none where there is no such customer. */
    rowsOf:
      <Schema extends z.ZodType>(schema: Schema) =>
      (answer: UpstreamAnswer) =>
        answer.status === 404 ? [] : readList(answer, schema, { warn }).rows,
  };
}

type CustomerCall = 'getCustomer' | 'listCustomers' | 'getPaymentMethod' | 'listPaymentMethodsOf';

function customerCalls({ get, one, many, rowsOf }: Asking): Pick<QPilotCalls, CustomerCall> {
  return {
    getCustomer: (id) => get({ operation: 'getCustomer', path: ['Customers', id] }, one(customerWireSchema)),
    listCustomers: (query) =>
      get({ operation: 'listCustomers', path: ['Customers'], query: pageQuery(query) }, many(customerWireSchema)),
    getPaymentMethod: (id) =>
      get({ operation: 'getPaymentMethod', path: ['PaymentMethods', id] }, one(paymentMethodWireSchema)),
    listPaymentMethodsOf: (customerId) =>
      get(
        { operation: 'listPaymentMethodsOf', path: ['Customers', customerId, 'PaymentMethods'] },
        rowsOf(paymentMethodWireSchema),
      ),
  };
}

type ScheduledOrderCall = 'getScheduledOrder' | 'listScheduledOrdersOf' | 'listScheduledOrders' | 'listCycles';

function scheduledOrderCalls({ parts, get, one, many, rowsOf }: Asking): Pick<QPilotCalls, ScheduledOrderCall> {
  const { warn } = parts.reading;
  return {
    getScheduledOrder: (id) =>
      get({ operation: 'getScheduledOrder', path: ['ScheduledOrders', id] }, one(scheduledOrderWireSchema)),
    listScheduledOrdersOf: (customerId) =>
      get(
        { operation: 'listScheduledOrdersOf', path: ['Customers', customerId, 'ScheduledOrders'] },
        rowsOf(scheduledOrderWireSchema),
      ),
    listScheduledOrders: (query) =>
      get(
        { operation: 'listScheduledOrders', path: ['ScheduledOrders'], query: scheduledOrderQuery(query) },
        many(scheduledOrderWireSchema),
      ),
    listCycles: (id) =>
      askIfOffered('ProcessingCycles', id, parts, () => {
        const path = ['ScheduledOrders', id, 'ProcessingCycles'];
        return get({ operation: 'listCycles', path, query: newestCycles }, (answer) =>
          isOffered(answer) ? readList(answer, cycleWireSchema, { warn, rename: withSmallKeys }).rows : null,
        );
      }),
  };
}

type ProductCall = 'getProduct' | 'getProductSummaries' | 'listProducts';

function productCalls({ parts, get, post, one, many }: Asking): Pick<QPilotCalls, ProductCall> {
  const { warn } = parts.reading;
  return {
    getProduct: (id) =>
      get({ operation: 'getProduct', path: ['Products', id], keeping: keptProducts }, one(listedProductWireSchema)),
    getProductSummaries: (externalIds) =>
      askIfOffered('Summaries', externalIds.join(), parts, async () => {
        const answer = await post('getProductSummaries', ['Products', 'Summaries'], { externalIds });
        if (!isOffered(answer)) return null;
        assertAccepted(answer);
        return readList(answer, productSummaryWireSchema, { warn }).rows;
      }),
    listProducts: (query) =>
      get(
        { operation: 'listProducts', path: ['Products'], query: pageQuery(query), keeping: keptProducts },
        many(listedProductWireSchema),
      ),
  };
}

/** The answer to a question that not every account knows; null where this one does not. */
async function askIfOffered<Value>(
  ability: string,
  about: string,
  { abilities }: Pick<QPilotParts, 'abilities'>,
  ask: () => Promise<Value | null>,
): Promise<Value | null> {
  if (abilities.isMissing(ability)) return null;
  const answer = await ask();
  if (answer === null) abilities.noteMissing(ability, about);
  else abilities.noteThere(ability);
  return answer;
}

/** Not so says an account that does not know the question. */
function isOffered({ status }: UpstreamAnswer): boolean {
  return ![400, 404, 405].includes(status);
}

const newestCycles: Query = [
  ['page', '1'],
  ['pageSize', '100'],
  ['orderBy', 'StartDateUtc'],
  ['order', 'desc'],
];

function pageQuery({ page, pageSize, search }: ListQuery): Query {
  const query: Query = [
    ['page', String(page)],
    ['pageSize', String(pageSize)],
  ];
  return search ? [...query, ['search', search]] : query;
}

function scheduledOrderQuery({
  statusNames,
  includesDeleted = statusNames.includes('Deleted'),
  byChange,
  ...query
}: ScheduledOrderListQuery): Query {
  const statuses = statusNames.map((name) => ['statusNames', name] as const);
  const deleted = includesDeleted ? [['includeDeleted', 'true'] as const] : [];
  const order =
    byChange === undefined
      ? []
      : ([
          ['orderBy', 'UpdatedUtc'],
          ['order', byChange],
        ] as const);
  return [...pageQuery(query), ...statuses, ...deleted, ...order];
}
