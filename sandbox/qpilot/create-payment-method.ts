import type { SandboxReply } from '../kernel/request.js';
import { invalid, jsonObject, ok, textField } from './replies.js';
import type { SiteCall } from './routes.js';
import { countApplied, keepPaymentMethod, type QPilotState, takeId } from './state.js';
import { mustReach } from './tokens.js';
import { utcText } from './utc-text.js';
import type { WirePaymentMethod } from './wire.js';

/** Gateways that QPilot's documentation lists. */
const TYPES = [
  'Stripe',
  'AuthorizeNet',
  'PayPal',
  'PayPalV3',
  'Braintree',
  'CyberSource',
  'CyberSourceV2',
  'Nmi',
  'PayaV1',
  'TrustCommerce',
  'Gpg',
  'Square',
  'Sage',
  'Checkout',
  'Test',
];

/** `POST /PaymentMethods`: each call makes a new one, also for tokens that are known already. */
export function createPaymentMethod({ request, state, access, now }: SiteCall): SandboxReply {
  const fields = jsonObject(request);
  const customerId = textField(fields, 'customerId');
  mustReach(access, customerId);
  if (customerId === null || !state.customers.has(customerId)) throw invalid('Customer was not found.');
  const keep = createPaymentMethodFor(state, customerId, { fields, now });
  const method = keep();
  countApplied(state, 'createPaymentMethod');
  return ok(method, 201);
}

/** Checks a payment method now and gives the function that keeps it, so that a larger write is all or nothing. */
export function createPaymentMethodFor(
  state: QPilotState,
  customerId: string,
  { fields, now }: { fields: Record<string, unknown>; now: Date },
): () => WirePaymentMethod {
  const type = textField(fields, 'type');
  if (type === null || !TYPES.includes(type)) throw invalid('The Type field is not a valid payment method type.');
  const expiration = textField(fields, 'expiration');
  if (expiration !== null && !/^\d{4}$/.test(expiration)) throw invalid('The Expiration field must be MMYY.');
  const given = {
    type,
    gatewayCustomerId: textField(fields, 'gatewayCustomerId'),
    gatewayPaymentId: textField(fields, 'gatewayPaymentId'),
    lastFourDigits: textField(fields, 'lastFourDigits'),
    expiration,
    description: textField(fields, 'description'),
    createdUtc: utcText(now),
  };
  return () => {
    const others = state.methodsByCustomer.get(customerId) ?? [];
    const isDefault = fields['isDefault'] === true || others.length === 0;
    if (isDefault) for (const other of others) other.isDefault = false;
    const method = { ...given, id: takeId(state, 'paymentMethod'), siteId: state.siteId, customerId, isDefault };
    keepPaymentMethod(state, method);
    return method;
  };
}
