import { asRecord, asRecords, minorField, textField } from '../kernel/json-fields.js';
import type { WorldOrderLine } from '../world/world.js';
import { findLine } from './product-match.js';
import { SHIPPING_METHODS } from './shop-options.js';
import type { ShopCustomer, ShopOrder, ShopState } from './state.js';

type Fields = Record<string, unknown>;

/** Puts the content fields of a write into an order and gives what was wrong; an order with errors stays unchanged. */
export function writeContent(order: ShopOrder, item: Fields, state: ShopState): string[] {
  const draft: ShopOrder = { ...order, lines: order.lines.map((line) => ({ ...line })) };
  const errors = [...writeLines(draft, item, state), ...writeShipping(draft, asRecord(item['shipping']))];
  if (errors.length > 0) return errors;
  draft.customer = mergeCustomer(draft.customer, asRecord(item['customer']));
  const payment = asRecord(item['payment']);
  draft.paymentMethod = textField(payment, 'method') ?? draft.paymentMethod;
  draft.transactionId = textField(payment, 'transaction_id') ?? draft.transactionId;
  const discount = minorField(asRecord(item['discount_add']), 'amount');
  if (discount !== null) draft.discountMinor = (draft.discountMinor ?? 0) + discount;
  if (item['discount_remove'] === true || item['discount_remove'] === 'true') draft.discountMinor = null;
  Object.assign(order, draft);
  return [];
}

/** `products` replaces all lines; `products_add` and `products_remove` change single pieces. */
function writeLines(order: ShopOrder, item: Fields, state: ShopState): string[] {
  const errors: string[] = [];
  const apply = (name: string, act: (line: WorldOrderLine) => string | null): void => {
    for (const asked of asRecords(item[name]) ?? []) {
      const line = lineFor(asked, state);
      const error = line === null ? `Could not find product ${nameOf(asked)}`.trim() : act(line);
      if (error !== null) errors.push(error);
    }
  };
  if (asRecords(item['products']) !== null) order.lines = [];
  apply('products', (line) => addPiece(order, line));
  apply('products_add', (line) => addPiece(order, line));
  apply('products_remove', (line) => removePiece(order, line));
  return errors;
}

/** The document has no quantity field; a product named twice is read as two pieces. */
function addPiece(order: ShopOrder, line: WorldOrderLine): null {
  const same = order.lines.find((other) => isSame(other, line));
  if (same === undefined) order.lines.push(line);
  else same.quantity += 1;
  return null;
}

function removePiece(order: ShopOrder, line: WorldOrderLine): string | null {
  const same = order.lines.find((other) => isSame(other, line));
  if (same === undefined) return `Product ${line.sku} is not in the order`;
  same.quantity -= 1;
  order.lines = order.lines.filter(({ quantity }) => quantity > 0);
  return null;
}

function isSame(left: WorldOrderLine, right: WorldOrderLine): boolean {
  return left.shopId === right.shopId && left.variantId === right.variantId;
}

function nameOf(asked: Fields): string {
  return textField(asked, 'product_id') ?? textField(asked, 'sku') ?? '';
}

function lineFor(asked: Fields, state: ShopState): WorldOrderLine | null {
  const found = findLine(asked, state.products);
  if (found === null) return null;
  const { product, variant } = found;
  return {
    shopId: product.shopId,
    sku: variant?.sku ?? product.sku,
    title: product.title,
    quantity: 1,
    unitMinor: variant?.priceMinor ?? product.priceMinor,
    variantId: variant?.id ?? null,
  };
}

/** A name or price that is not given comes from the shipping method (seed 001, order.shipping). */
function writeShipping(order: ShopOrder, shipping: Fields | null): string[] {
  if (shipping === null) return [];
  const id = textField(shipping, 'id');
  const method = SHIPPING_METHODS.find((candidate) => candidate.id === id);
  if (id !== null && method === undefined) return [`Could not find shipping method ${id}`];
  order.shippingName = textField(shipping, 'name') ?? method?.title ?? order.shippingName;
  order.shippingMinor = minorField(shipping, 'price') ?? minorField(asRecord(method), 'price') ?? order.shippingMinor;
  return [];
}

function mergeCustomer(customer: ShopCustomer, fields: Fields | null): ShopCustomer {
  const details = asRecord(fields?.['shipping_details']);
  const detail = (name: string, old: string): string => textField(details, name) ?? old;
  const names = [textField(details, 'firstname'), textField(details, 'lastname')].filter((name) => name !== null);
  const type = textField(fields, 'type');
  return {
    email: textField(fields, 'email') ?? customer.email,
    phone: textField(fields, 'phone_number') ?? customer.phone,
    type: type === 'business' || type === 'consumer' ? type : customer.type,
    companyName: detail('company_name', customer.companyName),
    fullName: names.length > 0 ? names.join(' ') : customer.fullName,
    address: detail('address', customer.address),
    address2: detail('address2', customer.address2),
    city: detail('city', customer.city),
    zipcode: detail('zipcode', customer.zipcode),
    countryCode: detail('country', customer.countryCode),
  };
}
