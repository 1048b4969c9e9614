import type { ShopStatusChange } from '../../domain/shop-writes.js';
import { checkItemCount, checkRepeated } from '../check-items.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { checkOrder, checkShort, type Field } from './values.js';

/** A step of an order as a caller gives it. */
export interface GivenStatus {
  readonly reference: string;
  readonly status: 'PAID' | 'DONE' | 'CANCELLED';
  readonly shipping?: Maybe<{ readonly trackingNumber?: Maybe<string>; readonly company?: Maybe<string> }>;
  readonly sendEmail?: Maybe<boolean>;
  readonly sendWebhook?: Maybe<boolean>;
  readonly language?: Maybe<string>;
}

const languages = ['en', 'sv', 'da'] as const;

/** With which status the shop knows a field (seed document, PUT orders). */
const statusesOf = {
  shipping: ['DONE'],
  sendEmail: ['PAID', 'DONE'],
  sendWebhook: ['PAID'],
  language: ['PAID'],
} as const;

/** Reads steps of orders; each order may stand once. */
export function readStatuses(given: readonly GivenStatus[], check: InputCheck): ShopStatusChange[] {
  checkItemCount(given.length, ['orders'], check);
  const changes = given.map((order, index) => readStatus(order, ['orders', index], check));
  checkRepeated(
    changes.map(({ reference }) => reference || null),
    ['orders', 'reference'],
    check,
  );
  return changes;
}

function readStatus(given: GivenStatus, field: Field, check: InputCheck): ShopStatusChange {
  for (const [name, statuses] of Object.entries(statusesOf)) {
    const isGiven = (given[name as keyof typeof statusesOf] ?? null) !== null;
    const fits = (statuses as readonly string[]).includes(given.status);
    check.require(!isGiven || fits, [...field, name], 'UNSUPPORTED', `Goes with ${statuses.join(' or ')} only.`);
  }
  return {
    reference: checkOrder(given.reference, [...field, 'reference'], check),
    status: given.status,
    shipping: given.shipping ? readShipping(given.shipping, [...field, 'shipping'], check) : null,
    sendEmail: given.sendEmail ?? null,
    sendWebhook: given.sendWebhook ?? null,
    language: readLanguage(given.language, [...field, 'language'], check),
  };
}

function readShipping(given: NonNullable<GivenStatus['shipping']>, field: Field, check: InputCheck) {
  const trackingNumber = checkShort(given.trackingNumber, [...field, 'trackingNumber'], check);
  const company = checkShort(given.company, [...field, 'company'], check);
  return trackingNumber === null && company === null ? null : { trackingNumber, company };
}

function readLanguage(given: Maybe<string>, field: Field, check: InputCheck): ShopStatusChange['language'] {
  if (given === null || given === undefined) return null;
  const language = languages.find((known) => known === given.trim().toLowerCase()) ?? null;
  check.require(language !== null, field, 'INVALID', `Must be one of ${languages.join(', ')}.`);
  return language;
}
