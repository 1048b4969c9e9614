import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Waiters } from '../../../src/http/circuit/waiters.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** So many who wait, and the numbers of those who were told. */
function wait(waiters: Waiters, count: number): readonly number[] {
  const told: number[] = [];
  for (let number = 0; number < count; number += 1) {
    void waiters.wait(10_000, new AbortController().signal).then(() => told.push(number));
  }
  return told;
}

it('good news is told to all at once, in the order in which they came', async () => {
  const waiters = new Waiters();
  const told = wait(waiters, 50);
  waiters.tellAll();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(Array.from({ length: 50 }, (_, number) => number));
  expect(waiters.count).toBe(0);
});

it('bad news is told to one after the other, so that other work goes on between', async () => {
  const waiters = new Waiters();
  const told = wait(waiters, 10);
  waiters.tellInTurn();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([0]);
  await vi.advanceTimersByTimeAsync(3);
  expect(told).toEqual([0, 1]);
  await vi.advanceTimersByTimeAsync(8 * 3);
  expect(told).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it('bad news has reached two hundred before the next try', async () => {
  const waiters = new Waiters();
  const told = wait(waiters, 200);
  waiters.tellInTurn();
  await vi.advanceTimersByTimeAsync(3);
  expect(told.length).toBeLessThan(10);
  await vi.advanceTimersByTimeAsync(147);
  expect(told).toHaveLength(200);
  expect(vi.getTimerCount()).toBe(0);
});

it('who hears nothing gives up in turn, each for all the time it was given', async () => {
  const waiters = new Waiters();
  const told: number[] = [];
  const { signal } = new AbortController();
  for (const number of [0, 1, 2]) void waiters.wait(100, signal).then(() => told.push(number));
  await vi.advanceTimersByTimeAsync(99);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual([0]);
  await vi.advanceTimersByTimeAsync(6);
  expect(told).toEqual([0, 1, 2]);
});

it('nobody waits longer than the work for which it waits', async () => {
  const waiters = new Waiters();
  const work = new AbortController();
  const waited = waiters.wait(10_000, work.signal);
  work.abort();
  await waited;
  expect([waiters.count, vi.getTimerCount()]).toEqual([0, 0]);
});

it('who comes while bad news is told waits for the next', async () => {
  const waiters = new Waiters();
  const told = wait(waiters, 2);
  waiters.tellInTurn();
  const later = wait(waiters, 1);
  await vi.advanceTimersByTimeAsync(100);
  expect([told.length, later.length]).toEqual([2, 0]);
});
