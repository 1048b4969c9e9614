import { isSafeNumber, parse } from 'lossless-json';

// A number with this many digits, or this far from 1, may not fit a double: such a body takes the slower, exact parser. Numbers stand
// at the beginning or behind one of three signs; long digits elsewhere are part of a text.
const longNumber = /(?:^|[:,[])\s*-?(?:[\d.]{16}|[\d.]+[eE][+-]?\d{3})/;

/**
 * The JSON value of a body. A byte-order mark is passed over; a number that a double cannot hold exactly becomes its digits
 * as a string, so that no id and no amount is rounded.
 *
 * @throws SyntaxError when the text is no JSON.
 */
export function decodeJson(text: string): unknown {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (!longNumber.test(body)) return JSON.parse(body);
  return parse(body, null, {
    // Digits that a double prints back as they are lose nothing, however large the number.
    parseNumber: (digits) => (isSafeNumber(digits) || String(Number(digits)) === digits ? Number(digits) : digits),
    // As JSON.parse has it: whether a body holds a long number elsewhere must not decide what a repeated name means.
    onDuplicateKey: ({ newValue }) => newValue,
  });
}
