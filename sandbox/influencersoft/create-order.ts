import type { ErrorCode } from './answer.js';
import { readOrderDate } from './order-date.js';
import { type InfluencerSoftState, type OrderedProduct, settingsPrice } from './state.js';

const STATUSES = ['Expected', 'Paid', 'Cancel', 'MoneyBack'];
/** The first letter of the last word is the Cyrillic С (U+0421), as the article prints it. */
const CONFIRMATIONS = ['Yes', 'No', 'True', 'False', '\u0421onfirmed'];
const PAYMENT_METHODS = ['PayPal', 'Stripe'];
const EMAIL = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;

/** Fields of a form, the last one of a name winning as in PHP. */
export type Parameters = Record<string, string>;

/**
 * Creates an order and gives 0, or gives the code of the first mistake. An empty parameter counts as left out; a
 * missing e-mail is an invalid one (assumed).
 */
export function createOrder(state: InfluencerSoftState, parameters: Parameters): ErrorCode {
  const products = readProducts(parameters['product_names'] ?? '', parameters['product_prices'] ?? '');
  if (!Array.isArray(products)) return products;
  if (!EMAIL.test(parameters['customer_email'] ?? '')) return 600;
  if (!isWellFormed(parameters)) return 3;
  state.orders.push({ bill_id: 100_001 + state.orders.length, products, parameters });
  state.applied['createorder'] = (state.applied['createorder'] ?? 0) + 1;
  return 0;
}

/** Prices stand by position and may end early: the rest is charged as the product's settings say. */
function readProducts(ids: string, prices: string): OrderedProduct[] | ErrorCode {
  if (ids.trim() === '') return 603;
  const wanted = ids.split(',').map((id) => id.trim());
  const given = prices.trim() === '' ? [] : prices.split(',').map((price) => price.trim());
  if (given.length > wanted.length || given.some((price) => !/^\d+(\.\d+)?$/.test(price))) return 3;
  const products: OrderedProduct[] = [];
  for (const [index, id] of wanted.entries()) {
    const standard = settingsPrice(id);
    if (standard === null) return 604;
    const price = given[index];
    products.push({ id, price: price === undefined ? standard : Number(price) });
  }
  return products;
}

function isWellFormed(parameters: Parameters): boolean {
  const within = (name: string, words: readonly string[]): boolean =>
    parameters[name] === undefined || words.includes(parameters[name]);
  return (
    within('order_status', STATUSES) &&
    within('order_confirmed', CONFIRMATIONS) &&
    within('payment_method', PAYMENT_METHODS) &&
    (['order_created_at', 'order_paid_at'] as const).every(
      (name) => parameters[name] === undefined || readOrderDate(name, parameters[name]) !== null,
    )
  );
}
