import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context/gateway-context.js';
import { type Order as FullOrder, isFull, type OrderHead } from '../domain/order.js';
import type { ProviderName } from '../domain/provider.js';
import { RequestError } from '../errors/request-error.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { isKnown } from '../joins/known-records.js';
import type { OrderFeedPage } from '../joins/order-feed.js';
import { waitPatiently } from '../joins/patience.js';
import { selectedRowFields } from './selection.js';

/** Fields of an order that never change, and those that load what they need themselves. */
const lastingFields = ['__typename', 'id', 'externalId', 'provider', 'reference', 'placedAt', 'shipments'];
const statusFields = ['status', 'rawStatus'];
const totalFields = ['total', 'total.amount', 'total.raw'];

/** What the head of an order answers by itself; every other field takes the whole order. */
const statedBy = {
  /** A row of a list that the provider just gave. */
  list: new Set([...lastingFields, ...statusFields, ...totalFields]),
  /** A row of the directory, right after the provider was asked whose status has changed. */
  freshDirectory: new Set([...lastingFields, ...statusFields]),
  directory: new Set(lastingFields),
};

/** Of the time an operation has left, how long rows of the directory wait for their providers. */
const knownShare = 0.6;

export interface RowDetails {
  readonly row: OrderHead;
  readonly cursor: string;
  /** Why the row is not shown: the directory's picture of it may be old, and its provider did not answer. */
  readonly error: Error | null;
}

interface Asked {
  readonly context: GatewayContext;
  readonly info: GraphQLResolveInfo;
}

/**
 * Loads in one go what the selected fields need of each row. A row of a list that fails, or whose details keep the others waiting,
 * stays a head: its fields load what they need themselves, or tell why they cannot.
 */
export async function loadDetails(
  { rows, fresh, isNewest }: OrderFeedPage,
  { context, info }: Asked,
): Promise<readonly RowDetails[]> {
  const selected = [...selectedRowFields(info)].filter((field) => !/^shipments\.|\.__typename$/.test(field));
  const missingOf = (head: OrderHead) => selected.filter((field) => !isStated(field, head, fresh));
  // Parcels are found by what the heads say: they need not wait for the details.
  if (selected.includes('shipments')) for (const { row } of rows) startParcels(row, context);
  const full = new Map<OrderHead, FullOrder>();
  const errors = new Map<OrderHead, Error>();
  const load = async (row: OrderHead) => {
    try {
      full.set(row, await context.joins.orders.full(row));
    } catch (error) {
      errors.set(row, error as Error);
      // Its provider has it no more: what the directory knows of it is out of date.
      if (isKnown(row) && error instanceof RequestError) context.joins.known.noteGone(row);
    }
  };
  const wanted = rows.map(({ row }) => row).filter((row) => missingOf(row).length > 0);
  const work = context.joins.orders.prepare(wanted, isNewest).then(() => Promise.all(wanted.map(load)));
  // Rows of the directory can only be shown with what their provider says.
  const share = rows.some(({ row }) => isKnown(row)) ? knownShare : undefined;
  await waitPatiently(work, context.remainingMs(), share);
  const details = rows.map(({ row, cursor }): RowDetails => {
    const order = full.get(row);
    if (order !== undefined) return { row: order, cursor, error: null };
    // Fields beyond the head tell the failure themselves; what the head itself holds may be out of date.
    const isOld = isKnown(row) && missingOf(row).some((field) => statedBy.list.has(field));
    return { row, cursor, error: isOld ? (errors.get(row) ?? silenceOf(row)) : null };
  });
  // The newest order of a shopper on this page gives the shopper's name, whichever row is asked first.
  for (const { row } of details) if (isFull(row)) context.joins.profiles.ofOrder(row);
  return details;
}

function silenceOf({ provider }: OrderHead): UpstreamError {
  return new UpstreamError('PROVIDER_TIMEOUT', provider);
}

function isStated(field: string, head: OrderHead, fresh: ReadonlySet<ProviderName>): boolean {
  if (isFull(head)) return true;
  if (isKnown(head)) return (fresh.has(head.provider) ? statedBy.freshDirectory : statedBy.directory).has(field);
  return statedBy.list.has(field) || (field === 'total.currency' && Boolean(head.total?.currency));
}

/** Asks for a row's parcels ahead of its field, which meets the same look-up and tells its failure. */
function startParcels({ reference, placedAt }: OrderHead, { datasources: { qapla } }: GatewayContext): void {
  if (qapla.isConfigured) qapla.shipments.byReference.load({ reference, placedAt }).catch(() => {});
}
