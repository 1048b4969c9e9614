/**
 * A trade item number as a join key: 14 digits, shorter ones padded with zeros on the left.
 *
 * @returns null unless the text is 8, 12, 13 or 14 digits with a valid check digit; blanks and hyphens are passed over.
 */
export function normalizeGtin(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^(?:\d{8}|\d{12}|\d{13}|\d{14})$/.test(digits)) return null;
  const padded = digits.padStart(14, '0');
  // Weights 3 and 1 in turn from the left of 14 digits; with the check digit the sum is a multiple of ten.
  const sum = padded.split('').reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0 && !/^0+$/.test(padded) ? padded : null;
}
