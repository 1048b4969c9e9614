import type { PaymentMethodType } from '../../domain/scheduled-order.js';
import { toPaymentMethodWord } from './normalize/words.js';

/** A card or account to save: tokens of a payment gateway, which are as good as credentials. */
export interface NewCard {
  readonly type: Exclude<PaymentMethodType, 'UNKNOWN'>;
  readonly gatewayCustomerId: string;
  readonly gatewayPaymentId: string;
  /** MMYY. */
  readonly expiresOn: string | null;
  readonly lastFourDigits: string | null;
  readonly isDefault: boolean | null;
  readonly description: string | null;
}

/** What of a card nobody may see. */
export function tokensOf({ gatewayCustomerId, gatewayPaymentId }: NewCard): string[] {
  return [gatewayCustomerId, gatewayPaymentId];
}

/** The fields of a card in the order of the guide's sample; those it does not show are sent when given (public). */
export function paymentMethodBody(card: NewCard) {
  const { gatewayCustomerId, gatewayPaymentId, expiresOn, lastFourDigits, isDefault, description } = card;
  return {
    type: toPaymentMethodWord(card.type),
    gatewayCustomerId,
    gatewayPaymentId,
    ...(expiresOn !== null && { expiration: expiresOn }),
    ...(lastFourDigits !== null && { lastFourDigits }),
    ...(isDefault !== null && { isDefault }),
    ...(description !== null && { description }),
  };
}
