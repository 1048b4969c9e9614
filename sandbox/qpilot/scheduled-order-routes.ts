import type { SandboxReply } from '../kernel/request.js';
import { changeScheduledOrder } from './change-scheduled-order.js';
import { createScheduledOrder } from './create-scheduled-order.js';
import { found, orderedBy, pageOf } from './paging.js';
import { presentCycle, presentScheduledOrder } from './present.js';
import { notFound, ok } from './replies.js';
import type { SiteCall } from './routes.js';
import { mustReach } from './tokens.js';

/** `/ScheduledOrders`: found by QPilot's number. */
export function answerScheduledOrders(call: SiteCall): SandboxReply | null {
  if (call.shape === 'GET 0') return listScheduledOrders(call);
  if (call.shape === 'POST 0') return createScheduledOrder(call);
  const [id, part] = call.rest;
  const order = call.state.scheduledOrders.get(Number(id));
  mustReach(call.access, order?.customerId ?? null);
  if (order === undefined) throw notFound('ScheduledOrder');
  if (call.shape === 'GET 1') return ok(presentScheduledOrder(call.state, order));
  if (call.shape === 'GET 2' && part === 'ProcessingCycles') return listCycles(call, order.id);
  return changeScheduledOrder(call, order);
}

/**
 * `statusNames` is repeated once per status: a comma-joined value is one word that no status equals. Deleted orders
 * show only when asked for.
 */
function listScheduledOrders({ request: { query }, state, access }: SiteCall): SandboxReply {
  const customerId = query.get('customerId');
  mustReach(access, customerId);
  const statuses = query.getAll('statusNames');
  const withDeleted = query.get('includeDeleted') === 'true' || statuses.includes('Deleted');
  const search = query.get('search');
  const candidates =
    customerId === null ? [...state.scheduledOrders.values()] : (state.ordersByCustomer.get(customerId) ?? []);
  const orders = candidates.filter((order) => {
    if (order.status === 'Deleted' && !withDeleted) return false;
    if (statuses.length > 0 && !statuses.includes(order.status)) return false;
    const customer = state.customers.get(order.customerId);
    const name = `${customer?.firstName} ${customer?.lastName}`;
    return found(search, [String(order.id), order.customerId, name, customer?.email ?? null, order.originalExternalId]);
  });
  return ok(pageOf(orderedBy(orders, query), query, (order) => presentScheduledOrder(state, order)));
}

function listCycles({ request: { query }, state }: SiteCall, id: number): SandboxReply {
  const status = query.get('status');
  const cycles = (state.cycles.get(id) ?? []).filter((cycle) => status === null || cycle.status === status);
  return ok(pageOf(orderedBy(cycles, query), query, presentCycle));
}
