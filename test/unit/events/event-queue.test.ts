import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../../src/events/event-queue.js';

function queueOf(limit: number) {
  const ends: string[] = [];
  return { queue: new EventQueue<number>({ limit, onEnd: () => ends.push('end') }), ends };
}

describe('the queue of a subscriber', () => {
  it('gives what waits, and what comes, in its order', async () => {
    const { queue } = queueOf(10);
    queue.push(1);
    queue.push(2);
    expect([await queue.next(), await queue.next()].map(({ value }) => value)).toEqual([1, 2]);
    const waiting = queue.next();
    queue.push(3);
    queue.push(4);
    expect([await waiting, await queue.next()].map(({ value }) => value)).toEqual([3, 4]);
  });

  it('tells a reader who waits that it has ended', async () => {
    const { queue, ends } = queueOf(10);
    const waiting = queue.next();
    await queue.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await queue.next()).toEqual({ done: true, value: undefined });
    await queue.return();
    expect(ends).toEqual(['end']);
  });

  it('drops what waits when its reader ends it', async () => {
    const { queue } = queueOf(10);
    queue.push(1);
    await queue.return();
    queue.push(2);
    expect(await queue.next()).toEqual({ done: true, value: undefined });
  });

  it('gives what waits and then fails once more came than may wait, and takes nothing any more', async () => {
    const { queue, ends } = queueOf(2);
    for (const item of [1, 2, 3]) queue.push(item);
    expect(ends).toEqual(['end']);
    expect((await queue.next()).value).toBe(1);
    queue.push(4);
    expect((await queue.next()).value).toBe(2);
    await expect(queue.next()).rejects.toMatchObject({ code: 'EVENTS_LOST' });
    expect(await queue.next()).toEqual({ done: true, value: undefined });
    await queue.return();
    expect(ends).toEqual(['end']);
  });
});
