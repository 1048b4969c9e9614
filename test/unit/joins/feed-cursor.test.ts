import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEpochMs } from '../../../src/domain/instant.js';
import type { OrderHead } from '../../../src/domain/order.js';
import { compareHeads, isBehind } from '../../../src/domain/order-place.js';
import { decodeFeedCursor, encodeFeedCursor } from '../../../src/joins/feed-cursor.js';

const instants = [
  '2020-01-01T00:00:00Z',
  '2020-01-01T00:00:00.05Z',
  '2020-01-01T00:00:00.5Z',
  '2020-01-01T00:00:01Z',
  '2019-12-31T23:59:59.999Z',
];
const head = fc.record({
  provider: fc.constantFrom('QUICKBUTIK' as const, 'QAPLA' as const),
  externalId: fc.oneof(fc.constantFrom('1', '01', '10', 'ord. # 1'), fc.string({ unit: 'grapheme' })),
  placedAt: fc.option(fc.constantFrom(...instants)),
});
const full = (part: Pick<OrderHead, 'provider' | 'externalId' | 'placedAt'>): OrderHead => ({
  ...part,
  reference: '',
  status: 'PAID',
  rawStatus: null,
  total: null,
});
const heads = fc
  .uniqueArray(head, { selector: (one) => JSON.stringify(one), maxLength: 15 })
  .map((all) => all.map(full));

describe('the order of the merged list', () => {
  it('is newest first by the instant, and those without a time last', () => {
    fc.assert(
      fc.property(heads, (all) => {
        const times = all.toSorted(compareHeads).map(({ placedAt }) => (placedAt === null ? -1 : toEpochMs(placedAt)));
        expect(times).toEqual(times.toSorted((one, other) => other - one));
      }),
    );
  });

  it('does not depend on the order the rows came in', () => {
    fc.assert(
      fc.property(
        heads.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(shuffled.toSorted(compareHeads)).toEqual(all.toSorted(compareHeads));
        },
      ),
    );
  });
});

describe('a cursor of the merged list', () => {
  it('splits the list into the rows up to it and the rows behind it, whatever page it came from', () => {
    fc.assert(
      fc.property(heads, fc.nat(), (all, pick) => {
        const sorted = all.toSorted(compareHeads);
        const index = all.length === 0 ? 0 : pick % all.length;
        const at = sorted[index];
        if (at === undefined) return;
        const place = decodeFeedCursor(encodeFeedCursor(at));
        expect(all.filter((one) => isBehind(one, place)).toSorted(compareHeads)).toEqual(sorted.slice(index + 1));
      }),
    );
  });

  it.each([
    '',
    'x',
    Buffer.from('place:1').toString('base64url'),
    Buffer.from('["a","b"]').toString('base64url'),
    Buffer.from('["a","b",1]').toString('base64url'),
    Buffer.from('{"length":3}').toString('base64url'),
  ])('that is none is BAD_USER_INPUT: %j', (cursor) => {
    expect(() => decodeFeedCursor(cursor)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
