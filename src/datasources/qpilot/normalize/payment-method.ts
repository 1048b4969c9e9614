import type { Reading } from '../../../domain/reading.js';
import type { PaymentMethod } from '../../../domain/scheduled-order.js';
import type { WirePaymentMethod } from '../wire.js';
import { toPaymentMethodType } from './words.js';

/** A saved card or account, without the gateway's tokens. */
export function normalizePaymentMethod(wire: WirePaymentMethod, reading: Reading): PaymentMethod {
  return {
    externalId: wire.id,
    customerExternalId: wire.customerId,
    type: toPaymentMethodType(wire.type),
    rawType: wire.type,
    isDefault: wire.isDefault,
    lastFourDigits: readLastFour(wire.lastFourDigits, reading),
    expiresOn: wire.expiration ?? wire.expirationDate,
    description: wire.description,
  };
}

/** Four digits at the end of the text and never more, whatever else upstream writes there. */
function readLastFour(text: string | null, reading: Reading): string | null {
  if (text === null) return null;
  const digits = /\d{4}$/.exec(text)?.[0] ?? null;
  if (digits === null) reading.warn('lastFourDigits');
  return digits;
}
