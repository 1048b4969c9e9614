// A double holds every decimal of so many digits and prints it again as it was.
const mostDigits = 15;
const mostDecimals = 6;
const plainDecimal = /^-?0*(?<whole>\d*?)(?:\.(?<fraction>\d*?)0*)?$/;

/** The number a plain decimal text is, where a JSON number holds it exactly; null where it would be rounded, and for another text. */
export function toExactNumber(decimal: string): number | null {
  const { whole = '', fraction = '' } = plainDecimal.exec(decimal)?.groups ?? {};
  const isExact = whole.length + fraction.length <= mostDigits && fraction.length <= mostDecimals;
  if (!plainDecimal.test(decimal) || !/\d/.test(decimal) || !isExact) return null;
  // Adding zero: `-0` is no amount.
  return Number(decimal) + 0;
}
