import { toCountryCode } from '../../../domain/country.js';
import type { Address, CustomerRecord } from '../../../domain/customer.js';
import type { Reading } from '../../../domain/reading.js';
import type { WireCustomer } from '../wire.js';

/** The shop's customer id: the older generation writes it beside its own number, the present one as `id`. */
export function customerExternalIdOf({ externalId, id }: Pick<WireCustomer, 'externalId' | 'id'>): string {
  return externalId ?? id;
}

/** QPilot's own number; null where the record states one id alone. */
function ownNumberOf({ externalId, id, customerId }: WireCustomer): string | null {
  return customerId ?? (externalId === null ? null : id);
}

/** Whether an id that a row names its customer by is one of this customer. */
export function isIdOf(customerId: string | null, { externalId, id, customerId: number }: WireCustomer): boolean {
  return customerId !== null && [externalId, id, number].includes(customerId);
}

/** A QPilot customer. */
export function normalizeCustomer(wire: WireCustomer, reading: Reading): CustomerRecord {
  const ownNumber = ownNumberOf(wire);
  return {
    provider: 'QPILOT',
    externalId: customerExternalIdOf(wire),
    ...(ownNumber !== null && { ownNumber }),
    email: wire.email,
    name: joined(wire.firstName, wire.lastName),
    firstName: wire.firstName,
    lastName: wire.lastName,
    phone: wire.phoneNumber,
    company: wire.company,
    shippingAddress: readAddress(wire, 'shipping', reading),
    billingAddress: readAddress(wire, 'billing', reading),
    seenAt: null,
  };
}

/** An address out of the fields with one prefix; null when upstream fills none of them. */
function readAddress(wire: WireCustomer, prefix: 'shipping' | 'billing', reading: Reading): Address | null {
  const country = wire[`${prefix}Country`];
  const countryCode = toCountryCode(country);
  if (country !== null && countryCode === null) reading.warn(`${prefix}Country`);
  const address: Address = {
    name: joined(wire[`${prefix}FirstName`], wire[`${prefix}LastName`]),
    company: wire[`${prefix}Company`],
    lines: [wire[`${prefix}Street1`], wire[`${prefix}Street2`]].filter((line) => line !== null),
    city: wire[`${prefix}City`],
    region: wire[`${prefix}State`],
    postalCode: wire[`${prefix}Postcode`],
    countryCode,
  };
  const { lines, ...rest } = address;
  return lines.length > 0 || Object.values(rest).some((value) => value !== null) ? address : null;
}

function joined(first: string | null, last: string | null): string | null {
  return [first, last].filter((part) => part !== null).join(' ') || null;
}
