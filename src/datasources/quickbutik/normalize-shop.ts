import { normalizeReference } from '../../domain/join-keys.js';
import type { Reading } from '../../domain/reading.js';
import type { Category, CustomerType, ShippingMethod, ShopPaymentMethod } from '../../domain/shop.js';
import { readMoney } from '../_shared/wire-values.js';
import type { WireCategory, WirePaymentMethod, WireShippingMethod } from './wire.js';

/** A category; null for a row without an id or a name. */
export function normalizeCategory(wire: WireCategory, reading: Reading): Category | null {
  const externalId = normalizeReference(wire.category_id);
  if (externalId === null || wire.name === null) {
    reading.warn(externalId === null ? 'category_id' : 'name');
    return null;
  }
  const parentExternalId = normalizeReference(wire.parent_id);
  return {
    externalId,
    name: wire.name,
    path: wire.name_path,
    url: wire.url,
    // Documented as null for a main category; a PHP shop may as well write the number 0 (assumed).
    parentExternalId: parentExternalId === '0' ? null : parentExternalId,
  };
}

/** A way to ship; null for a row without an id. */
export function normalizeShippingMethod(wire: WireShippingMethod, reading: Reading): ShippingMethod | null {
  const externalId = normalizeReference(wire.id);
  if (externalId === null) {
    reading.warn('id');
    return null;
  }
  return {
    externalId,
    title: wire.title,
    description: wire.description,
    isActive: wire.active,
    price: readMoney(wire.price, reading, 'price'),
    priceBasis: wire.price_basedon,
  };
}

// Only `3` is in the seed document; that it is a mask of both is assumed, so any other number stays unknown.
const customerTypes: ReadonlyMap<number | null, readonly CustomerType[]> = new Map([
  [1, ['CONSUMER']],
  [2, ['BUSINESS']],
  [3, ['CONSUMER', 'BUSINESS']],
]);

/** A way to pay; null for a row without an id. */
export function normalizePaymentMethod(wire: WirePaymentMethod, reading: Reading): ShopPaymentMethod | null {
  const externalId = normalizeReference(wire.paysystem_id);
  if (externalId === null) {
    reading.warn('paysystem_id');
    return null;
  }
  const types = customerTypes.get(wire.customer_type) ?? null;
  if (types === null && wire.customer_type !== null) reading.warn('customer_type');
  return { externalId, customerTypes: types };
}
