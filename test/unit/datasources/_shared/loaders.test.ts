import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createBatchLoader,
  createGroupLoader,
  createSingleLoader,
  once,
  settleEach,
} from '../../../../src/datasources/_shared/loaders.js';

interface Row {
  readonly key: string | null;
  readonly serial: number;
}

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', '0042', '42', '__proto__', 'constructor');
const keys = fc.array(key, { minLength: 1, maxLength: 12 });
/** Rows as a careless provider gives them: in any order, missing, repeated, foreign, without a key. */
const rows: fc.Arbitrary<Row[]> = fc
  .array(fc.option(fc.oneof(key, fc.constant('foreign'))))
  .map((given) => given.map((rowKey, serial) => ({ key: rowKey, serial })));
const keyOf = (row: Row) => row.key;

describe('a batch loader', () => {
  it('gives every key its own first row or null, whatever comes back', async () => {
    await fc.assert(
      fc.asyncProperty(keys, rows, fc.integer({ min: 1, max: 5 }), async (asked, given, maxBatchSize) => {
        const loader = createBatchLoader<string, Row>({ fetch: async () => given, keyOf, maxBatchSize });
        const found = await Promise.all(asked.map((one) => loader.load(one)));
        expect(found).toEqual(asked.map((one) => given.find((row) => row.key === one) ?? null));
      }),
    );
  });

  it('asks for each key once per operation and for no more than the most at a time', async () => {
    const calls: (readonly string[])[] = [];
    const fetch = async (asked: readonly string[]) => {
      calls.push(asked);
      return [];
    };
    const loader = createBatchLoader<string, Row>({ fetch, keyOf, maxBatchSize: 2 });
    await Promise.all(['a', 'b', 'a', 'c'].map((one) => loader.load(one)));
    await loader.load('b');
    expect(calls).toEqual([['a', 'b'], ['c']]);
  });

  it('takes two spellings of a key for one, and matches rows by it', async () => {
    const calls: (readonly string[])[] = [];
    const fetch = async (asked: readonly string[]) => {
      calls.push(asked);
      return [{ key: 'ab', serial: 1 }];
    };
    const loader = createBatchLoader<string, Row>({ fetch, keyOf, cacheKey: (one) => one.toLowerCase() });
    const found = await Promise.all([loader.load('AB'), loader.load('ab')]);
    expect(found.map((row) => row?.serial)).toEqual([1, 1]);
    expect(calls).toEqual([['AB']]);
  });
});

it('gives every key of a group loader all of its rows in their order, and never one of another', async () => {
  await fc.assert(
    fc.asyncProperty(keys, rows, async (asked, given) => {
      const loader = createGroupLoader<string, Row>({ fetch: async () => given, keyOf });
      const found = await Promise.all(asked.map((one) => loader.load(one)));
      expect(found).toEqual(asked.map((one) => given.filter((row) => row.key === one)));
    }),
  );
});

describe('a loader of single calls', () => {
  it('makes one call for equal keys', async () => {
    let calls = 0;
    const loader = createSingleLoader(async (one: string) => `${one}${(calls += 1)}`);
    expect(await Promise.all([loader.load('a'), loader.load('a'), loader.load('b')])).toEqual(['a1', 'a1', 'b2']);
  });

  it.each([
    ['later', () => Promise.reject(new Error('lost'))],
    [
      'at once',
      () => {
        throw new Error('lost');
      },
    ],
    ['without an error', () => Promise.reject('lost')],
  ])('fails the key whose call fails %s, and no other', async (_, fail) => {
    const loader = createSingleLoader((one: string): Promise<string> => (one === 'b' ? fail() : Promise.resolve(one)));
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((one) => loader.load(one)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: expect.any(Error) });
  });
});

it('settles calls in the order of their keys', async () => {
  const outcomes = await settleEach([3, 1, 2], async (turns) => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    return turns;
  });
  expect(outcomes).toEqual([3, 1, 2]);
});

it('makes a call of the whole operation once, when first asked for', async () => {
  let calls = 0;
  const list = once(async () => (calls += 1));
  expect(calls).toBe(0);
  expect(await Promise.all([list(), list()])).toEqual([1, 1]);
});
