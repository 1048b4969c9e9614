import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../../src/events/event-queue.js';
import { mapInOrder } from '../../../src/server/subscriptions/map-in-order.js';

const queueOf = (limit = 1000) => new EventQueue<number>({ limit, onEnd: () => {} });
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

async function read(results: AsyncIterable<number>): Promise<number[]> {
  const all: number[] = [];
  for await (const result of results) all.push(result);
  return all;
}

describe('mapping side by side', () => {
  it('keeps the order and the width, however long each takes', async () => {
    const delays = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: 1, max: 5 }), async (given, width) => {
        const queue = queueOf();
        let underWay = 0;
        let most = 0;
        const results = mapInOrder(queue, width, async (index) => {
          underWay += 1;
          most = Math.max(most, underWay);
          await turns(given[index] ?? 0);
          underWay -= 1;
          return index;
        });
        const indexes = given.map((_, index) => index);
        for (const index of indexes) queue.push(index);
        const all: number[] = [];
        for await (const result of results) {
          all.push(result);
          if (all.length === given.length) break;
        }
        await queue.return();
        expect(all).toEqual(indexes);
        expect(most).toBeLessThanOrEqual(width);
      }),
      { numRuns: 50 },
    );
  });

  it('starts what arrives while an earlier one is under way', async () => {
    const queue = queueOf();
    const started: number[] = [];
    const results = mapInOrder(queue, 2, (item) => {
      started.push(item);
      return new Promise<number>(() => {});
    });
    void results.next();
    for (const item of [1, 2, 3]) {
      queue.push(item);
      await turns(2);
    }
    expect(started).toEqual([1, 2]);
    await queue.return();
  });

  it('gives what is under way before it fails with the items', async () => {
    const queue = queueOf(1);
    queue.push(1);
    queue.push(2);
    const results = mapInOrder(queue, 4, async (item) => {
      await turns(3);
      return item;
    });
    expect(await results.next()).toEqual({ done: false, value: 1 });
    await expect(results.next()).rejects.toMatchObject({ code: 'EVENTS_LOST' });
  });

  it('ends with the items', async () => {
    const queue = queueOf();
    queue.push(1);
    const all = read(mapInOrder(queue, 2, async (item) => item));
    await turns(2);
    await queue.return();
    expect(await all).toEqual([1]);
  });
});
