import { asRecord, textField } from '../kernel/json-fields.js';
import type { SandboxReply, SandboxRequest } from '../kernel/request.js';
import { readFrequency } from './frequency.js';
import { presentScheduledOrder } from './present.js';
import { invalid, notFound, ok } from './replies.js';
import type { QPilotState } from './state.js';
import { fractionDigitsFor, fractionDigitsIn, utcText } from './utc-text.js';
import type { Announce } from './webhooks.js';
import type { WireScheduledOrder } from './wire.js';

/**
 * What QPilot or a shopper does without the merchant's API: `POST /__scheduled-orders/{id}` with any of `status` (in
 * any word, also those that the API does not set), `frequencyType` with `frequency`, `nextOccurrenceUtc` and `note`.
 * Null for any other request.
 */
export function answerQPilotControl(
  request: SandboxRequest,
  state: QPilotState,
  { now, announce }: { now: Date; announce: Announce },
): SandboxReply | null {
  const [root, id] = request.segments;
  if (request.method !== 'POST' || root !== '__scheduled-orders' || request.segments.length !== 2) return null;
  const order = state.scheduledOrders.get(Number(id));
  if (order === undefined) throw notFound('ScheduledOrder');
  const change = readChange(asRecord(request.json()) ?? {});
  if (Object.keys(change).length === 0) throw invalid('Expected a status, a frequency, a next occurrence or a note.');
  const previous = { ...order };
  Object.assign(order, change, { updatedUtc: utcText(now, fractionDigitsFor(order.id)) });
  announce({ previous, next: order, scope: 'Customer' });
  return ok(presentScheduledOrder(state, order));
}

function readChange(body: Record<string, unknown>): Partial<WireScheduledOrder> {
  const change: Partial<WireScheduledOrder> = {};
  const status = textField(body, 'status');
  const next = textField(body, 'nextOccurrenceUtc');
  const note = textField(body, 'note');
  if (status !== null) change.status = status;
  if (next !== null) {
    if (fractionDigitsIn(next) === null) throw invalid('NextOccurrenceUtc must be an instant in UTC.');
    change.nextOccurrenceUtc = next;
  }
  if (note !== null) change.note = note;
  if (!('frequency' in body) && !('frequencyType' in body)) return change;
  const frequency = readFrequency(body);
  if (typeof frequency === 'string') throw invalid(frequency);
  return { ...change, ...frequency };
}
