import { describe, expect, it } from 'vitest';
import { maxPageSize, readEmail, readPageArguments, readText } from '../../../src/resolvers/arguments.js';

const refusal = (name: string) =>
  expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(`"${name}"`) });

describe('the arguments of a page', () => {
  it('have a default size and begin at the start', () => {
    expect([readPageArguments({}), readPageArguments({ first: null, after: null })]).toEqual([
      { first: 20, after: null },
      { first: 20, after: null },
    ]);
    expect(readPageArguments({ first: maxPageSize, after: 'x' })).toEqual({ first: 100, after: 'x' });
  });

  it.each([0, -1, 101, 2 ** 31 - 1])('may not ask for %i rows', (first) => {
    expect(() => readPageArguments({ first })).toThrow(refusal('first'));
  });
});

describe('a text', () => {
  it('is trimmed', () => {
    expect(readText('reference', ' ord. # 1674\n')).toBe('ord. # 1674');
  });

  it.each(['', ' ', 'a\u0000b', 'a\r\nb', 'a\tb', 'x'.repeat(501), 'half \ud800 character'])(
    'is refused by the name of its argument: %j',
    (text) => {
      expect(() => readText('reference', text)).toThrow(refusal('reference'));
    },
  );

  it('may have 500 characters, also those that take two units', () => {
    expect(readText('reference', 'x'.repeat(500))).toHaveLength(500);
    expect(readText('reference', '😀')).toBe('😀');
  });
});

describe('an e-mail', () => {
  it('is read in the form customers are joined by', () => {
    expect(readEmail('email', ' Chris.B+x@Example.COM ')).toBe('chris.b+x@example.com');
  });

  it.each(['chris', '@example.com', 'chris@', 'a@b@c', 'a b@example.com', ''])(
    'is refused where it is none: %j',
    (text) => {
      expect(() => readEmail('email', text)).toThrow(refusal('email'));
    },
  );
});
