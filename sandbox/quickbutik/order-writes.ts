import { asRecord, asRecords, textField } from '../kernel/json-fields.js';
import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { writeContent } from './order-content.js';
import { moveStatus } from './order-status.js';
import { failure } from './replies.js';
import { nextId, type ShopOrder, type ShopState } from './state.js';

type Fields = Record<string, unknown>;

/** Answers POST /v1/orders: every item is made or refused by itself, under the key `create_` and its position from 1. */
export function createOrders(request: SandboxRequest, state: ShopState): SandboxReply {
  const items = asRecords(request.json());
  if (items === null) return failure(400, 'Expected a list of orders');
  return answer(items.map((item, index) => [`create_${index + 1}`, createOne(item, state)]));
}

/** Answers PUT /v1/orders: items with a status change it, others change content; each under its order_id. */
export function updateOrders(request: SandboxRequest, state: ShopState): SandboxReply {
  const items = asRecords(request.json());
  if (items === null) return failure(400, 'Expected a list of orders');
  return answer(
    items.map((item) => {
      const id = textField(item, 'order_id') ?? '';
      return [id, textField(item, 'status') === null ? updateContent(id, item, state) : updateStatus(id, item, state)];
    }),
  );
}

/** PHP prints a map without entries as a list. */
function answer(results: [key: string, result: unknown][]): SandboxReply {
  return { status: 200, body: { results: results.length === 0 ? [] : Object.fromEntries(results) } };
}

function createOne(item: Fields, state: ShopState): unknown {
  if (textField(item, 'order_id') !== 'create') return { success: 0, errors: ['order_id must be create'] };
  const order = blankOrder(nextId(state.orders.keys()), state.now());
  const errors = writeContent(order, item, state);
  if (errors.length > 0) return { success: 0, errors };
  state.orders.set(order.id, order);
  state.applied.count('createOrder');
  return {
    success: 1,
    new_order_id: Number(order.id),
    checkout_url: `https://shop.example.com/checkout/${order.id}`,
  };
}

function updateContent(id: string, item: Fields, state: ShopState): unknown {
  const order = state.orders.get(id);
  const errors = order === undefined ? ['Could not find order'] : writeContent(order, item, state);
  if (errors.length > 0) return { order_id: Number(id), errors, success: 0 };
  state.applied.count('updateOrderContent');
  return { order_id: Number(id), success: 1 };
}

/** A status answer says its success as text, every other answer as a number (seed 001). */
function updateStatus(id: string, item: Fields, state: ShopState): unknown {
  const order = state.orders.get(id);
  if (order === undefined) return { order_id: Number(id), errors: ['Could not find order'], success: '0' };
  const status = textField(item, 'status');
  if (status !== 'paid' && status !== 'done' && status !== 'cancelled') {
    return { order_id: Number(id), errors: ['Invalid status'], success: '0' };
  }
  const isSilent = status === 'paid' && ['true', '1'].includes(String(item['skip_webhook']));
  moveStatus(order, status, { state, isSilent });
  const shipping = asRecord(item['shipping_info']);
  const number = textField(shipping, 'trackingnumber');
  if (number !== null) order.tracking = { number, company: textField(shipping, 'company') ?? '' };
  state.applied.count('updateOrderStatus');
  return { order_id: Number(id), success: '1' };
}

function blankOrder(id: string, placedAt: Date): ShopOrder {
  return {
    id,
    placedAt,
    paidAt: null,
    statusAt: placedAt,
    // New orders are always unpaid (seed 001, POST /v1/orders).
    status: 'unpaid',
    currency: 'SEK',
    lines: [],
    shippingMinor: 0,
    discountMinor: null,
    shippingName: '',
    taxfree: false,
    paymentMethod: null,
    transactionId: null,
    tracking: null,
    isListed: true,
    customer: {
      email: '',
      phone: '',
      type: 'consumer',
      companyName: '',
      fullName: '',
      address: '',
      address2: '',
      city: '',
      zipcode: '',
      countryCode: 'SE',
    },
  };
}
