import type { Address } from '../../domain/customer.js';
import type { PlacedInvoice } from '../../records/placed-invoice.js';
import type { readInvoice } from './invoice.js';
import type { readInvoiceAddress } from './invoice-address.js';

/** An issued invoice as it is kept. */
export function toPlacedInvoice(
  invoice: ReturnType<typeof readInvoice>,
  known: Pick<PlacedInvoice, 'id' | 'reference' | 'placedAt' | 'currency'>,
): PlacedInvoice {
  const { status, email, firstName, lastName, phone, note, paymentMethod, productIds, prices } = invoice;
  return {
    ...known,
    status,
    email,
    firstName,
    lastName,
    phone,
    shippingAddress: toAddress(invoice.shipping),
    billingAddress: toAddress(invoice.billing),
    note,
    paymentMethod,
    lines: productIds.map((productId, index) => ({ productId, price: prices[index] ?? null })),
  };
}

function toAddress(given: ReturnType<typeof readInvoiceAddress>): Address | null {
  if (given === null) return null;
  const { line1, line2, city, region, postalCode, countryCode } = given;
  const lines = [line1, line2].filter((line) => line !== null);
  return { name: null, company: null, lines, city, region, postalCode, countryCode };
}
