import { type Instant, parseInstant } from '../../domain/instant.js';
import type { ScheduledOrder } from '../../domain/scheduled-order.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { readJson } from '../_shared/parse-wire.js';
import type { QPilotCalls } from './calls.js';
import type { NewFrequency } from './create-scheduled-order.js';
import { normalizeScheduledOrder } from './normalize/scheduled-order.js';
import { toFrequencyUnit, toFrequencyWord, toStatus, toStatusName } from './normalize/words.js';
import { readWritten } from './read-written.js';
import { type QPilotAccess, sendSiteWrite } from './send-site-write.js';
import { scheduledOrderWireSchema, type WireScheduledOrder } from './wire.js';

/** One field of a scheduled order, set to a value: doing it twice is doing it once. */
export type ScheduledOrderChange =
  | { readonly field: 'status'; readonly status: 'ACTIVE' | 'PAUSED' }
  | { readonly field: 'frequency'; readonly frequency: NewFrequency }
  | { readonly field: 'nextOccurrenceAt'; readonly at: Instant }
  | { readonly field: 'paymentMethodId'; readonly paymentMethodNumber: number };

/** What became of a change that was not refused: the order where the answer shows it with the change, else null; or no such order. */
export type ChangeOutcome =
  | { readonly isKnown: true; readonly order: ScheduledOrder | null }
  | { readonly isKnown: false };

/**
 * Sends one change (all public: the guide shows none).
 *
 * @remarks An empty answer, or one that shows the order otherwise, proves nothing: the order has to be read. An answer that is neither
 * empty nor the order is an unknown outcome.
 */
export async function changeScheduledOrder(
  access: QPilotAccess,
  calls: QPilotCalls,
  { id, change }: { readonly id: string; readonly change: ScheduledOrderChange },
): Promise<ChangeOutcome> {
  const call = await describe(calls, id, change);
  if (call === null) return { isKnown: false };
  const operation = `change ${change.field}`;
  const path = ['ScheduledOrders', id, ...call.path];
  return sendSiteWrite(access, { operation, ...call, path, readsAbsence: true }, (answer) => {
    if (answer.status === 404) return { isKnown: false };
    if (isSilent(answer)) return { isKnown: true, order: null };
    const wire = readWritten(answer, scheduledOrderWireSchema, (record) => record.id === id);
    return { isKnown: true, order: shows(wire, change) ? normalizeScheduledOrder(wire, access.parts.reading) : null };
  });
}

/** An order as it stands, and which of the changes asked about it shows. */
export interface ChangedOrder {
  readonly order: ScheduledOrder;
  readonly shown: readonly ScheduledOrderChange[];
}

/** The order as it stands; null when there is no such order. */
export async function readChangedScheduledOrder(
  { parts }: QPilotAccess,
  calls: QPilotCalls,
  { id, changes }: { readonly id: string; readonly changes: readonly ScheduledOrderChange[] },
): Promise<ChangedOrder | null> {
  const wire = await calls.getScheduledOrder(id);
  if (wire?.id !== id) return null;
  const shown = changes.filter((change) => shows(wire, change));
  return { order: normalizeScheduledOrder(wire, parts.reading), shown };
}

interface ChangeCall {
  readonly method: 'PUT' | 'PATCH';
  readonly path: readonly string[];
  readonly body?: object;
}

/** Null when there is no such order. */
async function describe(calls: QPilotCalls, id: string, change: ScheduledOrderChange): Promise<ChangeCall | null> {
  if (change.field === 'status') return { method: 'PUT', path: ['Status', toStatusName(change.status)] };
  if (change.field === 'frequency') {
    const { unit, value } = change.frequency;
    return { method: 'PUT', path: ['Frequency'], body: { frequencyType: toFrequencyWord(unit), frequency: value } };
  }
  if (change.field === 'paymentMethodId')
    return { method: 'PATCH', path: ['PaymentMethod'], body: { paymentMethodId: change.paymentMethodNumber } };
  const wire = await calls.getScheduledOrder(id);
  if (wire?.id !== id) return null;
  const nextOccurrenceUtc = inPrecisionOf(wire.nextOccurrenceUtc, change.at);
  return { method: 'PUT', path: ['NextOccurrenceUtc'], body: { nextOccurrenceUtc } };
}

function shows(wire: WireScheduledOrder, change: ScheduledOrderChange): boolean {
  if (change.field === 'status') return toStatus(wire.status) === change.status;
  if (change.field === 'paymentMethodId') return wire.paymentMethodId === String(change.paymentMethodNumber);
  if (change.field === 'nextOccurrenceAt')
    return isInstant(wire.nextOccurrenceUtc, inPrecisionOf(wire.nextOccurrenceUtc, change.at));
  const { unit, value } = change.frequency;
  return toFrequencyUnit(wire.frequencyType) === unit && wire.frequency === value;
}

function isInstant(stored: string | null, instant: Instant): boolean {
  return stored !== null && parseInstant(stored, 'UTC') === parseInstant(instant, 'UTC');
}

/** An instant with as many digits behind the second as the stored one: another precision is refused (public). */
function inPrecisionOf(stored: string | null, at: Instant): string {
  const [, seconds = '', fraction = ''] = /^(.*?)(?:\.(\d+))?Z$/.exec(at) ?? [];
  if (stored === null) return at;
  const digits = /\.(\d+)/.exec(stored)?.[1]?.length ?? 0;
  return `${seconds}${digits === 0 ? '' : `.${fraction.padEnd(digits, '0').slice(0, digits)}`}Z`;
}

function isSilent(answer: UpstreamAnswer): boolean {
  return answer.status === 204 || answer.text.trim() === '' || readJson(answer, 'QPILOT') === null;
}
