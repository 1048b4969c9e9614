import { describe, expect, it } from 'vitest';
import {
  createKeyedLoader,
  createSingleLoader,
  once,
  settleEach,
} from '../../../../src/datasources/_shared/loaders.js';

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

describe('a loader of many keys at once', () => {
  it('asks for each key once per operation and for no more than the most at a time', async () => {
    const calls: (readonly string[])[] = [];
    const fetchAll = async (asked: readonly string[]) => {
      calls.push(asked);
      return asked.map((one) => one.toUpperCase());
    };
    const loader = createKeyedLoader(fetchAll, { maxBatchSize: 2, cacheKey: (one: string) => one.trim() });
    expect(await Promise.all(['a', 'b', ' a', 'c'].map((one) => loader.load(one)))).toEqual(['A', 'B', 'A', 'C']);
    await loader.load('b');
    expect(calls).toEqual([['a', 'b'], ['c']]);
  });
});
