import type { PaymentMethod } from '../../domain/scheduled-order.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { QPilotCalls } from './calls.js';
import { normalizePaymentMethod } from './normalize/payment-method.js';
import { type NewCard, paymentMethodBody, tokensOf } from './payment-method-body.js';
import { completed, readWritten } from './read-written.js';
import { type QPilotAccess, sendSiteWrite } from './send-site-write.js';
import { paymentMethodWireSchema, type WirePaymentMethod } from './wire.js';

/**
 * POST /PaymentMethods (guide, step 3), the customer named by the shop's id.
 *
 * @remarks There is no way to read back whether it happened: the number is QPilot's, and a card with the same tokens may have been
 * there before.
 */
export async function addPaymentMethod(
  access: QPilotAccess,
  calls: QPilotCalls,
  { customerExternalId, card }: { readonly customerExternalId: string; readonly card: NewCard },
): Promise<PaymentMethod> {
  // One that names nobody is taken for the customer's: the call named only that one.
  const isOwn = ({ customerId }: WirePaymentMethod) => customerId === null || customerId === customerExternalId;
  const body = { customerId: customerExternalId, ...paymentMethodBody(card) };
  const written = await sendSiteWrite(
    access,
    { operation: 'addPaymentMethod', method: 'POST', path: ['PaymentMethods'], body, confidential: tokensOf(card) },
    (answer) => readWritten(answer, paymentMethodWireSchema, isOwn),
  );
  const record = await completed(written, written.type !== null, async () => {
    const found = await calls.getPaymentMethod(written.id);
    return found?.id === written.id ? found : null;
  });
  if (!isOwn(record))
    throw new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QPILOT', { detail: 'a card of another customer' });
  return { ...normalizePaymentMethod(record, access.parts.reading), customerExternalId };
}
