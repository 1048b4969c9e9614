import type { GraphQLResolveInfo } from 'graphql';
import { responsePathAsArray } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import { normalizeEmail } from '../domain/join-keys.js';
import type { OrderHead } from '../domain/order.js';
import type { Coverage, PageRequest } from '../domain/page.js';
import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { matchesHead, type OrderCondition } from '../joins/order-condition.js';
import { isFull } from '../joins/order-lookup.js';
import { type Connection, toConnection } from './connection.js';
import { loadDetails, type RowDetails } from './row-details.js';

type OrderConnection = Connection<OrderHead> & { readonly coverage: Coverage[] };

interface OrderList {
  readonly condition: OrderCondition;
  readonly page: PageRequest;
  /** How long to wait for the directory to have read the orders once, in milliseconds. */
  readonly waitMs: number;
}

/** A page of the merged list as a connection, its rows loaded as far as the operation asks for. */
export async function orderConnection(
  { condition, page, waitMs }: OrderList,
  { context, info }: { readonly context: GatewayContext; readonly info: GraphQLResolveInfo },
): Promise<OrderConnection> {
  const { known, orderFeed } = context.joins;
  if (waitMs > 0) await known.waitForOrders(['QUICKBUTIK', 'QAPLA'], Math.min(waitMs, context.remainingMs() / 2));
  const feed = await orderFeed.page(condition, page);
  const details = await loadDetails(feed, { context, info, isFresh: condition.email === null });
  const failures = new Map([...feed.failures, ...failuresOf(details)]);
  context.failures.addPartial(responsePathAsArray(info.path), { ...feed, failures: [...failures.values()] });
  const endCursor = feed.rows.at(-1)?.cursor;
  const rows = details.filter((detail) => isShown(detail, condition));
  const coverage = feed.coverage.map((part) => (failures.has(part.provider) ? { ...part, complete: false } : part));
  const shown = { rows, hasNextPage: feed.hasNextPage, ...(endCursor !== undefined && { endCursor }) };
  return { ...toConnection(shown, page), coverage };
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
