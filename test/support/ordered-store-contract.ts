import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderedStore } from '../../src/directory/ordered-store.js';

/** One store as two processes see it: two connections to the same, empty at first. */
export interface TwoConnections extends AsyncDisposable {
  readonly one: OrderedStore;
  readonly other: OrderedStore;
}

const all = { from: ' ', to: '~'.repeat(20), limit: 10_000 };
const key = fc.string({ unit: fc.constantFrom(...'!#/09AZaz~'), minLength: 1, maxLength: 12 });
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.boolean(),
  fc.integer(),
  fc.record({ name: fc.string(), list: fc.array(fc.integer(), { maxLength: 3 }), none: fc.constant(null) }),
);

/** What every ordered store does. */
export function describeOrderedStore(name: string, open: () => Promise<TwoConnections>): void {
  describe(`${name}, reading`, () => {
    it('gives the value of each key in the order asked for, and null for one that is not there', async () => {
      await using stores = await open();
      await stores.one.write([
        { key: 'a', value: { text: 'ä', list: [1, null] } },
        { key: 'b', value: 0 },
        { key: 'c', value: false },
        { key: 'd', value: '' },
      ]);
      const found = await stores.one.get(['d', 'none', 'a', 'c', 'b', 'a']);
      expect(found).toEqual(['', null, { text: 'ä', list: [1, null] }, false, 0, { text: 'ä', list: [1, null] }]);
      expect(await stores.one.get([])).toEqual([]);
    });

    it('lists from a key, inclusive, to another, exclusive, no more than asked for', async () => {
      await using stores = await open();
      await stores.one.write(['a', 'b/1', 'b/2', 'b/3', 'c'].map((name) => ({ key: name, value: name })));
      const keys = async (range: { from: string; to: string; limit: number }) =>
        (await stores.one.range(range)).map((entry) => entry.key);
      expect(await keys({ from: 'b/1', to: 'b/3', limit: 9 })).toEqual(['b/1', 'b/2']);
      expect(await keys({ from: 'b/', to: 'b0', limit: 2 })).toEqual(['b/1', 'b/2']);
      expect(await keys({ from: 'b/1 ', to: 'b0', limit: 9 })).toEqual(['b/2', 'b/3']);
      expect(await keys({ from: 'x', to: 'y', limit: 9 })).toEqual([]);
      expect(await keys({ from: 'a', to: 'y', limit: 0 })).toEqual([]);
    });

    it('keeps keys of five hundred characters apart', async () => {
      await using stores = await open();
      const [one, other] = [`${'k'.repeat(499)}1`, `${'k'.repeat(499)}2`];
      await stores.one.write([
        { key: other, value: 2 },
        { key: one, value: 1 },
      ]);
      expect(await stores.one.range(all)).toEqual([
        { key: one, value: 1 },
        { key: other, value: 2 },
      ]);
    });

    it('lists by the bytes of the keys whatever was written and removed', async () => {
      await using stores = await open();
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(key, fc.option(value)), { maxLength: 30 }), async (writes) => {
          await stores.one.write((await stores.one.range(all)).map((entry) => ({ key: entry.key, value: null })));
          const model = new Map<string, unknown>();
          for (const [at, what] of writes) {
            await stores.one.write([{ key: at, value: what }]);
            if (what === null) model.delete(at);
            else model.set(at, what);
          }
          const sorted = [...model].sort(([a], [b]) => (a < b ? -1 : 1));
          const asJson = sorted.map(([at, what]) => ({ key: at, value: JSON.parse(JSON.stringify(what)) as unknown }));
          expect(await stores.other.range(all)).toEqual(asJson);
        }),
        { numRuns: 40 },
      );
    });
  });

  describe(`${name}, writing`, () => {
    it('makes all changes, or none when a key holds something else than expected', async () => {
      await using stores = await open();
      await stores.one.write([{ key: 'a', value: { n: 1, m: 2 } }]);
      const changes = [
        { key: 'b', value: 2 },
        { key: 'a', value: null },
      ];
      expect(await stores.one.write(changes, [{ key: 'a', value: { n: 2, m: 2 } }])).toBe(false);
      expect(await stores.one.write(changes, [{ key: 'a', value: null }])).toBe(false);
      expect(
        await stores.one.write(changes, [
          { key: 'a', value: { n: 1, m: 2 } },
          { key: 'other', value: 1 },
        ]),
      ).toBe(false);
      expect(await stores.one.get(['a', 'b'])).toEqual([{ n: 1, m: 2 }, null]);
      expect(await stores.one.write(changes, [{ key: 'a', value: { m: 2, n: 1 } }])).toBe(true);
      expect(await stores.one.get(['a', 'b'])).toEqual([null, 2]);
    });

    it('checks a key that it does not change, and one that must be absent', async () => {
      await using stores = await open();
      const change = [{ key: 'a', value: 1 }];
      expect(await stores.one.write(change, [{ key: 'mark', value: null }])).toBe(true);
      await stores.other.write([{ key: 'mark', value: true }]);
      expect(await stores.one.write([{ key: 'a', value: 2 }], [{ key: 'mark', value: null }])).toBe(false);
      expect(await stores.one.get(['a'])).toEqual([1]);
    });

    it('is seen by the other connection at once', async () => {
      await using stores = await open();
      for (let round = 0; round < 50; round += 1) {
        await stores.one.write([{ key: 'a', value: round }]);
        expect(await stores.other.get(['a'])).toEqual([round]);
        await stores.other.write([{ key: 'b', value: round }]);
        expect(await stores.one.range(all)).toHaveLength(2);
      }
    });

    it('lets one of many win who expect the same', async () => {
      await using stores = await open();
      const claims = Array.from({ length: 40 }, (_, index) =>
        (index % 2 === 0 ? stores.one : stores.other).write([{ key: 'a', value: index }], [{ key: 'a', value: null }]),
      );
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    });

    it('takes five thousand changes at once', async () => {
      await using stores = await open();
      const changes = Array.from({ length: 5000 }, (_, index) => ({ key: `k${index}`, value: { index } }));
      const expected = changes.map((change) => ({ key: change.key, value: null }));
      expect(await stores.one.write(changes, expected)).toBe(true);
      expect(await stores.other.range(all)).toHaveLength(5000);
      expect(await stores.other.write(changes, expected)).toBe(false);
    });
  });
}
