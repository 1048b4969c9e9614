import type { PaymentMethodType } from '../../domain/scheduled-order.js';
import { checkOptionalText, checkText } from '../check-values.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';

interface PaymentMethodInput {
  readonly type: PaymentMethodType;
  readonly gatewayCustomerId: string;
  readonly gatewayPaymentId: string;
  readonly expiresOn?: Maybe<string>;
  readonly lastFourDigits?: Maybe<string>;
  readonly isDefault?: Maybe<boolean>;
  readonly description?: Maybe<string>;
}

/** A card or account to save. @param path where it stands in the input */
export function readCard(input: PaymentMethodInput, path: readonly (string | number)[], check: InputCheck) {
  const { type } = input;
  if (type === 'UNKNOWN') check.add([...path, 'type'], 'INVALID', 'Must be a known type of payment method.');
  return {
    type: type === 'UNKNOWN' ? ('TEST' as const) : type,
    gatewayCustomerId: checkText(input.gatewayCustomerId, [...path, 'gatewayCustomerId'], check) ?? '',
    gatewayPaymentId: checkText(input.gatewayPaymentId, [...path, 'gatewayPaymentId'], check) ?? '',
    expiresOn: readExpiry(input.expiresOn, [...path, 'expiresOn'], check),
    lastFourDigits: readLastFour(input.lastFourDigits, [...path, 'lastFourDigits'], check),
    isDefault: input.isDefault ?? null,
    description: checkOptionalText(input.description, [...path, 'description'], check),
  };
}

/** Month and year as QPilot takes them: four digits (public). */
function readExpiry(value: Maybe<string>, path: readonly (string | number)[], check: InputCheck): string | null {
  const text = checkOptionalText(value, path, check);
  if (text === null) return null;
  const [, month, year] = /^(0[1-9]|1[0-2])\/?(\d{2})$/.exec(text) ?? [];
  if (month !== undefined && year !== undefined) return month + year;
  check.add(path, 'INVALID', 'Must be a month and a year as MMYY, such as "0930".');
  return null;
}

function readLastFour(value: Maybe<string>, path: readonly (string | number)[], check: InputCheck): string | null {
  const text = checkOptionalText(value, path, check);
  if (text === null || /^\d{4}$/.test(text)) return text;
  check.add(path, 'INVALID', 'Must be four digits; more of a card number is never to be sent.');
  return null;
}
