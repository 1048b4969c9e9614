import type { GraphQLResolveInfo } from 'graphql';
import { responsePathAsArray } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import { normalizeEmail } from '../domain/join-keys.js';
import { isFull, type OrderHead } from '../domain/order.js';
import type { Coverage, PageRequest } from '../domain/page.js';
import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { matchesHead, type OrderCondition } from '../joins/order-condition.js';
import type { OrderFeedPage } from '../joins/order-feed.js';
import { type Connection, toConnection } from './connection.js';
import { loadDetails, type RowDetails } from './row-details.js';

type OrderConnection = Connection<OrderHead> & { readonly coverage: Coverage[] };

interface OrderList {
  readonly condition: OrderCondition;
  readonly page: PageRequest;
  /** How long to wait for the directory to have read the orders once, in milliseconds. */
  readonly waitMs: number;
}

interface Asked {
  readonly context: GatewayContext;
  readonly info: GraphQLResolveInfo;
}

/** A page of the merged list as a connection, its rows loaded as far as the operation asks for. */
export async function orderConnection(
  { condition, page, waitMs }: OrderList,
  { context, info }: Asked,
): Promise<OrderConnection> {
  const { known, orderFeed } = context.joins;
  await known.waitForOrders(waitMs);
  const first = await readPage(await orderFeed.page(condition, page), { context, info });
  // A provider none of whose rows could be read is failing: the page is read again without it, so that the others fill it.
  const down = downIn(first.details);
  const { feed, details } =
    down.size === 0 ? first : await readPage(await orderFeed.page(condition, page, down), { context, info });
  const failures = new Map([...feed.failures, ...failuresOf(details)]);
  context.failures.addPartial(responsePathAsArray(info.path), { ...feed, failures: [...failures.values()] });
  const endCursor = feed.rows.at(-1)?.cursor;
  const rows = details.filter((detail) => isShown(detail, condition));
  const coverage = feed.coverage.map((part) => (failures.has(part.provider) ? { ...part, complete: false } : part));
  const shown = { rows, hasNextPage: feed.hasNextPage, ...(endCursor !== undefined && { endCursor }) };
  return { ...toConnection(shown, page), coverage };
}

async function readPage(feed: OrderFeedPage, { context, info }: Asked) {
  return { feed, details: await loadDetails(feed, { context, info }) };
}

/** Providers that failed for each of their rows. */
function downIn(details: readonly RowDetails[]): ReadonlyMap<ProviderName, Error> {
  const answered = new Set(details.filter(({ error }) => error === null).map(({ row }) => row.provider));
  return new Map(failuresOf(details).filter(([provider]) => !answered.has(provider)));
}

/** One error per provider whose rows could not be read. An order that is gone meanwhile is no failure. */
function failuresOf(details: readonly RowDetails[]): (readonly [ProviderName, Error])[] {
  return details.flatMap(({ row, error }) => (error instanceof UpstreamError ? [[row.provider, error] as const] : []));
}

/** Where the order itself was read, it says for itself whether it belongs here. */
function isShown({ row, error }: RowDetails, condition: OrderCondition): boolean {
  if (!isFull(row)) return error === null;
  const isTheirs = condition.email === null || normalizeEmail(row.shopper?.email) === condition.email;
  return isTheirs && matchesHead(row, condition);
}
