import { asRecord, textField } from '../kernel/json-fields.js';
import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { receiveOrders } from './order-arrival.js';
import { moveStatus } from './order-status.js';
import { failure } from './replies.js';
import type { ShopExtras, ShopOrder, ShopState } from './state.js';

const EXTRAS: readonly ShopExtras[] = ['ignored', 'refused', 'offered'];
const STATUSES: readonly ShopOrder['status'][] = ['unpaid', 'paid', 'done', 'cancelled'];

/**
 * What happens in the shop without the API: `POST /__orders` (orders arrive), `POST /__orders/{id}/status`, and
 * `POST /__options {"extras":…}`. Null for any other request.
 */
export function answerShopControl(request: SandboxRequest, state: ShopState): SandboxReply | null {
  const [root, id = '', part] = request.segments;
  const shape = `${request.method} ${root} ${request.segments.length}`;
  if (shape === 'POST __orders 1') return receiveOrders(request, state);
  if (shape === 'POST __orders 3' && part === 'status') return changeStatus(id, request, state);
  if (shape === 'POST __options 1') return changeOptions(request, state);
  return null;
}

function changeStatus(id: string, request: SandboxRequest, state: ShopState): SandboxReply {
  const order = state.orders.get(id);
  if (order === undefined) return failure(404, 'Order not found');
  const asked = textField(asRecord(request.json()), 'status');
  const status = STATUSES.find((word) => word === asked);
  if (status === undefined) return failure(400, `Expected {"status":…}, one of ${STATUSES.join(', ')}`);
  moveStatus(order, status, { state });
  return { status: 200, body: { order_id: order.id, status: order.status } };
}

function changeOptions(request: SandboxRequest, state: ShopState): SandboxReply {
  const asked = textField(asRecord(request.json()), 'extras');
  const extras = EXTRAS.find((word) => word === asked);
  if (extras === undefined) return failure(400, `Expected {"extras":…}, one of ${EXTRAS.join(', ')}`);
  state.extras = extras;
  return { status: 200, body: { extras } };
}
