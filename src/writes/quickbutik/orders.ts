import type { ShopOrderChange, ShopOrderContent, ShopOrderLine } from '../../domain/shop-writes.js';
import { checkItemCount, checkRepeated } from '../check-items.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { type GivenBuyer, readBuyer } from './order-buyer.js';
import { type GivenProductKey, readProductKey } from './product-key.js';
import { checkDecimal, checkOrder, checkShopId, checkShort, type Field } from './values.js';

interface GivenLine extends GivenProductKey {
  readonly quantity?: Maybe<number>;
}

interface GivenParts {
  readonly payment?: Maybe<{ readonly method?: Maybe<string>; readonly transactionId?: Maybe<string> }>;
  readonly shipping?: Maybe<{
    readonly id?: Maybe<string>;
    readonly name?: Maybe<string>;
    readonly price?: Maybe<string>;
  }>;
}

/** A new order as a caller gives it. */
export interface GivenOrder extends GivenParts {
  readonly customer: GivenBuyer;
  readonly products: readonly GivenLine[];
  readonly discount?: Maybe<string>;
}

/** Changes of an order as a caller gives them. */
export interface GivenOrderChange extends GivenParts {
  readonly reference: string;
  readonly customer?: Maybe<GivenBuyer>;
  readonly products?: Maybe<readonly GivenLine[]>;
  readonly addProducts?: Maybe<readonly GivenLine[]>;
  readonly removeProducts?: Maybe<readonly GivenLine[]>;
  readonly addDiscount?: Maybe<string>;
  readonly removeDiscount?: Maybe<boolean>;
}

/** The most pieces of one line: each is a line of the request. */
const maxQuantity = 100;

/** The most pieces of one list of an order. */
const maxPieces = 1000;

/** Reads orders to make. */
export function readNewOrders(given: readonly GivenOrder[], check: InputCheck): ShopOrderContent[] {
  checkItemCount(given.length, ['orders'], check);
  return given.map((order, index) => {
    const field = ['orders', index];
    return {
      buyer: readBuyer(order.customer, [...field, 'customer'], check),
      ...readParts(order, field, check),
      products: readLines(order.products, [...field, 'products'], check),
      addProducts: null,
      removeProducts: null,
      addDiscount: checkDecimal(order.discount, [...field, 'discount'], check),
      removeDiscount: false,
    };
  });
}

/** Reads changes of orders; each order may stand once. */
export function readOrderChanges(given: readonly GivenOrderChange[], check: InputCheck): ShopOrderChange[] {
  checkItemCount(given.length, ['orders'], check);
  const changes = given.map((order, index) => readChange(order, ['orders', index], check));
  checkRepeated(
    changes.map(({ reference }) => reference || null),
    ['orders', 'reference'],
    check,
  );
  return changes;
}

function readChange(given: GivenOrderChange, field: Field, check: InputCheck): ShopOrderChange {
  const lines = (name: 'products' | 'addProducts' | 'removeProducts') =>
    readLines(given[name], [...field, name], check);
  const change: ShopOrderChange = {
    reference: checkOrder(given.reference, [...field, 'reference'], check),
    buyer: given.customer ? readBuyer(given.customer, [...field, 'customer'], check) : null,
    ...readParts(given, field, check),
    products: lines('products'),
    addProducts: lines('addProducts'),
    removeProducts: lines('removeProducts'),
    addDiscount: checkDecimal(given.addDiscount, [...field, 'addDiscount'], check),
    removeDiscount: given.removeDiscount ?? false,
  };
  if (given.addDiscount && change.removeDiscount)
    check.add([...field, 'removeDiscount'], 'INVALID', 'A discount is added or removed, not both.');
  const { reference: _, ...parts } = change;
  const isNothing = Object.values(parts).every((part) => part === null || part === false) && !given.addDiscount;
  check.require(!isNothing, field, 'REQUIRED', 'Nothing is to be changed.');
  return change;
}

function readParts({ payment, shipping }: GivenParts, field: Field, check: InputCheck) {
  const text = (value: Maybe<string>, ...name: string[]) => checkShort(value, [...field, ...name], check);
  const paid = {
    method: text(payment?.method, 'payment', 'method'),
    transactionId: text(payment?.transactionId, 'payment', 'transactionId'),
  };
  const sent = {
    id: shipping?.id ? checkShopId(shipping.id, 'ShippingMethod', [...field, 'shipping', 'id'], check) : null,
    name: text(shipping?.name, 'shipping', 'name'),
    price: checkDecimal(shipping?.price, [...field, 'shipping', 'price'], check),
  };
  // Without either the shopper pays in the shop's checkout, which the document asks to say by leaving the payment out.
  return { payment: orNull(paid), shipping: orNull(sent) };
}

function orNull<Part extends object>(part: Part): Part | null {
  return Object.values(part).every((value) => value === null) ? null : part;
}

function readLines(given: Maybe<readonly GivenLine[]>, field: Field, check: InputCheck): ShopOrderLine[] | null {
  if (!given) return null;
  checkItemCount(given.length, field, check);
  const pieces = given.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0);
  check.require(pieces <= maxPieces, field, 'TOO_MANY', `Must have at most ${maxPieces} pieces together.`);
  return given.map((line, index) => {
    const quantity = line.quantity ?? 1;
    const isGood = quantity >= 1 && quantity <= maxQuantity;
    check.require(isGood, [...field, index, 'quantity'], 'INVALID', `Must be from 1 to ${maxQuantity}.`);
    return { product: readProductKey(line, [...field, index], check), quantity };
  });
}
