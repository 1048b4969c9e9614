import type { Shopper, WorldOrder } from './records.js';

/** The two orders that Quickbutik's document prints; its times are taken as Swedish winter and summer time. */
export function documentedOrders(sven: Shopper): WorldOrder[] {
  const placedAt = new Date('2020-01-01T11:01:45Z');
  const listedAt = new Date('2020-07-29T09:35:39Z');
  const common = {
    shopper: sven,
    currency: 'SEK',
    discountMinor: null,
    shippingName: 'Postnord',
    paymentMethod: 'klarna',
    taxfree: false,
  };
  return [
    {
      ...common,
      reference: '115',
      placedAt,
      paidAt: null,
      statusAt: placedAt,
      status: 'unpaid',
      lines: [{ shopId: '34', sku: '34', title: 'T-shirt', quantity: 2, unitMinor: 19_900, variantId: null }],
      itemsMinor: 39_800,
      shippingMinor: 2_900,
      totalMinor: 42_700,
      taxMinor: 8_540,
      transactionId: 'XYZ1234567890',
    },
    {
      ...common,
      reference: '12345',
      placedAt: listedAt,
      paidAt: listedAt,
      statusAt: listedAt,
      status: 'paid',
      lines: [{ shopId: '34', sku: '34', title: 'T-shirt', quantity: 1, unitMinor: 11_995, variantId: null }],
      itemsMinor: 11_995,
      shippingMinor: 2_900,
      totalMinor: 14_895,
      taxMinor: 2_979,
      transactionId: 'XYZ1234567891',
    },
  ];
}
