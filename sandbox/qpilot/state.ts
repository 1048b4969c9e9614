import type { WireCustomer, WireCycle, WirePaymentMethod, WireProduct, WireScheduledOrder } from './wire.js';

/** The first numbers that QPilot gives to records; the documented records lie below them. */
const FIRST_IDS = {
  customer: 7_100_001,
  paymentMethod: 10_940,
  scheduledOrder: 880_010,
  item: 4_400_001,
  cycle: 6_600_001,
};

/** The kinds of record whose id the provider chooses. */
export type NumberedKind = keyof typeof FIRST_IDS;

/** Everything the imitation holds of one site. */
export interface QPilotState {
  siteId: number;
  customers: Map<string, WireCustomer>;
  products: Map<string, WireProduct>;
  paymentMethods: Map<number, WirePaymentMethod>;
  scheduledOrders: Map<number, WireScheduledOrder>;
  /** By scheduled order, oldest first. */
  cycles: Map<number, WireCycle[]>;
  /** The numbers to give next. */
  next: Record<NumberedKind, number>;
  /** How often each kind of write was carried out. */
  applied: Record<string, number>;
  methodsByCustomer: Map<string, WirePaymentMethod[]>;
  ordersByCustomer: Map<string, WireScheduledOrder[]>;
}

/** A site without records. */
export function emptyState(siteId: number): QPilotState {
  return {
    siteId,
    customers: new Map(),
    products: new Map(),
    paymentMethods: new Map(),
    scheduledOrders: new Map(),
    cycles: new Map(),
    next: { ...FIRST_IDS },
    applied: {},
    methodsByCustomer: new Map(),
    ordersByCustomer: new Map(),
  };
}

/** Gives a number that no record of the kind has yet. */
export function takeId(state: QPilotState, kind: NumberedKind): number {
  return state.next[kind]++;
}

/** Keeps a payment method and files it under its customer. */
export function keepPaymentMethod(state: QPilotState, method: WirePaymentMethod): void {
  state.paymentMethods.set(method.id, method);
  fileUnder(state.methodsByCustomer, method.customerId, method);
}

/** Keeps a scheduled order and files it under its customer. */
export function keepScheduledOrder(state: QPilotState, order: WireScheduledOrder): void {
  state.scheduledOrders.set(order.id, order);
  fileUnder(state.ordersByCustomer, order.customerId, order);
}

/** The payment method that is charged when an order names none. */
export function defaultMethodOf(state: QPilotState, customerId: string): WirePaymentMethod | undefined {
  const methods = state.methodsByCustomer.get(customerId) ?? [];
  return methods.find((method) => method.isDefault) ?? methods[0];
}

/** Counts one write that was carried out. */
export function countApplied(state: QPilotState, operation: string): void {
  state.applied[operation] = (state.applied[operation] ?? 0) + 1;
}

function fileUnder<T>(index: Map<string, T[]>, key: string, record: T): void {
  const filed = index.get(key);
  if (filed === undefined) index.set(key, [record]);
  else filed.push(record);
}
