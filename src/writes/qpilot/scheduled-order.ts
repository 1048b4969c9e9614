import type { Instant } from '../../domain/instant.js';
import { checkId, checkOptionalText } from '../check-values.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { readFrequency } from './frequency.js';

interface CreateScheduledOrderInput {
  readonly idempotencyKey?: Maybe<string>;
  readonly paymentMethodId?: Maybe<string>;
  readonly frequency: Parameters<typeof readFrequency>[0];
  readonly items: readonly { readonly productId: string; readonly quantity: number }[];
  readonly nextOccurrenceAt?: Maybe<Instant>;
  readonly note?: Maybe<string>;
}

/** QPilot names no limit; an order with more items than this is a mistake. */
const mostItems = 100;

/** A scheduled order as it is to be written, its customer excepted, with every problem of the input noted. */
export function readNewScheduledOrder(input: CreateScheduledOrderInput, check: InputCheck) {
  const { items } = input;
  check.require(items.length > 0, ['items'], 'REQUIRED', 'Must have at least one item.');
  check.require(items.length <= mostItems, ['items'], 'TOO_MANY', `Must be at most ${mostItems}.`);
  return {
    paymentMethodNumber: readPaymentMethodNumber(input.paymentMethodId, check),
    frequency: readFrequency(input.frequency, check),
    items: items.map(({ productId, quantity }, index) => {
      check.require(quantity >= 1, ['items', index, 'quantity'], 'INVALID', 'Must be at least 1.');
      const path = ['items', index, 'productId'];
      const externalId = checkId(productId, path, check, { type: 'Product', provider: 'QPILOT' });
      return { productExternalId: externalId ?? '', quantity };
    }),
    nextOccurrenceAt: input.nextOccurrenceAt ?? null,
    note: checkOptionalText(input.note, ['note'], check, { maxLength: 5000, isMultiline: true }),
    reference: input.idempotencyKey?.trim() || null,
  };
}

/** QPilot numbers its cards and takes the number as a number (guide, step 5); null when none is given. */
export function readPaymentMethodNumber(id: Maybe<string>, check: InputCheck): number | null {
  if (id === null || id === undefined) return null;
  const path = ['paymentMethodId'];
  const externalId = checkId(id, path, check, { type: 'PaymentMethod', provider: 'QPILOT' });
  if (externalId === null) return null;
  if (/^\d{1,15}$/.test(externalId)) return Number(externalId);
  check.add(path, 'INVALID', 'Must be the number QPilot gave to a payment method.');
  return null;
}
