import { toEpochMs } from '../../domain/instant.js';
import { normalizeEmail, normalizeReference } from '../../domain/join-keys.js';
import { parseMoney } from '../../domain/money.js';
import type { Order } from '../../domain/order.js';
import type { readImports } from './imports.js';

type Stated = ReturnType<typeof readImports>[number];

/** Whether an imported order has all that was stated and that the provider gives back: then the import has happened. */
export function isImported(found: Order, stated: Stated): boolean {
  const { shippingAddress, shopper } = found;
  return (
    normalizeReference(found.reference) === normalizeReference(stated.reference) &&
    isSameSecond(found.placedAt, stated.createdAt) &&
    isSameSecond(found.updatedAt, stated.updatedAt) &&
    hasEqualTexts([
      [found.rawStatus, stated.status],
      [found.payment?.method, stated.paymentType],
      [found.note, stated.note],
      [shopper?.name, stated.name],
      [normalizeEmail(shopper?.email), normalizeEmail(stated.email)],
      [shopper?.phone, stated.phone],
      [shippingAddress?.lines.join(', '), stated.street],
      [shippingAddress?.city, stated.city],
      [shippingAddress?.region, stated.region],
      [shippingAddress?.postalCode, stated.postalCode],
      [found.total?.amount, parseMoney(stated.amount, null)?.amount],
    ]) &&
    hasEqualRows(found, stated)
  );
}

/** Blank is absent: the provider does not tell the two apart. */
function hasEqualTexts(pairs: readonly (readonly [string | null | undefined, string | null | undefined])[]): boolean {
  return pairs.every(([one, other]) => (one ?? '').trim() === (other ?? '').trim());
}

/** The provider's times have no fractions. */
function isSameSecond(one: string | null, other: string): boolean {
  return one !== null && Math.floor(toEpochMs(one) / 1000) === Math.floor(toEpochMs(other) / 1000);
}

function hasEqualRows({ lines }: Order, { rows }: Stated): boolean {
  const stated = rows ?? [];
  if (lines.length !== stated.length) return false;
  return stated.every((row, index) => {
    const line = lines[index];
    return (
      line !== undefined &&
      line.sku === row.sku &&
      line.title === row.name &&
      line.quantity === row.quantity &&
      line.unitPrice?.amount === row.unitPrice &&
      line.total?.amount === row.total
    );
  });
}
