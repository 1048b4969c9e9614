import type { ProductAvailability } from '../../../domain/product.js';
import type { FrequencyUnit, PaymentMethodType, ScheduledOrderStatus } from '../../../domain/scheduled-order.js';

/** Upstream's words of the statuses that have a member in the graph (public). Others, such as Snoozed, are UNKNOWN. */
const statusNames: Readonly<Record<Exclude<ScheduledOrderStatus, 'UNKNOWN'>, string>> = {
  ACTIVE: 'Active',
  PAUSED: 'Paused',
  FAILED: 'Failed',
  PROCESSING: 'Processing',
  QUEUED: 'Queued',
  LOCKED: 'Locked',
  DELETED: 'Deleted',
};

const paymentMethodTypes: Readonly<Record<string, PaymentMethodType>> = {
  stripe: 'STRIPE',
  authorizenet: 'AUTHORIZE_NET',
  paypal: 'PAYPAL',
  paypalv3: 'PAYPAL_V3',
  braintree: 'BRAINTREE',
  cybersource: 'CYBERSOURCE',
  cybersourcev2: 'CYBERSOURCE_V2',
  nmi: 'NMI',
  payav1: 'PAYA_V1',
  trustcommerce: 'TRUST_COMMERCE',
  gpg: 'GPG',
  square: 'SQUARE',
  sage: 'SAGE',
  checkout: 'CHECKOUT',
  test: 'TEST',
};

/** In the order of their numbers, from 0 (public); `Days` alone is in the getting-started guide. */
const frequencyUnits = [
  { word: 'days', unit: 'DAYS' },
  { word: 'weeks', unit: 'WEEKS' },
  { word: 'months', unit: 'MONTHS' },
  { word: 'dayoftheweek', unit: 'DAY_OF_THE_WEEK' },
  { word: 'dayofthemonth', unit: 'DAY_OF_THE_MONTH' },
] as const satisfies readonly { word: string; unit: FrequencyUnit }[];

const availabilities: Readonly<Record<string, ProductAvailability>> = {
  undefined: 'UNDEFINED',
  instock: 'IN_STOCK',
  outofstock: 'OUT_OF_STOCK',
  preorder: 'PREORDER',
};

/** The status of a word in any casing; UNKNOWN for a word without a member. */
export function toStatus(word: string | null): ScheduledOrderStatus {
  const found = Object.entries(statusNames).find(([, name]) => name.toLowerCase() === word?.toLowerCase());
  return (found?.[0] as ScheduledOrderStatus | undefined) ?? 'UNKNOWN';
}

/** Upstream's words of a filter; none when any of the statuses has no word, since the filter would then lose its rows. */
export function toStatusNames(statuses: readonly ScheduledOrderStatus[] | null): readonly string[] {
  const names = (statuses ?? []).map((status) => (status === 'UNKNOWN' ? null : statusNames[status]));
  return names.includes(null) ? [] : names.filter((name) => name !== null);
}

/** The type of a saved payment method, word in any casing. */
export function toPaymentMethodType(word: string | null): PaymentMethodType {
  return lookUp(paymentMethodTypes, word) ?? 'UNKNOWN';
}

/** The unit of a frequency, given as its name or as its number from 0 to 4. */
export function toFrequencyUnit(word: string | null): FrequencyUnit {
  const byNumber = word !== null && /^\d$/.test(word) ? frequencyUnits[Number(word)] : undefined;
  return (byNumber ?? frequencyUnits.find((entry) => entry.word === word?.toLowerCase()))?.unit ?? 'UNKNOWN';
}

/** The availability of a product; null when upstream states none. */
export function toAvailability(word: string | null): ProductAvailability | null {
  return word === null ? null : (lookUp(availabilities, word) ?? 'UNKNOWN');
}

function lookUp<Member>(members: Readonly<Record<string, Member>>, word: string | null): Member | undefined {
  const key = word?.toLowerCase() ?? '';
  return Object.hasOwn(members, key) ? members[key] : undefined;
}
