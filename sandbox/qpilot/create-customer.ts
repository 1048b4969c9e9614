import type { SandboxReply } from '../kernel/request.js';
import { createPaymentMethodFor } from './create-payment-method.js';
import { invalid, isObject, jsonObject, ok, textField } from './replies.js';
import type { SiteCall } from './routes.js';
import { countApplied, takeId } from './state.js';
import { utcText } from './utc-text.js';
import type { WireCustomer } from './wire.js';

const TEXT_FIELDS = [
  'firstName',
  'lastName',
  'phoneNumber',
  'company',
  'shippingFirstName',
  'shippingLastName',
  'shippingStreet1',
  'shippingStreet2',
  'shippingCity',
  'shippingState',
  'shippingPostcode',
  'shippingCountry',
  'billingFirstName',
  'billingLastName',
  'billingStreet1',
  'billingStreet2',
  'billingCity',
  'billingState',
  'billingPostcode',
  'billingCountry',
] as const;

/**
 * `POST /Customers`, payment methods included. A customer whose id exists already is overwritten (assumed: the id is
 * the caller's, and the guide sends the same example twice).
 */
export function createCustomer({ request, state, now }: SiteCall): SandboxReply {
  const body = jsonObject(request);
  const id = textField(body, 'id');
  const email = textField(body, 'email');
  if (id === null || id === '') throw invalid('The Id field is required.');
  if (email === null || !/^[^\s@]+@[^\s@]+$/.test(email))
    throw invalid('The Email field is not a valid e-mail address.');
  const methods = body['paymentMethods'] ?? [];
  if (!Array.isArray(methods) || !methods.every(isObject)) throw invalid('The PaymentMethods field must be a list.');
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, textField(body, name)]));
  const kept = state.customers.get(id);
  const written = utcText(now);
  const customer: WireCustomer = {
    ...EMPTY,
    ...texts,
    id,
    email,
    customerId: kept?.customerId ?? takeId(state, 'customer'),
    siteId: state.siteId,
    metadata: isObject(body['metadata']) ? body['metadata'] : null,
    createdUtc: kept?.createdUtc ?? written,
    updatedUtc: written,
  };
  const created = methods.map((method) => createPaymentMethodFor(state, id, { fields: method, now }));
  state.customers.set(id, customer);
  for (const keep of created) keep();
  countApplied(state, 'createCustomer');
  return ok({ ...customer, paymentMethods: state.methodsByCustomer.get(id) ?? [] }, kept === undefined ? 201 : 200);
}

const EMPTY = {
  firstName: null,
  lastName: null,
  phoneNumber: null,
  company: null,
  shippingFirstName: null,
  shippingLastName: null,
  shippingStreet1: null,
  shippingStreet2: null,
  shippingCity: null,
  shippingState: null,
  shippingPostcode: null,
  shippingCountry: null,
};
