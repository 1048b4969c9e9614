// A double holds every decimal of so many digits and prints it again as it was.
const mostDigits = 15;
const mostDecimals = 6;

/** The number a plain decimal text is, where a JSON number holds it exactly; null where it would be rounded. */
export function toExactNumber(decimal: string): number | null {
  const [, whole = '', fraction = ''] = /^-?0*(\d*?)(?:\.(\d*?)0*)?$/.exec(decimal) ?? [];
  if (whole === '' && fraction === '' && !/\d/.test(decimal)) return null;
  const isExact = whole.length + fraction.length <= mostDigits && fraction.length <= mostDecimals;
  // Adding zero: `-0` is no amount.
  return isExact ? Number(decimal) + 0 : null;
}
