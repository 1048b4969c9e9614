import type { UserError } from '../input-check.js';

/** Why the provider issued no invoice, with its number for it. */
interface Refusal {
  readonly reason: 'TAKEN' | 'EMAIL' | 'NO_PRODUCTS' | 'UNKNOWN_PRODUCT' | 'DELIVERY' | 'OTHER';
  readonly errorCode: number | null;
}

const known: Readonly<Record<Exclude<Refusal['reason'], 'OTHER'>, UserError>> = {
  TAKEN: { field: [], code: 'TAKEN', message: 'The provider has this order already.' },
  EMAIL: {
    field: ['customer', 'email'],
    code: 'INVALID',
    message: 'The provider does not accept this e-mail address.',
  },
  NO_PRODUCTS: { field: ['productIds'], code: 'REQUIRED', message: 'The provider saw no products.' },
  UNKNOWN_PRODUCT: { field: ['productIds'], code: 'NOT_FOUND', message: 'The provider does not know one of these.' },
  DELIVERY: {
    field: ['customer', 'shippingAddress'],
    code: 'REQUIRED',
    message: 'The provider needs a delivery address.',
  },
};

/** A refusal in our words: the provider's text may quote the contact. */
export function describeRefusal({ reason, errorCode }: Refusal): UserError {
  if (reason !== 'OTHER') return known[reason];
  const number = errorCode === null ? '' : ` (its code ${errorCode})`;
  return { field: [], code: 'REJECTED', message: `The provider refused this${number}.` };
}
