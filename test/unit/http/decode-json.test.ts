import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeJson } from '../../../src/http/decode-json.js';

const plainJson = fc.json().filter((text) => !/[\d.]{16,}|\de[+-]?\d{3}/.test(text));

describe('a JSON body', () => {
  it('is what JSON says, also beside a number that needs the exact parser', () => {
    fc.assert(
      fc.property(plainJson, (text) => {
        const plain: unknown = JSON.parse(text);
        expect(decodeJson(text)).toEqual(plain);
        expect(decodeJson(`{"a":${text},"n":12345678901234567890}`)).toEqual({ a: plain, n: '12345678901234567890' });
      }),
      { examples: [['[5.7287395841384e+77]']] },
    );
  });

  it('keeps every digit of a long number, as text where a double would round it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[1-9]\d{0,30}$/), fc.stringMatching(/^(?:\.\d{1,20})?$/), (whole, fraction) => {
        const digits = whole + fraction;
        const value = decodeJson(`[${digits}]`) as [string | number];
        const isExact = typeof value[0] === 'string' ? value[0] === digits : Number(digits) === value[0];
        expect(isExact).toBe(true);
        if (typeof value[0] === 'number') expect(sameDecimal(String(value[0]), digits)).toBe(true);
      }),
    );
  });

  it('does not turn a number too large or too small for a double into another one', () => {
    expect(decodeJson('[1e400,1e-400]')).toEqual(['1e400', '1e-400']);
  });

  it('may begin with a byte-order mark', () => {
    expect(decodeJson('\ufeff{"id":"0042"}')).toEqual({ id: '0042' });
  });

  it('keeps a repeated name as JSON does: the last one', () => {
    expect(decodeJson('{"id":1,"id":2,"n":12345678901234567890}')).toMatchObject({ id: 2 });
  });

  it('keeps a long number exact wherever it stands', () => {
    for (const text of [
      '12345678901234567890',
      ' -12345678901234567890',
      '[ 12345678901234567890]',
      '{"a" :\n\t-12345678901234567890}',
    ]) {
      expect(JSON.stringify(decodeJson(text))).toMatch(/"-?12345678901234567890"/);
    }
    expect(decodeJson('[1,\n1e400]')).toEqual([1, '1e400']);
  });

  it('leaves long digits inside a text as they are', () => {
    expect(decodeJson('{"t":"say \\"12345678901234567890\\" \\u00e5"}')).toEqual({
      t: 'say "12345678901234567890" å',
    });
  });

  it.each(['', 'null]', '<html>', '{"a":1', '{"n":12345678901234567890', 'Warning: x {"a":1}', "{'a':1}", 'NaN'])(
    'is refused where it is none: %s',
    (text) => {
      expect(() => decodeJson(text)).toThrow(SyntaxError);
    },
  );
});

function sameDecimal(one: string, other: string): boolean {
  const plain = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  return plain(one) === plain(other);
}
