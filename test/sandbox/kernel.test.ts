import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../sandbox/kernel/random.js';
import { RECORD_LIMIT, type RecordedRequest, record } from '../../sandbox/kernel/recorder.js';
import { localText, parseLocal } from '../../sandbox/kernel/zone.js';
import { createWorld } from '../../sandbox/world/world.js';

const NOW = new Date('2026-03-01T09:30:00Z');

describe('the source of chance', () => {
  it('repeats its sequence for the same seed and leaves it for another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 20 }, createRandom(seed).next);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('keeps whole numbers within both bounds and reaches both', () => {
    const random = createRandom(3);
    const drawn = new Set(Array.from({ length: 500 }, () => random.int(2, 5)));
    expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
  });
});

describe('wall-clock times', () => {
  it('come back as the same instant except in the hour that occurs twice', () => {
    const zones = fc.constantFrom('Europe/Stockholm', 'Europe/Rome', 'UTC');
    const seconds = fc.integer({ min: 1_262_304_000, max: 2_000_000_000 });
    fc.assert(
      fc.property(seconds, zones, (second, zone) => {
        const instant = new Date(second * 1000);
        const back = parseLocal(localText(instant, zone), zone).getTime();
        expect([0, 3_600_000]).toContain(instant.getTime() - back);
        expect(localText(new Date(back), zone)).toBe(localText(instant, zone));
      }),
    );
  });

  it('follow summer time and take the first of two equal hours', () => {
    expect(localText(new Date('2020-07-29T09:35:39Z'), 'Europe/Stockholm')).toBe('2020-07-29 11:35:39');
    expect(parseLocal('2026-10-25 02:30:00', 'Europe/Rome').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(parseLocal('2026-03-28', 'Europe/Rome').toISOString()).toBe('2026-03-27T23:00:00.000Z');
  });

  it('refuse what is no time', () => {
    for (const text of ['yesterday', '2026-13-01', '2026-01-01T25:00:00', '29/08/2016']) {
      expect(() => parseLocal(text, 'Europe/Rome'), text).toThrow(RangeError);
    }
  });
});

describe('the invented year', () => {
  it('is the same for the same seed, size and moment, and another for another seed', () => {
    const make = (seed: number) => createWorld({ seed, orders: 200, now: NOW });
    expect(make(1)).toEqual(make(1));
    expect(make(1).orders).not.toEqual(make(2).orders);
  });

  it('has orders oldest first whose amounts add up and whose times lie in the past', () => {
    const { orders } = createWorld({ seed: 5, orders: 500, now: NOW });
    expect(orders).toHaveLength(500);
    for (const [index, order] of orders.entries()) {
      const items = order.lines.reduce((sum, line) => sum + line.quantity * line.unitMinor, 0);
      expect(order.itemsMinor).toBe(items);
      expect(order.totalMinor).toBe(items + order.shippingMinor - (order.discountMinor ?? 0));
      expect(order.placedAt >= (orders[index - 1]?.placedAt ?? new Date(0))).toBe(true);
      expect(order.statusAt >= order.placedAt && order.statusAt <= NOW).toBe(true);
    }
  });

  it('keeps identifiers unique and mail addresses out of the real world', () => {
    const { shoppers, products, orders } = createWorld({ seed: 1, orders: 1000, now: NOW });
    const unique = (values: string[]) => expect(new Set(values).size).toBe(values.length);
    unique(shoppers.map(({ id }) => id));
    unique(shoppers.map(({ email }) => email));
    unique(products.map(({ shopId }) => shopId));
    unique(products.map(({ sku }) => sku));
    unique(orders.map(({ reference }) => reference));
    for (const { email } of shoppers) expect(email).toMatch(/@(example\.(com|org)|post\.test)$/);
  });

  it('tells the followed shopper a story of few orders', () => {
    const { orders } = createWorld({ seed: 1, orders: 1000, now: NOW });
    const followed = orders.filter(({ shopper }) => shopper.email === 'chris@example.com');
    expect(followed.length).toBeGreaterThanOrEqual(4);
    expect(followed.length).toBeLessThanOrEqual(10);
  });
});

describe('the record of requests', () => {
  it('forgets the oldest beyond its limit', () => {
    const requests: RecordedRequest[] = [];
    for (let number = 0; number <= RECORD_LIMIT; number += 1) {
      record(requests, {
        method: 'GET',
        path: `/${number}`,
        segments: [],
        query: new URLSearchParams(),
        rawQuery: '',
        headers: {},
        body: Buffer.alloc(0),
        json: () => null,
        form: () => new URLSearchParams(),
      });
    }
    expect(requests).toHaveLength(RECORD_LIMIT);
    expect(requests[0]?.path).toBe('/1');
  });
});
