import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fillTiming } from '../../../src/directory/fill/fill-timing.js';
import { RunningDirectory } from '../../../src/directory/running-directory.js';
import { FakeShop } from './fake-shop.js';
import { House, log } from './house.js';

const hour = 60 * 60 * 1000;
const order = { provider: 'QUICKBUTIK', kind: 'ORDER', externalId: '2' } as const;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

async function startOver(shop: FakeShop) {
  const house = new House();
  const timing = fillTiming(hour);
  const { directory, events } = house;
  const running = new RunningDirectory({ directory, events, log, timing, feedsOf: shop.feedsOf });
  running.start();
  await vi.advanceTimersByTimeAsync(10_000);
  return { house, [Symbol.asyncDispose]: () => running.stop(), running };
}

describe('a directory at work', () => {
  it('sees a second change although the message of it equals that of the first', async () => {
    const shop = new FakeShop();
    shop.add(5);
    await using started = await startOver(shop);
    const { house, running } = started;
    shop.change('2', 'PAID');
    shop.change('2', 'DONE');
    await running.note([order], 'equal');
    await vi.advanceTimersByTimeAsync(1000);
    shop.change('2', 'CANCELLED');
    await running.note([order], 'equal');
    await vi.advanceTimersByTimeAsync(3000);
    expect(house.told).toHaveLength(2);
    const [known] = await house.directory.ordersById('QUICKBUTIK', '2');
    expect(known?.status).toBe('CANCELLED');
  });

  it('reads the changes once after a thousand equal messages, and the thing once', async () => {
    const shop = new FakeShop();
    shop.add(5);
    await using started = await startOver(shop);
    const before = { changes: shop.calls.changes, rereads: shop.calls.rereads.length };
    for (let count = 0; count < 1000; count += 1) await started.running.note([order], 'equal');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shop.calls.changes - before.changes).toBe(1);
    expect(shop.calls.rereads.slice(before.rereads)).toEqual(['2']);
  });
});
