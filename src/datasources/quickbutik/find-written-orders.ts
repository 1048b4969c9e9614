import { normalizeEmail } from '../../domain/join-keys.js';
import type { Order, OrderHead } from '../../domain/order.js';
import type { RowOutcome, ShopOrderContent, ShopOrderLine } from '../../domain/shop-writes.js';
import type { QuickbutikSource } from './source.js';
import { isSince, onlySettled } from './written.js';

/** How many of the newest orders are read whole to find one that was just made. */
const searched = 20;

/**
 * Looks for orders that a lost answer may have been about, by the transaction id of their payment.
 *
 * @param claimedAtMs when they were first sent
 * @returns null unless every one of them is found once among the newest orders, with the e-mail and the pieces that were sent, placed
 * when they were sent. An older order with the same payment was another write.
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
  const isNew = ({ placedAt }: OrderHead) => placedAt !== null && isSince(placedAt, claimedAtMs);
  const heads = recent.filter((head) => head.placedAt === null || isNew(head));
  const newest = await Promise.all(heads.map(({ externalId }) => source.orders.byReference.load(externalId)));
  const found = orders.map((wanted) => {
    const [order, ...others] = newest.filter(
      (candidate) => candidate !== null && isNew(candidate) && isSame(candidate, wanted),
    );
    return order && others.length === 0 ? order : null;
  });
  return onlySettled(found.map((entity) => entity && { state: 'DONE', entity, checkoutUrl: null }));
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
