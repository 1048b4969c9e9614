import type { Random } from '../kernel/random.js';
import type { World, WorldOrder } from '../world/world.js';
import { type QPilotState, takeId } from './state.js';
import { fractionDigitsFor, utcText } from './utc-text.js';
import type { WireCycle, WireScheduledOrder } from './wire.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A year of monthly orders. */
const MOST_CYCLES = 12;

/**
 * Fills in the processing cycles: each successful one placed a paid order of that shopper in the shop. Of a customer's
 * shop orders a share belongs to each of its scheduled orders and a share to none.
 */
export function seedCycles(state: QPilotState, world: World, random: Random): void {
  const placed = paidOrdersByShopper(world);
  for (const [customerId, scheduledOrders] of state.ordersByCustomer) {
    const shopOrders = placed.get(customerId) ?? [];
    scheduledOrders.forEach((scheduled, turn) => {
      const share = shopOrders.filter((_, index) => index % (scheduledOrders.length + 1) === turn);
      const own = share.slice(-MOST_CYCLES);
      const cycles = own.flatMap((shopOrder) => cyclesFor({ state, scheduled, random }, shopOrder));
      const open = unfinished({ state, scheduled, random }, world.now);
      state.cycles.set(scheduled.id, open === null ? cycles : [...cycles, open]);
      scheduled.cycles = own.length;
      scheduled.lastOccurrenceUtc = cycles.at(-1)?.startDateUtc ?? null;
    });
  }
}

function paidOrdersByShopper(world: World): Map<string, WorldOrder[]> {
  const placed = new Map<string, WorldOrder[]>();
  for (const order of world.orders) {
    if (order.paidAt === null || order.status === 'cancelled') continue;
    const others = placed.get(order.shopper.id);
    if (others === undefined) placed.set(order.shopper.id, [order]);
    else others.push(order);
  }
  return placed;
}

interface Run {
  state: QPilotState;
  scheduled: WireScheduledOrder;
  random: Random;
}

/** The successful cycle of one shop order, now and then after an attempt that failed the day before. */
function cyclesFor(run: Run, order: WorldOrder): WireCycle[] {
  const total = order.totalMinor / 100;
  const startedAt = new Date(order.placedAt.getTime() - 2 * MINUTE_MS);
  const before = run.random.chance(0.15) ? [failedAttempt(run, new Date(startedAt.getTime() - DAY_MS), total)] : [];
  const success: WireCycle = {
    ...attempt(run, startedAt, total),
    endDateUtc: text(run, new Date(order.placedAt.getTime() + MINUTE_MS)),
    status: 'Success',
    retryCount: before.length,
    chargedTotal: total,
    paymentGatewayTransactionId: order.transactionId,
    clientOrderId: order.reference,
    clientOrderCreatedUtc: text(run, order.placedAt),
  };
  return [...before, success];
}

function failedAttempt(run: Run, startedAt: Date, total: number): WireCycle {
  const status = run.random.pick(['Failed', 'Void'] as const);
  return { ...attempt(run, startedAt, total), endDateUtc: text(run, startedAt), status };
}

/** What the order's own status says of its newest cycle. */
function unfinished(run: Run, now: Date): WireCycle | null {
  const { status, total } = run.scheduled;
  const startedAt = new Date(Math.floor(now.getTime() / 1000) * 1000 - MINUTE_MS);
  if (status === 'Processing') return attempt(run, startedAt, total);
  if (status === 'Failed') return { ...attempt(run, startedAt, total), endDateUtc: text(run, now), status: 'Failed' };
  if (status === 'Queued') return { ...attempt(run, startedAt, total), status: 'Retry', retryCount: 1 };
  return null;
}

function attempt(run: Run, startedAt: Date, total: number): WireCycle {
  return {
    id: takeId(run.state, 'cycle'),
    scheduledOrderId: run.scheduled.id,
    startDateUtc: text(run, startedAt),
    endDateUtc: null,
    status: 'Processing',
    retryCount: 0,
    total,
    chargedTotal: null,
    paymentGatewayTransactionId: null,
    clientOrderId: null,
    clientOrderCreatedUtc: null,
  };
}

function text({ scheduled }: Run, date: Date): string {
  return utcText(date, fractionDigitsFor(scheduled.id));
}
