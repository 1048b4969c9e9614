import type { SandboxReply } from '../kernel/request.js';
import { createPaymentMethod } from './create-payment-method.js';
import { notFound, ok } from './replies.js';
import type { SiteCall } from './routes.js';
import { mustReach } from './tokens.js';

/** `/PaymentMethods`: found by QPilot's number. */
export function answerPaymentMethods(call: SiteCall): SandboxReply | null {
  if (call.shape === 'POST 0') return createPaymentMethod(call);
  if (call.shape !== 'GET 1') return null;
  const method = call.state.paymentMethods.get(Number(call.rest[0]));
  mustReach(call.access, method?.customerId ?? null);
  if (method === undefined) throw notFound('PaymentMethod');
  return ok(method);
}
