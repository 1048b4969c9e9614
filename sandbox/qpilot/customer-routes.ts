import type { SandboxReply } from '../kernel/request.js';
import { createCustomer } from './create-customer.js';
import { found, orderedBy, pageOf } from './paging.js';
import { presentScheduledOrder } from './present.js';
import { notFound, ok } from './replies.js';
import type { SiteCall } from './routes.js';
import { mustReach } from './tokens.js';

/** `/Customers`: found by the shop's id only; the list has no filter by e-mail, only `search`. */
export function answerCustomers(call: SiteCall): SandboxReply | null {
  const [id = '', part] = call.rest;
  mustReach(call.access, call.rest.length === 0 ? null : id);
  if (call.shape === 'GET 0') return listCustomers(call);
  if (call.shape === 'POST 0') return createCustomer(call);
  if (call.request.method !== 'GET') return null;
  const customer = call.state.customers.get(id);
  if (customer === undefined) throw notFound('Customer');
  if (call.rest.length === 1) return ok(customer);
  if (call.rest.length > 2) return null;
  if (part === 'PaymentMethods') return ok(call.state.methodsByCustomer.get(id) ?? []);
  if (part !== 'ScheduledOrders') return null;
  const orders = (call.state.ordersByCustomer.get(id) ?? []).filter((order) => order.status !== 'Deleted');
  return ok(orders.map((order) => presentScheduledOrder(call.state, order)));
}

function listCustomers({ request, state }: SiteCall): SandboxReply {
  const search = request.query.get('search');
  const customers = [...state.customers.values()].filter(({ id, email, firstName, lastName }) =>
    found(search, [email, `${firstName} ${lastName}`, id]),
  );
  return ok(pageOf(orderedBy(customers, request.query), request.query, (customer) => customer));
}
