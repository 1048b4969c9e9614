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

/** The reads of one operation, under one login. */
export function createCalls(parts: QPilotParts, authorizedSend: AuthorizedSend): QPilotCalls {
  const get = (operation: string, path: readonly string[], query: Query = []): Promise<UpstreamAnswer> =>
    authorizedSend({ operation, method: 'GET', path: sitePathOf(parts, ...path), query, repeatable: true });
  const post = (operation: string, path: readonly string[], body: object): Promise<UpstreamAnswer> =>
    authorizedSend({
      operation,
      method: 'POST',
      path: sitePathOf(parts, ...path),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // The only POST here asks a question: it creates nothing.
      repeatable: true,
    });

  const { warn } = parts.reading;

  return {
    getCustomer: async (id) => readRecord(await get('getCustomer', ['Customers', id]), customerWireSchema, warn),
    listCustomers: async (query) =>
      readList(await get('listCustomers', ['Customers'], pageQuery(query)), customerWireSchema, { warn }),
    getPaymentMethod: async (id) =>
      readRecord(await get('getPaymentMethod', ['PaymentMethods', id]), paymentMethodWireSchema, warn),
    listPaymentMethodsOf: async (customerId) => {
      const answer = await get('listPaymentMethodsOf', ['Customers', customerId, 'PaymentMethods']);
      return answer.status === 404 ? [] : readList(answer, paymentMethodWireSchema, { warn }).rows;
    },
    getScheduledOrder: async (id) =>
      readRecord(await get('getScheduledOrder', ['ScheduledOrders', id]), scheduledOrderWireSchema, warn),
    listScheduledOrdersOf: async (customerId) => {
      const answer = await get('listScheduledOrdersOf', ['Customers', customerId, 'ScheduledOrders']);
      return answer.status === 404 ? [] : readList(answer, scheduledOrderWireSchema, { warn }).rows;
    },
    listScheduledOrders: async (query) =>
      readList(
        await get('listScheduledOrders', ['ScheduledOrders'], scheduledOrderQuery(query)),
        scheduledOrderWireSchema,
        { warn },
      ),
    listCycles: async (id) => {
      const answer = await askIfOffered('ProcessingCycles', id, parts, () =>
        get('listCycles', ['ScheduledOrders', id, 'ProcessingCycles'], newestCycles),
      );
      if (answer === null) return null;
      return readList(answer, cycleWireSchema, { warn, rename: withSmallKeys }).rows;
    },
    getProduct: async (id) => readRecord(await get('getProduct', ['Products', id]), listedProductWireSchema, warn),
    getProductSummaries: async (externalIds) => {
      const answer = await askIfOffered('Summaries', externalIds.join(), parts, () =>
        post('getProductSummaries', ['Products', 'Summaries'], { externalIds }),
      );
      if (answer === null) return null;
      assertAccepted(answer);
      return readList(answer, productSummaryWireSchema, { warn }).rows;
    },
    listProducts: async (query) =>
      readList(await get('listProducts', ['Products'], pageQuery(query)), listedProductWireSchema, { warn }),
  };
}

/** The answer to a question that not every account knows; null where this one does not (400, 404 or 405). */
async function askIfOffered(
  ability: string,
  about: string,
  { abilities }: Pick<QPilotParts, 'abilities'>,
  ask: () => Promise<UpstreamAnswer>,
): Promise<UpstreamAnswer | null> {
  if (abilities.isMissing(ability)) return null;
  const answer = await ask();
  if (![400, 404, 405].includes(answer.status)) {
    abilities.noteThere(ability);
    return answer;
  }
  abilities.noteMissing(ability, about);
  return null;
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
