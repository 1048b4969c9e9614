import type { CustomerIdCipher } from '../domain/customer-id-cipher.js';
import { decodeGlobalId, encodeGlobalId } from '../domain/global-id.js';
import { isProviderName, type ProviderName } from '../domain/provider.js';
import type { Customer, CustomerKey } from '../joins/customer.js';
import { badInput, readText } from './arguments.js';

/** Stands in the provider's place in the id of a customer that is known by e-mail. */
const sealedEmail = 'EMAIL';

/** A global id may be longer than any other text a caller gives: the e-mail in it is encoded twice. */
const longestId = 4096;

/** Types of which only some providers have records; an id that names another was never given out. */
const owners: Readonly<Record<string, readonly ProviderName[]>> = {
  Category: ['QUICKBUTIK'],
  CommerceCustomer: ['QARD'],
  CommerceLink: ['QARD'],
  CommerceLocation: ['QARD'],
  CommerceOrder: ['QARD'],
  CommerceProduct: ['QARD'],
  PaymentMethod: ['QPILOT'],
  ScheduledOrder: ['QPILOT'],
  Shipment: ['QAPLA'],
  ShippingMethod: ['QUICKBUTIK'],
  ShopPaymentMethod: ['QUICKBUTIK'],
};

export interface ExternalIdentity {
  readonly provider: ProviderName;
  readonly externalId: string;
}

/** The global id of a provider's record. */
export function globalId(type: string, { provider, externalId }: ExternalIdentity): string {
  return encodeGlobalId({ type, provider, externalId });
}

/** The global id of a customer; no call is needed for it. */
export function customerId({ key }: Customer, cipher: CustomerIdCipher): string {
  if (key.kind === 'RECORD') return globalId('Customer', key);
  return encodeGlobalId({ type: 'Customer', provider: sealedEmail, externalId: cipher.seal(key.email) });
}

/**
 * What an argument that takes an id names: a provider's record, or an id that does not say whose it is.
 *
 * @throws RequestError BAD_USER_INPUT for a global id of another type.
 */
export function readId(
  name: string,
  value: string,
  type: string,
): ExternalIdentity | { provider: null; externalId: string } {
  const text = readText(name, value, longestId);
  const id = decodeGlobalId(text);
  if (id === null) return { provider: null, externalId: readText(name, text) };
  if (id.type !== type) throw badInput(name, `is the id of a ${id.type}, not of a ${type}`);
  if (!isProviderName(id.provider) || owners[type]?.includes(id.provider) === false) {
    throw badInput(name, 'is no id of this gateway');
  }
  // Checked like any text, but kept as it is: blanks around it belong to the provider's id.
  readText(name, id.externalId);
  return { provider: id.provider, externalId: id.externalId };
}

/** What a customer's id names; null in place of a key for an id of QPilot's own. */
export function readCustomerId(name: string, value: string, cipher: CustomerIdCipher): CustomerKey {
  const text = readText(name, value, longestId);
  const id = decodeGlobalId(text);
  if (id?.type !== 'Customer' || id.provider !== sealedEmail) {
    const { provider, externalId } = readId(name, text, 'Customer');
    return { kind: 'RECORD', provider: provider ?? 'QPILOT', externalId };
  }
  const email = cipher.open(id.externalId);
  if (email === null) throw badInput(name, 'is no id of this gateway');
  return { kind: 'EMAIL', email };
}
