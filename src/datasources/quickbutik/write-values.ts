/**
 * An id as the seed document's samples send it: a number where it is all digits without a leading zero, else the text. Their field
 * tables call some of them strings; the samples win.
 */
export function numberWhenDigits(id: string): number | string {
  return /^(0|[1-9]\d{0,14})$/.test(id) ? Number(id) : id;
}

/** An amount as a JSON number. Inputs are checked to be exact as one, so that nothing is rounded here. */
export function amountNumber(decimal: string | null): number | null {
  // Adding zero: `-0` is no amount.
  return decimal === null ? null : Number(decimal) + 0;
}

/** Yes and no as the number the shop has for `visible` (seed document). */
export function flagNumber(flag: boolean | null): 1 | 0 | null {
  return flag === null ? null : flag ? 1 : 0;
}

/** Yes and no as the text the shop has for `disable_minusqty` (seed document: examples "1" and "0"). */
export function flagText(flag: boolean | null): '1' | '0' | null {
  return flag === null ? null : flag ? '1' : '0';
}

/** The fields that are given. */
export function onlyGiven(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}
