/**
 * What the upstream's answers are made of: every order, customer and parcel follows from its number, so that nothing has to be kept
 * and the bench knows what a right answer is without asking anyone.
 */

/** Orders on one page. */
export const pageSize = 100;
/** Distinct customers on one page. */
export const customersPerPage = 40;

const firstOrder = 10_000_000;
const firstCustomer = 20_000_000;
const firstNames = ['Chris', 'Elena', 'Jorge', 'Marta', 'Sofia', 'Peter', 'Agnes', 'Oskar'] as const;
const lastNames = ['Wilkin', 'Lorenz', 'Martin', 'Persso', 'Romano'] as const;

/** An invented business over three providers. */
export interface Shop {
  /** First part of its paths. */
  readonly name: 'plain' | 'batch';
  /** When the oldest order of page 0 was placed, in milliseconds since 1970. */
  readonly baseMs: number;
  /** Between the oldest orders of two pages. */
  readonly spacingMs: number;
  /** Whether its customers fit on one page of the list, and its orders are recent enough to be asked for in windows. */
  readonly isSmall: boolean;
}

/**
 * The two businesses. `plain` is large and asked for old orders: no documented call answers for more than one of its orders, parcels or
 * customers. `batch` is small and recent: the list of orders can be had with details, the parcels as one window, the customers as one page.
 *
 * @param todayMs midnight of the day of the run, in milliseconds since 1970
 */
export function shopsOf(todayMs: number): Readonly<Record<Shop['name'], Shop>> {
  const dayMs = 86_400_000;
  return {
    plain: { name: 'plain', baseMs: Date.UTC(2020, 0, 1), spacingMs: 1_000_000, isSmall: false },
    batch: { name: 'batch', baseMs: todayMs - 40 * dayMs, spacingMs: 300_000, isSmall: true },
  };
}

/** The number of an order by its page and its place on it, newest first. */
export function orderNumber(page: number, index: number): number {
  return firstOrder + page * pageSize + index;
}

/** Page and place of an order. */
export function placeOf(order: number): { readonly page: number; readonly index: number } {
  const offset = order - firstOrder;
  return { page: Math.floor(offset / pageSize), index: offset % pageSize };
}

/** When an order was placed, in milliseconds since 1970. */
export function placedMs({ baseMs, spacingMs }: Shop, order: number): number {
  const { page, index } = placeOf(order);
  return baseMs + page * spacingMs + (pageSize - 1 - index) * 2000;
}

/** When the oldest order of a page was placed. */
export function pageStartMs({ baseMs, spacingMs }: Shop, page: number): number {
  return baseMs + page * spacingMs;
}

/** The page that starts nearest to a moment. */
export function pageAt({ baseMs, spacingMs }: Shop, ms: number): number {
  return Math.max(0, Math.round((ms - baseMs) / spacingMs));
}

/** Who bought an order: a number that is also the customer's id at the subscription service. */
export function customerOf({ isSmall }: Shop, order: number): number {
  const { page, index } = placeOf(order);
  return firstCustomer + (isSmall ? 0 : page * customersPerPage) + (index % customersPerPage);
}

/** All customers of the small business. */
export function customersOfSmallShop(): readonly number[] {
  return Array.from({ length: customersPerPage }, (_, index) => firstCustomer + index);
}

export function emailOf(customer: number): string {
  return `shopper.${customer}@example.com`;
}

export function firstNameOf(customer: number): string {
  return firstNames[customer % firstNames.length] ?? firstNames[0];
}

export function lastNameOf(customer: number): string {
  return lastNames[customer % lastNames.length] ?? lastNames[0];
}

/** What an order costs, as its provider writes it. */
export function totalOf(order: number): string {
  return `${1000 + (order % 8999)}.50`;
}

export function trackingNumberOf(order: number): string {
  return `28780${order}`;
}

/** The history of a parcel, newest first, as its provider labels it. */
export const parcelEvents = [
  { status: 'Consegnato', icon: 99, words: 'CONSEGNATA', place: 'MILANO' },
  { status: 'In consegna', icon: 4, words: 'IN CONSEGNA', place: 'MILANO' },
  { status: 'In transito', icon: 3, words: "LA SPEDIZIONE E' IN VIAGGIO", place: 'MILANO HUB' },
  { status: 'Partito', icon: 20, words: "LA SPEDIZIONE E' STATA RITIRATA PRESSO IL MITTENTE", place: 'BOLOGNA' },
] as const;
