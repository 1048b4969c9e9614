import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../../src/http/retry-after.js';

const now = Date.UTC(2020, 0, 1, 12);

describe('a Retry-After header', () => {
  it.each([
    ['0', 0],
    ['7', 7000],
    [' 120 ', 120_000],
  ])('of seconds is that many milliseconds: %s', (header, waitMs) => {
    expect(parseRetryAfter(header, now)).toBe(waitMs);
  });

  it('of more seconds than anyone waits is a long wait, not no wait', () => {
    expect(parseRetryAfter('99999999999', now)).toBeGreaterThan(365 * 24 * 3_600_000);
  });

  it.each(['Wed, 01 Jan 2020 12:00:30 GMT', 'Wednesday, 01-Jan-20 12:00:30 GMT', 'Wed Jan  1 12:00:30 2020'])(
    'of any HTTP date is the time until then: %s',
    (header) => {
      expect(parseRetryAfter(header, now)).toBe(30_000);
    },
  );

  it('of a date in the past is no wait', () => {
    expect(parseRetryAfter('Tue, 31 Dec 2019 12:00:00 GMT', now)).toBe(0);
  });

  it.each([null, '', ' ', '-1', '1.5', 'soon', 'Foo', '1e3', '0x10'])('in no known form is null: %s', (header) => {
    expect(parseRetryAfter(header, now)).toBeNull();
  });

  it('of any text is never negative and never a failure', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(parseRetryAfter(header, now) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
