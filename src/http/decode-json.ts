import { isSafeNumber, parse } from 'lossless-json';

// A number with this many digits may not fit a double: such a body takes the slower, exact parser.
const longNumber = /[\d.]{16,}/;

/**
 * The JSON value of a body. A byte-order mark is passed over; a number that a double cannot hold exactly becomes its digits
 * as a string, so that no id and no amount is rounded.
 *
 * @throws SyntaxError when the text is no JSON.
 */
export function decodeJson(text: string): unknown {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (!longNumber.test(body)) return JSON.parse(body);
  return parse(body, null, (digits) => (isSafeNumber(digits) ? Number(digits) : digits));
}
