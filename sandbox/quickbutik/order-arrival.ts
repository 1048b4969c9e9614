import { asRecord, numberField, textField } from '../kernel/json-fields.js';
import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { inventPurchase } from '../world/orders.js';
import type { Shopper } from '../world/world.js';
import { writeContent } from './order-content.js';
import { announce } from './order-status.js';
import { totalMinor } from './order-wire.js';
import { failure, moneyText } from './replies.js';
import { nextId, type ShopOrder, type ShopState, toShopOrder } from './state.js';

type Fields = Record<string, unknown>;

/** Most orders that one request lets arrive. */
const MOST = 1000;

/**
 * Answers POST /__orders: somebody bought something in the shop just now. Buyer and purchase are invented unless given:
 * `email` (of a known shopper or not), `name`, `status` (`paid` or `unpaid`), `count`, and everything that an order of
 * POST /v1/orders may have.
 */
export function receiveOrders(request: SandboxRequest, state: ShopState): SandboxReply {
  const fields = request.body.length === 0 ? {} : asRecord(request.json());
  const count = numberField(fields, 'count') ?? 1;
  const status = textField(fields, 'status') ?? 'paid';
  if (fields === null || (status !== 'paid' && status !== 'unpaid')) return failure(400, 'Expected a new order');
  if (!Number.isInteger(count) || count < 1 || count > MOST) return failure(400, `count must be from 1 to ${MOST}`);
  const arrived: ShopOrder[] = [];
  // Looking the highest number up once keeps a thousand orders cheap.
  const first = Number(nextId(state.orders.keys()));
  for (let made = 0; made < count; made += 1) {
    const order = invent({ id: String(first + made), status }, fields, state);
    const errors = writeContent(order, fields, state);
    if (errors.length > 0) return failure(400, errors.join(', '));
    arrived.push(order);
  }
  for (const order of arrived) keep(order, state);
  return { status: 201, body: { orders: arrived.map(summary) } };
}

function invent(
  { id, status }: { id: string; status: 'paid' | 'unpaid' },
  fields: Fields,
  state: ShopState,
): ShopOrder {
  const { random, products, shoppers } = state;
  const shopper = buyer(textField(fields, 'email'), shoppers, state);
  const placedAt = new Date(Math.floor(state.now().getTime() / 1000) * 1000);
  const sellable = products.filter(({ visible }) => visible);
  const order = toShopOrder({
    reference: id,
    shopper,
    placedAt,
    paidAt: status === 'paid' ? placedAt : null,
    statusAt: placedAt,
    status,
    ...inventPurchase(sellable, shopper, random),
  });
  order.customer.fullName = textField(fields, 'name') ?? order.customer.fullName;
  return order;
}

/** A stranger gets the address of some shopper; only the e-mail is new. */
function buyer(email: string | null, shoppers: Shopper[], { random }: ShopState): Shopper {
  const drawn = random.pick(shoppers);
  if (email === null) return drawn;
  const wanted = email.toLowerCase();
  const known = shoppers.find((shopper) => shopper.email.toLowerCase() === wanted);
  return { ...(known ?? drawn), email };
}

function keep(order: ShopOrder, state: ShopState): void {
  state.orders.set(order.id, order);
  if (order.status === 'paid') announce('order.new', order, state);
}

function summary(order: ShopOrder): Record<string, unknown> {
  return {
    order_id: order.id,
    email: order.customer.email,
    status: order.status,
    total_amount: moneyText(totalMinor(order)),
  };
}
