import { formatLocal, type Instant } from '../../domain/instant.js';
import { authFields, type InfluencerSoftParts, type KeyField } from './auth.js';

/** A postal address; null for what was not given. */
export interface InvoiceAddress {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly countryCode: string | null;
}

/** An invoice to issue; null for what was not given. */
export interface NewInvoice {
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly middleName: string | null;
  readonly phone: string | null;
  readonly ip: string | null;
  readonly shipping: (InvoiceAddress & { readonly phone: string | null }) | null;
  readonly billing: InvoiceAddress | null;
  readonly tag: string | null;
  readonly note: string | null;
  readonly createdAt: Instant | null;
  readonly paidAt: Instant | null;
  /** `Expected`, `Paid`, `Cancel`, `MoneyBack`. */
  readonly status: string | null;
  readonly isConfirmed: boolean | null;
  readonly salesManagerId: string | null;
  /** At least one, none with a comma; n pieces are n times the id (assumed). */
  readonly productIds: readonly string[];
  /** By position, at most as many as ids; decimal texts with a dot. The rest is charged as the products are set up. */
  readonly prices: readonly string[];
  /** `PayPal`, `Stripe`. */
  readonly paymentMethod: string | null;
  readonly couponId: string | null;
  /** None with a comma; the first is of the first level. */
  readonly affiliates: readonly string[];
  readonly utm: Readonly<Record<'medium' | 'source' | 'campaign' | 'content' | 'term', string | null>>;
}

type Field = readonly [name: string, value: string | null | undefined];

/** Every parameter of the document under its name and in its order; what was not given is left out. */
export function invoiceForm({ config, reading }: InfluencerSoftParts, invoice: NewInvoice): string {
  const { shipping, billing, utm, createdAt, paidAt, isConfirmed } = invoice;
  // The one form that the document allows for both times.
  const local = (instant: Instant | null) => (instant === null ? null : formatLocal(instant, reading.timeZone));
  const fields: readonly Field[] = [
    ...authFields(config.credentials.API_KEY, (config.options.KEY_FIELD ?? 'rpsKey') as KeyField),
    ['customer_email', invoice.email],
    ['customer_first_name', invoice.firstName],
    ['customer_last_name', invoice.lastName],
    ['customer_middle_name', invoice.middleName],
    ['customer_phone', invoice.phone],
    ['order_ip', invoice.ip],
    // The street of shipping has no `_address_1`; that of billing has.
    ['customer_shipping', shipping?.line1],
    ['customer_shipping_phone', shipping?.phone],
    ...addressFields('customer_shipping', shipping),
    ['customer_billing_address_1', billing?.line1],
    ...addressFields('customer_billing', billing),
    ['order_tag', invoice.tag],
    ['note', invoice.note],
    ['order_created_at', local(createdAt)],
    ['order_paid_at', local(paidAt)],
    ['order_status', invoice.status],
    // Of the document's five words one has a look-alike letter; these two are plain.
    ['order_confirmed', isConfirmed === null ? null : isConfirmed ? 'Yes' : 'No'],
    ['order_sales_manager', invoice.salesManagerId],
    // Despite the name these are ids.
    ['product_names', invoice.productIds.join(',')],
    ['product_prices', invoice.prices.length === 0 ? null : invoice.prices.join(',')],
    ['payment_method', invoice.paymentMethod],
    ['coupon', invoice.couponId],
    ['affiliates', invoice.affiliates.length === 0 ? null : invoice.affiliates.join(',')],
    ['utm_medium', utm.medium],
    ['utm_source', utm.source],
    ['utm_campaign', utm.campaign],
    ['utm_content', utm.content],
    ['utm_term', utm.term],
  ];
  const form = new URLSearchParams();
  for (const [name, value] of fields) if (value !== null && value !== undefined) form.append(name, value);
  return form.toString();
}

function addressFields(prefix: string, address: InvoiceAddress | null): readonly Field[] {
  return [
    [`${prefix}_address_2`, address?.line2],
    [`${prefix}_city`, address?.city],
    [`${prefix}_state`, address?.region],
    [`${prefix}_zip`, address?.postalCode],
    [`${prefix}_country_code`, address?.countryCode],
  ];
}
