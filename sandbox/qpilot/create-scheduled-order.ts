import type { SandboxReply } from '../kernel/request.js';
import { nextOccurrence, readFrequency } from './frequency.js';
import { presentScheduledOrder } from './present.js';
import { invalid, isObject, jsonObject, numberField, ok, textField } from './replies.js';
import type { SiteCall } from './routes.js';
import { buildScheduledOrder } from './scheduled-order.js';
import { countApplied, defaultMethodOf, keepScheduledOrder, type QPilotState, takeId } from './state.js';
import { mustReach } from './tokens.js';
import { fractionDigitsFor, fractionDigitsIn, utcText } from './utc-text.js';
import type { WireCustomer, WireProduct } from './wire.js';

/** `POST /ScheduledOrders`: each call makes another subscription; nothing recognizes a repeat. */
export function createScheduledOrder({ request, state, access, now, announce }: SiteCall): SandboxReply {
  const body = jsonObject(request);
  mustReach(access, textField(body, 'customerId'));
  const customer = readCustomer(state, body);
  const frequency = readFrequency(body);
  if (typeof frequency === 'string') throw invalid(frequency);
  const items = readItems(state, body);
  const paymentMethodId = readPaymentMethod(state, customer, body);
  const status = textField(body, 'status') ?? 'Active';
  if (status !== 'Active' && status !== 'Paused') throw invalid('The Status field must be Active or Paused.');
  const next = textField(body, 'nextOccurrenceUtc');
  if (next !== null && fractionDigitsIn(next) === null) throw invalid('NextOccurrenceUtc must be an instant in UTC.');
  const currencyIso = textField(body, 'currencyIso');
  const texts = { note: textField(body, 'note'), originalExternalId: textField(body, 'originalExternalId') };
  const id = takeId(state, 'scheduledOrder');
  const digits = fractionDigitsFor(id);
  const order = buildScheduledOrder(state, customer, {
    ...frequency,
    ...texts,
    id,
    status,
    items,
    paymentMethodId,
    currencyIso,
    nextOccurrenceUtc: next ?? utcText(nextOccurrence(now, frequency), digits),
    createdUtc: utcText(now, digits),
    origin: access.scope === 'Merchant' ? 'Merchant' : 'Customer',
    metadata: isObject(body['metadata']) ? body['metadata'] : null,
  });
  keepScheduledOrder(state, order);
  countApplied(state, 'createScheduledOrder');
  announce({ previous: null, next: order, scope: access.scope });
  return ok(presentScheduledOrder(state, order), 202);
}

function readCustomer(state: QPilotState, body: Record<string, unknown>): WireCustomer {
  const customer = state.customers.get(textField(body, 'customerId') ?? '');
  if (customer === undefined) throw invalid('Customer was not found.');
  return customer;
}

/** Without a payment method the order takes the customer's default one; a customer without any gets an order without. */
function readPaymentMethod(state: QPilotState, customer: WireCustomer, body: Record<string, unknown>): number | null {
  const id = numberField(body, 'paymentMethodId');
  if (id === null) return defaultMethodOf(state, customer.id)?.id ?? null;
  if (state.paymentMethods.get(id)?.customerId !== customer.id) throw invalid('PaymentMethod was not found.');
  return id;
}

function readItems(state: QPilotState, body: Record<string, unknown>): { product: WireProduct; quantity: number }[] {
  const given = body['scheduledOrderItems'] ?? [];
  if (!Array.isArray(given) || !given.every(isObject)) throw invalid('The ScheduledOrderItems field must be a list.');
  const mistakes: string[] = [];
  const items = given.flatMap((item) => {
    const product = state.products.get(textField(item, 'productId') ?? '');
    const quantity = numberField(item, 'quantity') ?? 0;
    if (product === undefined) mistakes.push('Product was not found.');
    if (!Number.isInteger(quantity) || quantity < 1) mistakes.push('Quantity must be a whole number from 1.');
    return product === undefined ? [] : [{ product, quantity }];
  });
  if (mistakes.length > 0) throw invalid(...mistakes);
  return items;
}
