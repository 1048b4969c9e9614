import type { Random } from '../kernel/random.js';
import type { World } from '../world/world.js';
import { type Frequency, nextOccurrence } from './frequency.js';
import { buildScheduledOrder } from './scheduled-order.js';
import { DOCUMENTED_CUSTOMERS } from './seed-customers.js';
import { defaultMethodOf, keepScheduledOrder, type QPilotState, takeId } from './state.js';
import { fractionDigitsFor, utcText } from './utc-text.js';
import type { WireProduct, WireScheduledOrder } from './wire.js';

const DAY_MS = 86_400_000;
const SHARE_WITH_SUBSCRIPTIONS = 0.4;

/** Each status comes at least once in every twenty; the last is a word that no list of statuses has. */
const STATUSES = (
  'Active Paused Failed Active Processing Queued Active Locked Deleted Snoozed ' +
  'Active Active Active Paused Active Active Failed Paused Active Active'
).split(' ');

const FREQUENCIES: Frequency[] = [
  { frequencyType: 'Days', frequency: 30 },
  { frequencyType: 'Weeks', frequency: 2 },
  { frequencyType: 'Months', frequency: 1 },
  { frequencyType: 'Months', frequency: 3 },
  { frequencyType: 'DayOfTheWeek', frequency: 2 },
  { frequencyType: 'DayOfTheMonth', frequency: 15 },
];

type Plan = Pick<WireScheduledOrder, 'id' | 'status' | 'paymentMethodId'> & {
  customerId: string;
  rhythm: Frequency;
  items: { product: WireProduct; quantity: number }[];
};

/** Fills in the scheduled orders: those set down, then one or two for two customers of five. */
export function seedScheduledOrders(state: QPilotState, world: World, random: Random): void {
  for (const plan of documentedPlans(state)) keepPlanned(state, plan, { now: world.now, random });
  const catalog = [...state.products.values()];
  let count = 0;
  for (const customerId of state.customers.keys()) {
    if (DOCUMENTED_CUSTOMERS.includes(customerId) || !random.chance(SHARE_WITH_SUBSCRIPTIONS)) continue;
    const wanted = random.pick([1, 1, 1, 2]);
    for (let order = 0; order < wanted; order += 1, count += 1) {
      const plan: Plan = {
        id: takeId(state, 'scheduledOrder'),
        customerId,
        status: STATUSES[count % STATUSES.length] ?? 'Active',
        paymentMethodId: defaultMethodOf(state, customerId)?.id ?? null,
        rhythm: random.pick(FREQUENCIES),
        items: inventItems(catalog, random),
      };
      keepPlanned(state, plan, { now: world.now, random });
    }
  }
}

/** 880001 is the guide's example: four of product 100982 every 30 days. */
function documentedPlans(state: QPilotState): Plan[] {
  const [shampoo, second = shampoo] = [...state.products.values()];
  if (shampoo === undefined || second === undefined) return [];
  const one = (product: WireProduct): Plan['items'] => [{ product, quantity: 1 }];
  const every = (frequency: number, frequencyType: Frequency['frequencyType']): Frequency => ({
    frequencyType,
    frequency,
  });
  const plans: Plan[] = [
    {
      id: 880001,
      customerId: '29920',
      status: 'Active',
      paymentMethodId: 10930,
      rhythm: every(30, 'Days'),
      items: [{ product: shampoo, quantity: 4 }],
    },
    {
      id: 880002,
      customerId: '29920',
      status: 'Paused',
      paymentMethodId: 10931,
      rhythm: every(2, 'Weeks'),
      items: one(second),
    },
    {
      id: 880003,
      customerId: '0001',
      status: 'Snoozed',
      paymentMethodId: 10934,
      rhythm: every(1, 'Months'),
      items: one(shampoo),
    },
    {
      id: 880004,
      customerId: 'guest-15',
      status: 'Active',
      paymentMethodId: 10935,
      rhythm: every(15, 'DayOfTheMonth'),
      items: one(second),
    },
  ];
  return plans.filter((plan) => state.customers.has(plan.customerId));
}

function inventItems(catalog: WireProduct[], random: Random): Plan['items'] {
  const chosen = new Set(Array.from({ length: random.pick([1, 1, 2, 3]) }, () => random.pick(catalog)));
  return [...chosen].map((product) => ({ product, quantity: random.pick([1, 1, 2, 4]) }));
}

function keepPlanned(state: QPilotState, plan: Plan, { now, random }: { now: Date; random: Random }): void {
  const { customerId, rhythm, items, id, status, paymentMethodId } = plan;
  const customer = state.customers.get(customerId);
  if (customer === undefined) return;
  const digits = fractionDigitsFor(id);
  const since = new Date(Math.floor(now.getTime() / 1000) * 1000 - random.int(0, 6) * DAY_MS);
  const planned = nextOccurrence(since, rhythm);
  const next = planned > now ? planned : nextOccurrence(now, rhythm);
  const dormant = status === 'Deleted' || status === 'Failed';
  const order = buildScheduledOrder(state, customer, {
    ...rhythm,
    id,
    status,
    items,
    paymentMethodId,
    shippingTotal: id < 880_010 ? 0 : random.pick([0, 0, 49, 39.5]),
    // The guide states no currency for its example.
    currencyIso: id === 880_001 ? null : 'SEK',
    nextOccurrenceUtc: dormant ? null : utcText(next, digits),
    createdUtc: utcText(new Date(now.getTime() - random.int(366, 399) * DAY_MS), digits),
    origin: random.pick(['CustomerCheckout', 'CustomerCheckout', 'Customer', 'Merchant']),
    processingErrorCode: status === 'Failed' ? 2000 : null,
  });
  keepScheduledOrder(state, order);
}
