import type { Instant } from '../../domain/instant.js';
import type { FrequencyUnit, ScheduledOrder } from '../../domain/scheduled-order.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { QPilotCalls } from './calls.js';
import { customerExternalIdOf, isIdOf } from './normalize/customer.js';
import { normalizeScheduledOrder } from './normalize/scheduled-order.js';
import { toFrequencyUnit, toFrequencyWord } from './normalize/words.js';
import { completed, readWritten } from './read-written.js';
import { type QPilotAccess, sendSiteWrite } from './send-site-write.js';
import { scheduledOrderWireSchema, type WireScheduledOrder } from './wire.js';

export interface NewFrequency {
  readonly unit: Exclude<FrequencyUnit, 'UNKNOWN'>;
  readonly value: number;
}

export interface NewScheduledOrder {
  /** The shop's customer id. */
  readonly customerExternalId: string;
  /** QPilot's number; null for the customer's default card (public). */
  readonly paymentMethodNumber: number | null;
  readonly frequency: NewFrequency;
  readonly items: readonly { readonly productExternalId: string; readonly quantity: number }[];
  readonly nextOccurrenceAt: Instant | null;
  readonly note: string | null;
  /** By which the order is found again when the answer is lost; null sends none. */
  readonly reference: string | null;
}

/**
 * POST /ScheduledOrders (guide, step 5): the customer as text, the card as a number. Next occurrence, note and
 * `originalExternalId` are public; they are sent only when given.
 *
 * @remarks Each call makes another subscription that charges the customer: QPilot recognizes no repetition.
 */
export async function createScheduledOrder(
  access: QPilotAccess,
  calls: QPilotCalls,
  order: NewScheduledOrder,
): Promise<ScheduledOrder> {
  const { customerExternalId } = order;
  const written = await sendSiteWrite(
    access,
    { operation: 'createScheduledOrder', method: 'POST', path: ['ScheduledOrders'], body: scheduledOrderBody(order) },
    (answer) => readWritten(answer, scheduledOrderWireSchema, (wire) => isOf(wire, customerExternalId)),
  );
  const record = await completed(written, written.status !== null && written.customerId !== null, async () => {
    const found = await calls.getScheduledOrder(written.id);
    return found?.id === written.id ? found : null;
  });
  if (!isOf(record, customerExternalId))
    throw new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QPILOT', { detail: 'an order of another customer' });
  return { ...normalizeScheduledOrder(record, access.parts.reading), customerExternalId };
}

/**
 * The one scheduled order of the customer that carries the reference and is as it was to be written; null when none is, when
 * several are, or when the order was sent without a reference.
 */
export async function findCreatedScheduledOrder(
  { parts }: QPilotAccess,
  calls: QPilotCalls,
  order: NewScheduledOrder,
): Promise<ScheduledOrder | null> {
  if (order.reference === null) return null;
  const rows = await calls.listScheduledOrdersOf(order.customerExternalId);
  const found = rows.filter(({ originalExternalId }) => originalExternalId === order.reference);
  const [only] = found;
  const { customerExternalId } = order;
  if (only === undefined || found.length > 1) return null;
  if (!isOf(only, customerExternalId) || !isAsWritten(only, order)) return null;
  return { ...normalizeScheduledOrder(only, parts.reading), customerExternalId };
}

function scheduledOrderBody(order: NewScheduledOrder) {
  const { customerExternalId, paymentMethodNumber, frequency, items, nextOccurrenceAt, note, reference } = order;
  return {
    customerId: customerExternalId,
    ...(paymentMethodNumber !== null && { paymentMethodId: paymentMethodNumber }),
    frequencyType: toFrequencyWord(frequency.unit),
    frequency: frequency.value,
    scheduledOrderItems: items.map(({ productExternalId, quantity }) => ({ productId: productExternalId, quantity })),
    ...(nextOccurrenceAt !== null && { nextOccurrenceUtc: nextOccurrenceAt }),
    ...(note !== null && { note }),
    ...(reference !== null && { originalExternalId: reference }),
  };
}

/**
 * Whether an order names the customer or nobody. The embedded record goes before the number where both mean one customer: then
 * only the record tells the shop's id.
 */
function isOf({ customerId, customer }: WireScheduledOrder, customerExternalId: string): boolean {
  const isOwn = customer && (customerId === null || isIdOf(customerId, customer));
  const named = isOwn ? customerExternalIdOf(customer) : customerId;
  return named === null || named === customerExternalId;
}

/** By what it sells and how often; its date and card may have moved since. */
function isAsWritten(wire: WireScheduledOrder, { frequency, items }: NewScheduledOrder): boolean {
  const written = items.map(({ productExternalId, quantity }) => `${quantity} ${productExternalId}`).sort();
  const stated = wire.scheduledOrderItems
    .map(({ quantity, productId, product }) => `${quantity} ${product?.externalId ?? productId}`)
    .sort();
  return (
    toFrequencyUnit(wire.frequencyType) === frequency.unit &&
    wire.frequency === frequency.value &&
    written.length === stated.length &&
    written.every((item, index) => item === stated[index])
  );
}
