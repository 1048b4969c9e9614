import type { World, WorldOrder, WorldProduct } from '../world/world.js';

/** The product that the document's samples write to and order. It is in this shop alone: other providers know nothing of it. */
export const sampleProduct: WorldProduct = {
  shopId: '33',
  sku: 'SHIRT-123',
  title: 'T-shirt',
  priceMinor: 19_900,
  beforePriceMinor: null,
  purchaseMinor: 6_900,
  stock: 10,
  gtin: null,
  weightGrams: 400,
  categoryId: '2',
  visible: true,
  variants: [],
  inQPilot: false,
  inShop: true,
  modifiedAt: new Date('2020-01-01T11:00:00Z'),
};

/**
 * The orders whose status the document's samples change: 2222 paid, 3333 not. A third, 1111, is the one it cannot find. Lists leave
 * them out, so that a shop has as many orders as it was asked to have.
 */
export function sampleOrders({ orders }: World): WorldOrder[] {
  const [unpaid, paid] = orders;
  if (unpaid === undefined || paid === undefined) return [];
  return [
    { ...unpaid, reference: '3333', transactionId: 'XYZ1234567893' },
    { ...paid, reference: '2222', transactionId: 'XYZ1234567892' },
  ];
}
