import { localText } from '../kernel/zone.js';
import type { WorldOrderLine } from '../world/world.js';
import { countryName } from './country-names.js';
import { moneyText, SHOP_ZONE } from './replies.js';
import type { ShopOrder } from './state.js';

/** Numbers for status on reads: -1 and 1 are in seed 001; 0 and 2 are assumed. */
const STATUS_NUMBERS = { unpaid: '-1', cancelled: '0', paid: '1', done: '2' } as const;

/** The number that stands for a status on reads. */
export function statusNumber(status: ShopOrder['status']): string {
  return STATUS_NUMBERS[status];
}

/** What the buyer owes: lines and shipping less the discount, in hundredths. */
export function totalMinor(order: ShopOrder): number {
  return itemsMinor(order) + order.shippingMinor - (order.discountMinor ?? 0);
}

/** An order in a list: the four documented fields. */
export function orderRow(order: ShopOrder): Record<string, unknown> {
  return {
    order_id: order.id,
    date_created: localText(order.placedAt, SHOP_ZONE),
    total_amount: moneyText(totalMinor(order)),
    status: STATUS_NUMBERS[order.status],
  };
}

/** An order asked for by id (seed 001, GET /v1/orders with order_id). */
export function orderDetail(order: ShopOrder): Record<string, unknown> {
  const total = totalMinor(order);
  const { customer } = order;
  return {
    order_id: order.id,
    date_created: localText(order.placedAt, SHOP_ZONE),
    status: STATUS_NUMBERS[order.status],
    items_amount: moneyText(itemsMinor(order)),
    shipping_amount: moneyText(order.shippingMinor),
    total_amount: moneyText(total),
    discount_amount: order.discountMinor === null ? null : moneyText(order.discountMinor),
    total_pay_amount: moneyText(total),
    // The document's order carries 25 % VAT inside its total: a fifth.
    tax_amount: moneyText(order.taxfree ? 0 : Math.round(total / 5)),
    currency: order.currency,
    shipping_name: order.shippingName,
    is_taxfree: order.taxfree,
    products: order.lines.map(lineWire),
    customer: {
      email: customer.email,
      phone: customer.phone,
      customer_type: customer.type,
      company_name: customer.companyName,
      full_name: customer.fullName,
      address: customer.address,
      address2: customer.address2,
      city: customer.city,
      zipcode: customer.zipcode,
      country: countryName(customer.countryCode, order.id),
    },
    paymethod: { method: order.paymentMethod, transaction_id: order.transactionId },
  };
}

function itemsMinor({ lines }: ShopOrder): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.unitMinor, 0);
}

function lineWire(line: WorldOrderLine): Record<string, unknown> {
  return {
    product_id: line.shopId,
    title: line.title,
    price: moneyText(line.unitMinor),
    qty: String(line.quantity),
    variant: line.variantId,
    sku: line.sku,
  };
}
