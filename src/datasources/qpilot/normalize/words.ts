import type { LengthUnit, ProductAvailability, WeightUnit } from '../../../domain/product.js';
import type { FrequencyUnit, PaymentMethodType, ScheduledOrderStatus } from '../../../domain/scheduled-order.js';

type Words<Member extends string> = Readonly<Record<Exclude<Member, 'UNKNOWN'>, string>>;

/** Upstream's words of the statuses that have a member in the graph (public). Others, such as Snoozed, are UNKNOWN. */
const statusNames: Words<ScheduledOrderStatus> = {
  ACTIVE: 'Active',
  PAUSED: 'Paused',
  FAILED: 'Failed',
  PROCESSING: 'Processing',
  QUEUED: 'Queued',
  LOCKED: 'Locked',
  DELETED: 'Deleted',
};

/** `Stripe` alone is in the getting-started guide; the others are public. */
const paymentMethodTypes: Words<PaymentMethodType> = {
  STRIPE: 'Stripe',
  AUTHORIZE_NET: 'AuthorizeNet',
  PAYPAL: 'PayPal',
  PAYPAL_V3: 'PayPalV3',
  BRAINTREE: 'Braintree',
  CYBERSOURCE: 'CyberSource',
  CYBERSOURCE_V2: 'CyberSourceV2',
  NMI: 'Nmi',
  PAYA_V1: 'PayaV1',
  TRUST_COMMERCE: 'TrustCommerce',
  GPG: 'Gpg',
  SQUARE: 'Square',
  SAGE: 'Sage',
  CHECKOUT: 'Checkout',
  TEST: 'Test',
};

/** In the order of their numbers, from 0 (public); `Days` alone is in the getting-started guide. */
const frequencyUnits: Words<FrequencyUnit> = {
  DAYS: 'Days',
  WEEKS: 'Weeks',
  MONTHS: 'Months',
  DAY_OF_THE_WEEK: 'DayOfTheWeek',
  DAY_OF_THE_MONTH: 'DayOfTheMonth',
};

/** `InStock` alone is in the getting-started guide; the others are public. */
const availabilities: Words<ProductAvailability> = {
  UNDEFINED: 'Undefined',
  IN_STOCK: 'InStock',
  OUT_OF_STOCK: 'OutOfStock',
  PREORDER: 'Preorder',
};

/** Upstream's words of units of weight: `Pound` in the getting-started guide, the others public. */
export const weightUnitWords: Words<WeightUnit> = {
  POUND: 'Pound',
  OUNCE: 'Ounce',
  KILOGRAM: 'Kilogram',
  GRAM: 'Gram',
};

/** Upstream's words of units of length: `Inch` in the getting-started guide, the others public, `Milimeter` so spelled. */
export const lengthUnitWords: Words<LengthUnit> = {
  INCH: 'Inch',
  FOOT: 'Foot',
  YARD: 'Yard',
  MILLIMETER: 'Milimeter',
  CENTIMETER: 'Centimeter',
  METER: 'Meter',
};

/** The status of a word in any casing; UNKNOWN for a word without a member. */
export function toStatus(word: string | null): ScheduledOrderStatus {
  return memberOf(statusNames, word) ?? 'UNKNOWN';
}

/** Upstream's words of a filter; none when any of the statuses has no word, since the filter would then lose its rows. */
export function toStatusNames(statuses: readonly ScheduledOrderStatus[] | null): readonly string[] {
  const names = (statuses ?? []).map((status) => (status === 'UNKNOWN' ? null : statusNames[status]));
  return names.includes(null) ? [] : names.filter((name) => name !== null);
}

/** Upstream's word of a status. */
export function toStatusName(status: Exclude<ScheduledOrderStatus, 'UNKNOWN'>): string {
  return statusNames[status];
}

/** The type of a saved payment method, word in any casing. */
export function toPaymentMethodType(word: string | null): PaymentMethodType {
  return memberOf(paymentMethodTypes, word) ?? 'UNKNOWN';
}

/** Upstream's word of a type. */
export function toPaymentMethodWord(type: Exclude<PaymentMethodType, 'UNKNOWN'>): string {
  return paymentMethodTypes[type];
}

/** The unit of a frequency, given as its name or as its number from 0 to 4. */
export function toFrequencyUnit(word: string | null): FrequencyUnit {
  const byNumber = word !== null && /^\d$/.test(word) ? Object.values(frequencyUnits)[Number(word)] : undefined;
  return memberOf(frequencyUnits, byNumber ?? word) ?? 'UNKNOWN';
}

/** Upstream's word of a unit. */
export function toFrequencyWord(unit: Exclude<FrequencyUnit, 'UNKNOWN'>): string {
  return frequencyUnits[unit];
}

/** The availability of a product; null when upstream states none. */
export function toAvailability(word: string | null): ProductAvailability | null {
  return word === null ? null : (memberOf(availabilities, word) ?? 'UNKNOWN');
}

/** Upstream's word of an availability. */
export function toAvailabilityWord(availability: Exclude<ProductAvailability, 'UNKNOWN'>): string {
  return availabilities[availability];
}

function memberOf<Member extends string>(words: Readonly<Record<Member, string>>, word: string | null): Member | null {
  const found = Object.entries<string>(words).find(([, candidate]) => candidate.toLowerCase() === word?.toLowerCase());
  return (found?.[0] as Member | undefined) ?? null;
}
