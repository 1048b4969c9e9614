import type { Instant } from '../../domain/instant.js';
import type { ScheduledOrderStatus } from '../../domain/scheduled-order.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { readFrequency } from './frequency.js';
import { readPaymentMethodNumber } from './scheduled-order.js';

interface UpdateScheduledOrderInput {
  readonly status?: Maybe<ScheduledOrderStatus>;
  readonly frequency?: Maybe<Parameters<typeof readFrequency>[0]>;
  readonly nextOccurrenceAt?: Maybe<Instant>;
  readonly paymentMethodId?: Maybe<string>;
}

/** One change of a scheduled order, sent as a call of its own. */
export type Change =
  | { readonly field: 'status'; readonly status: 'ACTIVE' | 'PAUSED' }
  | { readonly field: 'frequency'; readonly frequency: ReturnType<typeof readFrequency> }
  | { readonly field: 'nextOccurrenceAt'; readonly at: Instant }
  | { readonly field: 'paymentMethodId'; readonly paymentMethodNumber: number };

/**
 * The changes an input asks for, in the order they are sent: what pauses comes first and what activates last, so that no run starts
 * while the rest is only half changed.
 */
export function readChanges(input: UpdateScheduledOrderInput, check: InputCheck): readonly Change[] {
  const status = readStatus(input.status, check);
  const frequency = input.frequency ? readFrequency(input.frequency, check) : null;
  const paymentMethodNumber = readPaymentMethodNumber(input.paymentMethodId, check);
  const changes: Change[] = [
    ...(status === 'PAUSED' ? [{ field: 'status', status } as const] : []),
    ...(frequency ? [{ field: 'frequency', frequency } as const] : []),
    ...(input.nextOccurrenceAt ? [{ field: 'nextOccurrenceAt', at: input.nextOccurrenceAt } as const] : []),
    ...(paymentMethodNumber === null ? [] : [{ field: 'paymentMethodId', paymentMethodNumber } as const]),
    ...(status === 'ACTIVE' ? [{ field: 'status', status } as const] : []),
  ];
  check.require(
    changes.length > 0 || !check.isGood,
    [],
    'REQUIRED',
    'Must change something: status, frequency, nextOccurrenceAt or paymentMethodId.',
  );
  return changes;
}

function readStatus(status: Maybe<ScheduledOrderStatus>, check: InputCheck): 'ACTIVE' | 'PAUSED' | null {
  if (status === null || status === undefined || status === 'ACTIVE' || status === 'PAUSED') return status ?? null;
  check.add(['status'], 'UNSUPPORTED', 'Must be ACTIVE or PAUSED: QPilot sets the others itself.');
  return null;
}
