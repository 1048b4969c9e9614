import type { OrderAnswer } from '../peers/orders-by-hand.js';
import type { Shop } from '../upstream/shop.js';
import * as shopData from '../upstream/shop.js';

/** The one right answer to a page of orders, from what the upstream's answers are made of. */
export function expectedPage(shop: Shop, page: number): readonly OrderAnswer[] {
  return Array.from({ length: shopData.pageSize }, (_, index) => {
    const order = shopData.orderNumber(page, index);
    const customer = shopData.customerOf(shop, order);
    return {
      id: String(order),
      total: shopData.totalOf(order),
      customer: {
        id: String(customer),
        email: shopData.emailOf(customer),
        name: `${shopData.firstNameOf(customer)} ${shopData.lastNameOf(customer)}`,
      },
      shipment: {
        trackingNumber: shopData.trackingNumberOf(order),
        status: shopData.parcelEvents[0].status,
        events: shopData.parcelEvents.map(({ status, place }) => ({ status, place })),
      },
    };
  });
}

/** The one right answer to a look-up. */
export function expectedOrder(order: number): { readonly id: string; readonly total: string } {
  return { id: String(order), total: shopData.totalOf(order) };
}
