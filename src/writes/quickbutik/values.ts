import { checkId, checkOptionalText, checkText, isNotNegative } from '../check-values.js';
import { exactNumber } from '../exact-number.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';

/** The way to an input field. */
export type Field = readonly (string | number)[];

// Far from any limit a shop is known to have; a longer text is a mistake.
const longestText = 255;
const longestHtml = 100_000;

/** A decimal that goes to the shop as a number: not negative, and exact as one. Null when left out, or with a problem noted. */
export function checkDecimal(value: Maybe<string>, field: Field, check: InputCheck): string | null {
  if (value === null || value === undefined) return null;
  if (!isNotNegative(value)) check.add(field, 'INVALID', 'Must not be negative.');
  else if (exactNumber(value) === null) check.add(field, 'INVALID', 'Has too many digits to be sent as a number.');
  else return value;
  return null;
}

/** A short text; a blank one counts as left out. */
export function checkShort(value: Maybe<string>, field: Field, check: InputCheck): string | null {
  return checkOptionalText(value, field, check, { maxLength: longestText });
}

/** HTML of any shape; a blank one counts as left out. */
export function checkHtml(value: Maybe<string>, field: Field, check: InputCheck): string | null {
  return checkOptionalText(value, field, check, { maxLength: longestHtml, isMultiline: true });
}

/** A text of which an empty one is sent, to clear what there is. */
export function checkClearable(
  value: Maybe<string>,
  field: Field,
  check: InputCheck,
  { isHtml = false }: { isHtml?: boolean } = {},
): string | null {
  if (value?.trim() === '') return '';
  return isHtml ? checkHtml(value, field, check) : checkShort(value, field, check);
}

/** An order of the shop, named by its reference or its global id. */
export function checkOrder(value: string, field: Field, check: InputCheck): string {
  return checkId(value, field, check, { type: 'Order', provider: 'QUICKBUTIK' }) ?? '';
}

/** A product's or shipping method's id as the document has it: digits. Given as the global id or as the shop's own. */
export function checkShopId(
  value: string,
  type: 'Product' | 'ProductVariant' | 'ShippingMethod',
  field: Field,
  check: InputCheck,
): string | null {
  const id =
    type === 'ProductVariant' ? checkText(value, field, check) : checkId(value, field, check, shopRecord(type));
  if (id === null || /^\d{1,15}$/.test(id)) return id;
  check.add(field, 'INVALID', 'Must be a number: the shop has no other ids.');
  return null;
}

function shopRecord(type: string) {
  return { type, provider: 'QUICKBUTIK' } as const;
}
