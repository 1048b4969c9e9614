import { normalizeEmail } from '../../domain/join-keys.js';
import type { Order, OrderHead } from '../../domain/order.js';
import type { RowOutcome, ShopOrderContent, ShopOrderLine, ShopStatusChange } from '../../domain/shop-writes.js';
import type { QuickbutikSource } from './source.js';
import { isOlderThan, loadAll, onlySettled } from './written.js';

/** How many of the newest orders are read whole to find one that was just made. */
const searched = 20;

/**
 * Looks for orders that a lost answer may have been about, by the transaction id of their payment.
 *
 * @param claimedAtMs when they were first sent
 * @returns null unless every one of them is found once among the newest orders, with the e-mail and the pieces that were sent, and not
 * from days before.
 */
export async function findCreatedOrders(
  source: QuickbutikSource,
  orders: readonly ShopOrderContent[],
  claimedAtMs: number,
): Promise<RowOutcome<OrderHead>[] | null> {
  const ids = orders.map(({ payment }) => payment?.transactionId ?? null).filter((id) => id !== null);
  if (new Set(ids).size < orders.length) return null;
  source.forget();
  const { rows } = await source.orders.list({ statuses: null, paidFrom: null });
  const recent = rows.slice(0, searched);
  const fresh = recent.filter(({ placedAt }) => !isOlderThan(placedAt, claimedAtMs));
  // Where every order is old the shop's clock is not ours, and an age says nothing.
  const heads = fresh.length > 0 ? fresh : recent;
  const newest = await Promise.all(heads.map(({ externalId }) => source.orders.byReference.load(externalId)));
  const found = orders.map((wanted) => {
    const [order, ...others] = newest.filter((candidate) => candidate !== null && isSame(candidate, wanted));
    return order && others.length === 0 ? order : null;
  });
  return onlySettled(found.map((entity) => entity && { state: 'DONE', entity, checkoutUrl: null }));
}

/**
 * Looks whether orders have the status that a lost answer may have been about. Whether a mail went out or a tracking number was
 * kept cannot be seen.
 *
 * @returns null while an order has another status: the write may still be on its way.
 */
export async function findStatuses(
  source: QuickbutikSource,
  changes: readonly ShopStatusChange[],
): Promise<RowOutcome<OrderHead>[] | null> {
  source.forget();
  const found = await loadAll(
    changes.map(({ reference }) => reference),
    source.orders.byReference,
  );
  return onlySettled(
    changes.map(({ reference, status }) => {
      const entity = found.get(reference);
      return entity?.status === status ? { state: 'DONE', entity, checkoutUrl: null } : null;
    }),
  );
}

function isSame({ payment, shopper, lines }: Order, wanted: ShopOrderContent): boolean {
  return (
    payment?.transactionId === wanted.payment?.transactionId &&
    normalizeEmail(shopper?.email) === normalizeEmail(wanted.buyer?.email) &&
    // A shop that shows no lines says nothing of them.
    (lines.length === 0 || hasPieces(lines, wanted.products ?? []))
  );
}

/** Whether an order holds the pieces that were sent and no others. */
function hasPieces(lines: Order['lines'], wanted: readonly ShopOrderLine[]): boolean {
  const isNamed = (line: Order['lines'][number], { product }: ShopOrderLine) =>
    'sku' in product ? line.sku === product.sku : line.productExternalId === product.productId;
  const isKnown = lines.every((line) => wanted.some((piece) => isNamed(line, piece)));
  return isKnown && countPieces(lines) === countPieces(wanted);
}

function countPieces(lines: readonly (Order['lines'][number] | ShopOrderLine)[]): number {
  return lines.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
}
