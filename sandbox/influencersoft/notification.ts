import type { Webhooks } from '../kernel/webhooks.js';
import { readOrderDate } from './order-date.js';
import type { CreatedOrder } from './state.js';

/**
 * Notifies of a paid invoice: a form with the order's fields, once for each of its products, since the address is a
 * setting of the product (article on notifications of the paid invoice; field names as printed there, times in UNIX
 * seconds and the word of `status` assumed).
 */
export function notifyPaid(order: CreatedOrder, now: Date, webhooks: Webhooks): void {
  const body = orderForm(order, Math.floor(now.getTime() / 1000)).toString();
  for (const { id } of order.products) {
    webhooks.send({
      event: 'paid',
      id: `${order.bill_id} ${id}`,
      method: 'POST',
      contentType: 'application/x-www-form-urlencoded',
      body,
    });
  }
}

function orderForm({ bill_id: id, products, parameters }: CreatedOrder, now: number): URLSearchParams {
  const text = (name: string): string => parameters[name] ?? '';
  const time = (name: 'order_created_at' | 'order_paid_at'): string => String(readOrderDate(name, text(name)) ?? now);
  const sum = products.reduce((total, { price }) => total + price, 0).toFixed(2);
  const form = new URLSearchParams({
    id: String(id),
    first_name: text('customer_first_name'),
    last_name: text('customer_last_name'),
    middle_name: text('customer_middle_name'),
    email: text('customer_email'),
    phone: text('customer_phone'),
    city: text('customer_shipping_city'),
    country: text('customer_shipping_country_code'),
    address: text('customer_shipping'),
    region: text('customer_shipping_state'),
    postalcode: text('customer_shipping_zip'),
    created: time('order_created_at'),
    paid: time('order_paid_at'),
    last_payment_sum: sum,
    comment: text('note'),
    tag: text('order_tag'),
    kupon: text('coupon'),
    payway: text('payment_method'),
    status: 'new_order',
  });
  for (const [index, product] of products.entries()) {
    form.append(`items[${index}][id]`, product.id);
    form.append(`items[${index}][sum]`, product.price.toFixed(2));
  }
  return form;
}
