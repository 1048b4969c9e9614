import { type NewCard, paymentMethodBody } from './payment-method-body.js';

/** An address as QPilot keeps one: two street lines, names apart. */
export interface NewAddress {
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** At most two. */
  readonly lines: readonly string[];
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
}

export interface NewCustomer {
  /** The shop's customer id. */
  readonly externalId: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly company: string | null;
  readonly shippingAddress: NewAddress | null;
  readonly billingAddress: NewAddress | null;
  /** Made in the same call. */
  readonly cards: readonly NewCard[];
}

/** The body of a customer in the order of the guide's sample; only what is given is sent. */
export function customerBody(customer: NewCustomer) {
  const { externalId, email, cards } = customer;
  return {
    id: externalId,
    email,
    ...customerFields(customer),
    ...(cards.length > 0 && { paymentMethods: cards.map(paymentMethodBody) }),
  };
}

/** The fields of a customer besides id, e-mail and cards. Second street line, postcode, phone, company and billing are public. */
export function customerFields(customer: NewCustomer): Record<string, string> {
  const { firstName, lastName, phone, company, shippingAddress, billingAddress } = customer;
  return {
    ...given({ firstName, lastName }),
    ...addressFields('shipping', shippingAddress),
    ...given({ phoneNumber: phone, company }),
    ...addressFields('billing', billingAddress),
  };
}

function addressFields(prefix: 'shipping' | 'billing', address: NewAddress | null): Record<string, string> {
  if (address === null) return {};
  return given({
    [`${prefix}FirstName`]: address.firstName,
    [`${prefix}LastName`]: address.lastName,
    [`${prefix}Street1`]: address.lines[0] ?? null,
    [`${prefix}Street2`]: address.lines[1] ?? null,
    [`${prefix}City`]: address.city,
    [`${prefix}State`]: address.region,
    [`${prefix}Postcode`]: address.postalCode,
    [`${prefix}Country`]: address.countryCode,
  });
}

function given(fields: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== null));
}
