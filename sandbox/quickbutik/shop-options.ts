import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { failure } from './replies.js';

/** The shop's shipping methods as the API shows them; number 4 is the document's example. */
export const SHIPPING_METHODS = [
  {
    id: '1',
    title: 'Postnord',
    description: 'Till ombud, 1-3 dagar',
    active: '1',
    price: '49.00',
    price_basedon: 'weight',
  },
  { id: '2', title: 'DHL Servicepoint', description: '', active: '1', price: '59.00', price_basedon: 'weight' },
  { id: '3', title: 'Instabox', description: '', active: '1', price: '39.00', price_basedon: 'price' },
  { id: '4', title: 'Postnord Företag', description: '', active: '1', price: null, price_basedon: 'weight' },
  { id: '5', title: 'Budbee', description: '', active: '1', price: '39.00', price_basedon: 'price' },
  {
    id: '6',
    title: 'Fri frakt',
    description: 'Vid köp över 500 kr',
    active: '0',
    price: '0.00',
    price_basedon: 'price',
  },
];

/** The shop's ways to pay; the first is the document's example. */
export const PAYMENT_METHODS = [
  { paysystem_id: 'klarna3', customer_type: '3' },
  { paysystem_id: 'swish', customer_type: '1' },
  { paysystem_id: 'stripe', customer_type: '3' },
  { paysystem_id: 'invoice', customer_type: '2' },
];

/** Answers GET /v1/shippingmethods, all or the one of `shipping_id`. */
export function readShippingMethods({ query }: SandboxRequest): SandboxReply {
  const id = query.get('shipping_id');
  return answer(SHIPPING_METHODS.filter((method) => id === null || method.id === id));
}

/** Answers GET /v1/paymentmethods, all or the one of `paymentmethod_id`. */
export function readPaymentMethods({ query }: SandboxRequest): SandboxReply {
  const id = query.get('paymentmethod_id');
  return answer(PAYMENT_METHODS.filter((method) => id === null || method.paysystem_id === id));
}

function answer(results: unknown[]): SandboxReply {
  return results.length === 0 ? failure(404, 'Not found') : { status: 200, body: { results } };
}
