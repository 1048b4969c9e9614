import type { Shopper } from '../graph/rows.js';
import type { UserError } from '../writes/outcome.js';

/** What the form holds: texts as they were typed. */
export interface OrderDraft {
  readonly sku: string;
  readonly quantity: number | string;
  readonly shippingId: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly countryCode: string;
}

export type DraftField = keyof OrderDraft;

/** The form at its beginning: sent to where the shopper lives. */
export function emptyDraft({ name, shippingAddress: address }: Shopper): OrderDraft {
  return {
    sku: '',
    quantity: 1,
    shippingId: '',
    name: name ?? '',
    street: address?.lines.join(', ') ?? '',
    postalCode: address?.postalCode ?? '',
    city: address?.city ?? '',
    countryCode: address?.countryCode ?? '',
  };
}

export type DraftProblem = 'required' | 'quantityWrong' | 'countryHint';

/** What has to be mended before it makes sense to send it. */
export function checkDraft(draft: OrderDraft): Partial<Record<DraftField, DraftProblem>> {
  const { quantity, countryCode } = draft;
  const isCount = typeof quantity === 'number' && Number.isInteger(quantity) && quantity >= 1 && quantity <= 99;
  const needed = (['sku', 'name', 'street', 'city'] as const).filter((field) => draft[field].trim() === '');
  return {
    ...Object.fromEntries(needed.map((field) => [field, 'required'] as const)),
    ...(isCount ? {} : { quantity: 'quantityWrong' as const }),
    ...(/^[A-Za-z]{2}$/.test(countryCode.trim()) ? {} : { countryCode: 'countryHint' as const }),
  };
}

/** The order that a checked draft stands for. */
export function toOrder(draft: OrderDraft, email: string) {
  return {
    customer: {
      type: 'CONSUMER' as const,
      email,
      shippingAddress: {
        name: draft.name.trim(),
        lines: [draft.street.trim()],
        city: draft.city.trim(),
        countryCode: draft.countryCode.trim().toUpperCase(),
        ...(draft.postalCode.trim() === '' ? {} : { postalCode: draft.postalCode.trim() }),
      },
    },
    products: [{ sku: draft.sku, quantity: Number(draft.quantity) }],
    ...(draft.shippingId === '' ? {} : { shipping: { id: draft.shippingId } }),
  };
}

const fieldsByInput: readonly (readonly [suffix: string, field: DraftField])[] = [
  ['products.0.quantity', 'quantity'],
  ['products', 'sku'],
  ['shipping', 'shippingId'],
  ['customer.shippingAddress.name', 'name'],
  ['customer.shippingAddress.firstName', 'name'],
  ['customer.shippingAddress.lastName', 'name'],
  ['customer.shippingAddress.lines', 'street'],
  ['customer.shippingAddress.postalCode', 'postalCode'],
  ['customer.shippingAddress.city', 'city'],
  ['customer.shippingAddress.countryCode', 'countryCode'],
];

/** The form's field that a message of the gateway is about; null when it is about none of them. */
export function fieldOf({ field }: UserError): DraftField | null {
  const path = field.slice(2).join('.');
  return fieldsByInput.find(([prefix]) => path === prefix || path.startsWith(`${prefix}.`))?.[1] ?? null;
}
