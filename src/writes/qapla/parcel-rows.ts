import { checkAmount } from '../check-amount.js';
import { checkText } from '../check-values.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';

/** A row as a caller gives it. */
export interface GivenRow {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly total: string;
}

/** Of a unit price as of a total: imported rows have four decimals (seed document). */
const rowDecimals = 4;

/** Rows as they are sent: all texts there, the quantity a positive number, amounts with a dot; null when none were given. */
export function readRows(
  rows: Maybe<readonly GivenRow[]>,
  field: readonly (string | number)[],
  check: InputCheck,
): GivenRow[] | null {
  if (!rows || rows.length === 0) return null;
  return rows.map((row, index) => {
    const at = (name: string) => [...field, index, name];
    check.require(row.quantity >= 1, at('quantity'), 'INVALID', 'Must be at least 1.');
    return {
      sku: checkText(row.sku, at('sku'), check, { maxLength: 255 }) ?? '',
      name: checkText(row.name, at('name'), check) ?? '',
      quantity: row.quantity,
      unitPrice: checkAmount(row.unitPrice, at('unitPrice'), check, rowDecimals) ?? '',
      total: checkAmount(row.total, at('total'), check, rowDecimals) ?? '',
    };
  });
}
