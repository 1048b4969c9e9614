import { quickbutik } from '../../../src/datasources/quickbutik/index.js';
import type { FakeReply, ReceivedRequest } from '../../support/fake-upstream.js';
import { startSource } from '../../support/provider-parts.js';

export const testKey = 'qb_test_key';

/** The real source over a fake shop that answers as told. */
export function startShop(respond: (request: ReceivedRequest) => FakeReply, currency?: string) {
  const credentials = { API_KEY: testKey };
  return startSource(quickbutik, currency === undefined ? { credentials } : { credentials, currency }, respond);
}

/** The value of a query parameter; null when it was not sent. */
export function paramOf({ query }: ReceivedRequest, name: string): string | null {
  return query.find(([sent]) => sent === name)?.[1] ?? null;
}

/** The example order of the seed document, with an address under example.com. */
export const documentedOrder = {
  order_id: '115',
  date_created: '2020-01-01 12:01:45',
  status: '-1',
  items_amount: '398.00',
  shipping_amount: '29.00',
  total_amount: '427.00',
  discount_amount: null,
  total_pay_amount: '427.00',
  tax_amount: '85.40',
  currency: 'SEK',
  shipping_name: 'Postnord',
  is_taxfree: false,
  products: [{ product_id: '34', title: 'T-shirt', price: '199.00', qty: '2', variant: null, sku: '34' }],
  customer: {
    email: 'dummy@example.com',
    phone: '0123456789',
    customer_type: 'consumer',
    company_name: '',
    full_name: 'Sven Svensson',
    address: 'Vasatorpsvägen 147',
    address2: '',
    city: 'Munka-ljungby',
    zipcode: '266 93',
    country: 'Sweden',
  },
  paymethod: { method: 'klarna', transaction_id: 'XYZ1234567890' },
};
