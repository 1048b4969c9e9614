import { isIP } from 'node:net';
import { checkAmount } from '../check-amount.js';
import { checkItemCount } from '../check-items.js';
import { checkEmail, checkId, checkOptionalText } from '../check-values.js';
import type { GivenAddress } from '../given-address.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { readInvoiceAddress } from './invoice-address.js';

/** Who gets an invoice, as a caller gives it. */
export interface GivenInvoiceCustomer {
  readonly email: string;
  readonly firstName?: Maybe<string>;
  readonly lastName?: Maybe<string>;
  readonly middleName?: Maybe<string>;
  readonly phone?: Maybe<string>;
  readonly ip?: Maybe<string>;
  readonly shippingAddress?: Maybe<GivenAddress>;
  readonly billingAddress?: Maybe<GivenAddress>;
}

export type InvoiceStatus = 'EXPECTED' | 'PAID' | 'CANCEL' | 'MONEY_BACK';

/** An invoice as a caller gives it; times are instants. */
export interface GivenInvoice {
  readonly customer: GivenInvoiceCustomer;
  readonly productIds: readonly string[];
  readonly prices?: Maybe<readonly string[]>;
  readonly status?: Maybe<InvoiceStatus>;
  readonly confirmed?: Maybe<boolean>;
  readonly createdAt?: Maybe<string>;
  readonly paidAt?: Maybe<string>;
  readonly salesManagerId?: Maybe<string>;
  readonly paymentMethod?: Maybe<'PAYPAL' | 'STRIPE'>;
  readonly couponId?: Maybe<string>;
  readonly affiliates?: Maybe<readonly string[]>;
  readonly tag?: Maybe<string>;
  readonly note?: Maybe<string>;
  readonly utm?: Maybe<Readonly<Partial<Record<(typeof utmNames)[number], Maybe<string>>>>>;
}

const utmNames = ['medium', 'source', 'campaign', 'content', 'term'] as const;

/** The provider's words (seed document). */
const statusWords = { EXPECTED: 'Expected', PAID: 'Paid', CANCEL: 'Cancel', MONEY_BACK: 'MoneyBack' } as const;
const paymentWords = { PAYPAL: 'PayPal', STRIPE: 'Stripe' } as const;

/** Reads an invoice to issue, in the provider's words. */
export function readInvoice(given: GivenInvoice, check: InputCheck) {
  const optional = (name: 'salesManagerId' | 'couponId' | 'tag') =>
    checkOptionalText(given[name], [name], check, { maxLength: 255 });
  return {
    ...readCustomer(given.customer, check),
    tag: optional('tag'),
    note: checkOptionalText(given.note, ['note'], check, { maxLength: 2000, isMultiline: true }),
    createdAt: given.createdAt ?? null,
    paidAt: given.paidAt ?? null,
    status: given.status ? statusWords[given.status] : null,
    isConfirmed: given.confirmed ?? null,
    salesManagerId: optional('salesManagerId'),
    ...readProducts(given, check),
    paymentMethod: given.paymentMethod ? paymentWords[given.paymentMethod] : null,
    couponId: optional('couponId'),
    affiliates: (given.affiliates ?? []).map((login, index) => readListed(login, ['affiliates', index], check)),
    utm: readUtm(given.utm ?? {}, check),
  };
}

function readCustomer(customer: GivenInvoiceCustomer, check: InputCheck) {
  const optional = (name: 'firstName' | 'lastName' | 'middleName' | 'phone' | 'ip') =>
    checkOptionalText(customer[name], ['customer', name], check, { maxLength: 255 });
  const ip = optional('ip');
  if (ip !== null && isIP(ip) === 0) check.add(['customer', 'ip'], 'INVALID', 'Must be an IP address.');
  const billing = readInvoiceAddress(customer.billingAddress, ['customer', 'billingAddress'], check);
  if (billing?.phone)
    check.add(['customer', 'billingAddress', 'phone'], 'UNSUPPORTED', 'The provider has no field for it.');
  return {
    email: checkEmail(customer.email, ['customer', 'email'], check) ?? '',
    firstName: optional('firstName'),
    lastName: optional('lastName'),
    middleName: optional('middleName'),
    phone: optional('phone'),
    ip,
    shipping: readInvoiceAddress(customer.shippingAddress, ['customer', 'shippingAddress'], check),
    billing,
  };
}

/** Ids and prices by position; prices may end early, but have no holes: the list has no way to write one. */
function readProducts({ productIds, prices }: GivenInvoice, check: InputCheck) {
  checkItemCount(productIds.length, ['productIds'], check);
  const given = prices ?? [];
  check.require(
    given.length <= productIds.length,
    ['prices'],
    'TOO_MANY',
    'Must not have more prices than `productIds` has ids.',
  );
  const product = { type: 'Product', provider: 'INFLUENCERSOFT' } as const;
  return {
    productIds: productIds.map((id, index) => {
      const field = ['productIds', index];
      return readListed(checkId(id, field, check, product), field, check);
    }),
    prices: given.map((price, index) => checkAmount(price, ['prices', index], check) ?? ''),
  };
}

/** An entry of a list that the provider takes as one text with commas. */
function readListed(value: string | null, field: readonly (string | number)[], check: InputCheck): string {
  if (value === null) return '';
  const text = value.trim();
  if (text === '') check.add(field, 'REQUIRED', 'Must not be blank.');
  if (/[,\p{Cc}]/u.test(text)) check.add(field, 'INVALID', 'Must have no comma and no control characters.');
  return text;
}

function readUtm(given: NonNullable<GivenInvoice['utm']>, check: InputCheck) {
  const label = (name: (typeof utmNames)[number]) =>
    checkOptionalText(given[name], ['utm', name], check, { maxLength: 255 });
  return {
    medium: label('medium'),
    source: label('source'),
    campaign: label('campaign'),
    content: label('content'),
    term: label('term'),
  };
}
