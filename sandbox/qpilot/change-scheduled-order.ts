import { type SandboxReply, ThrownReply } from '../kernel/request.js';
import { readFrequency } from './frequency.js';
import { presentScheduledOrder } from './present.js';
import { invalid, jsonObject, numberField, ok, textField } from './replies.js';
import type { SiteCall } from './routes.js';
import { countApplied } from './state.js';
import { fractionDigitsFor, fractionDigitsIn, utcText } from './utc-text.js';
import type { WireScheduledOrder } from './wire.js';

type Change = (call: SiteCall, order: WireScheduledOrder) => Partial<WireScheduledOrder>;

const CHANGES: Record<string, { operation: string; change: Change }> = {
  'PUT Status': { operation: 'setStatus', change: toStatus },
  'PUT Frequency': { operation: 'setFrequency', change: toFrequency },
  'PUT NextOccurrenceUtc': { operation: 'setNextOccurrence', change: toNextOccurrence },
  'PATCH PaymentMethod': { operation: 'setPaymentMethod', change: toPaymentMethod },
};

/** Changes one field of a scheduled order; the answer is the whole order (assumed). */
export function changeScheduledOrder(call: SiteCall, order: WireScheduledOrder): SandboxReply | null {
  const [, part = '', ...more] = call.rest;
  const name = `${call.request.method} ${part}`;
  const known = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined;
  if (known === undefined || more.length !== (part === 'Status' ? 1 : 0)) return null;
  const previous = { ...order };
  Object.assign(order, known.change(call, order), { updatedUtc: utcText(call.now, fractionDigitsFor(order.id)) });
  countApplied(call.state, known.operation);
  call.announce({ previous, next: order, scope: call.access.scope });
  return ok(presentScheduledOrder(call.state, order));
}

/** Only Active and Paused can be set, and a failed or deleted order cannot be revived this way: code 1001. */
function toStatus(call: SiteCall, order: WireScheduledOrder): Partial<WireScheduledOrder> {
  const status = call.rest[2] ?? '';
  const settable = status === 'Active' || status === 'Paused';
  if (!settable || order.status === 'Failed' || order.status === 'Deleted') {
    throw new ThrownReply(400, { code: 1001, message: `Status ${status} cannot be set on this scheduled order.` });
  }
  return { status };
}

function toFrequency({ request }: SiteCall): Partial<WireScheduledOrder> {
  const frequency = readFrequency(jsonObject(request));
  if (typeof frequency === 'string') throw invalid(frequency);
  return { ...frequency };
}

/** A public client of the provider reports that another precision than the stored one is refused. */
function toNextOccurrence({ request }: SiteCall, order: WireScheduledOrder): Partial<WireScheduledOrder> {
  const nextOccurrenceUtc = textField(jsonObject(request), 'nextOccurrenceUtc') ?? '';
  const digits = fractionDigitsIn(nextOccurrenceUtc);
  if (digits === null) throw invalid('NextOccurrenceUtc must be an instant in UTC.');
  const stored = order.nextOccurrenceUtc === null ? null : fractionDigitsIn(order.nextOccurrenceUtc);
  if (stored !== null && stored !== digits) throw invalid('NextOccurrenceUtc has an invalid precision.');
  return { nextOccurrenceUtc };
}

function toPaymentMethod({ request, state }: SiteCall, order: WireScheduledOrder): Partial<WireScheduledOrder> {
  const paymentMethodId = numberField(jsonObject(request), 'paymentMethodId');
  const method = paymentMethodId === null ? undefined : state.paymentMethods.get(paymentMethodId);
  if (method?.customerId !== order.customerId) throw invalid('PaymentMethod was not found.');
  return { paymentMethodId };
}
