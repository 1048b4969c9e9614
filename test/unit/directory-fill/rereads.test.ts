import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntityRef } from '../../../src/directory/directory-work.js';
import { Rereads, type RereadsParts } from '../../../src/directory/rereads.js';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { FakeShop } from './fake-shop.js';
import { House, log } from './house.js';

const second = 1000;
const running: Rereads[] = [];
let house: House;
let shop: FakeShop;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T12:00:00Z') });
  house = new House();
  shop = new FakeShop({ latencyMs: 5 });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((rereads) => rereads.stop()));
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function rereadsOf(more: Partial<RereadsParts> = {}): Rereads {
  const rereads = new Rereads({
    directory: house.directory,
    feedsOf: shop.feedsOf,
    events: house.events,
    log,
    ...more,
  });
  running.push(rereads);
  return rereads;
}

const order = (id: string): EntityRef => ({ provider: 'QUICKBUTIK', kind: 'ORDER', externalId: id });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const pending = () => house.directory.pending(null, 100_000);
const unavailable = () => new UpstreamError('PROVIDER_UNAVAILABLE', 'QUICKBUTIK');

describe('a note', () => {
  it('leads to a re-read ahead of filling, and to an event, in much less than half a second', async () => {
    shop.add(3);
    const rereads = rereadsOf();
    await rereads.note([order('2')]);
    await pass(110);
    expect(house.told).toEqual([
      {
        kind: 'ORDER',
        provider: 'QUICKBUTIK',
        change: 'CREATED',
        externalId: '2',
        reference: 'R2',
        emailHash: house.directory.hashEmail('shopper2@example.com'),
      },
    ]);
    expect(shop.calls.scopes.map(({ priority }) => priority)).toEqual(['REREAD']);
    shop.change('2');
    await rereads.note([order('2')]);
    await pass(2 * second);
    expect(house.told.at(-1)).toMatchObject({ change: 'UPDATED', externalId: '2' });
    expect(await pending()).toEqual([]);
  });

  it('of what the provider has no more removes it and says so once', async () => {
    shop.add(2);
    const rereads = rereadsOf();
    await rereads.note([order('1')]);
    await pass(second);
    shop.orders.delete('1');
    await rereads.note([order('1')]);
    await pass(3 * second);
    await rereads.note([order('1')]);
    await pass(3 * second);
    expect(house.told.map(({ change }) => change)).toEqual(['CREATED', 'DELETED']);
    expect(await house.detailed()).toEqual([]);
  });

  it('is kept before it is answered, and fails where it cannot be kept', async () => {
    const rereads = rereadsOf();
    await rereads.note([order('1'), order('2')]);
    expect((await pending()).map(({ externalId }) => externalId)).toEqual(['1', '2']);
    house.store.isFailing = true;
    await expect(rereads.note([order('3')], { dedupeKey: 'a' })).rejects.toThrow('the store');
    house.store.isFailing = false;
    await rereads.note([order('3')], { dedupeKey: 'a' });
    expect(await pending()).toHaveLength(3);
  });

  it('of a provider that offers nothing of the kind is dropped', async () => {
    const rereads = rereadsOf();
    await rereads.note([{ provider: 'QARD', kind: 'CUSTOMER', externalId: '1' }]);
    await pass(second);
    expect(await pending()).toEqual([]);
  });
});

describe('a burst', () => {
  it('of a thousand equal webhooks for one order is one re-read', async () => {
    shop.add(1);
    const rereads = rereadsOf();
    for (let index = 0; index < 1000; index += 1) {
      await rereads.note([order('1')], { dedupeKey: 'the same' });
      if (index % 100 === 0) await pass(200);
    }
    await pass(10 * second);
    expect(shop.calls.rereads).toEqual(['1']);
    await rereads.note([order('1')], { dedupeKey: 'the same' });
    await pass(second);
    expect(shop.calls.rereads).toEqual(['1', '1']);
  });

  it('of a thousand different webhooks for one order is two re-reads, the last after the last webhook', async () => {
    shop.add(1);
    const rereads = rereadsOf();
    const startedAt = Date.now();
    for (let index = 0; index < 1000; index += 1) {
      await rereads.note([order('1')], { dedupeKey: `webhook ${index}` });
      await pass(1);
    }
    shop.change('1', 'REFUNDED');
    await rereads.note([order('1')]);
    await pass(10 * second);
    expect(shop.calls.rereads).toEqual(['1', '1']);
    expect(house.told.map(({ change }) => change)).toEqual(['CREATED', 'UPDATED']);
    const last = shop.calls.scopes.at(-1);
    expect((last?.deadlineAt ?? 0) - 60 * second - startedAt).toBe(2100);
    expect(await pending()).toEqual([]);
  });

  it('that goes on for long reads its order once in two seconds', async () => {
    shop.add(1);
    const rereads = rereadsOf();
    for (let index = 0; index < 400; index += 1) {
      await rereads.note([order('1')]);
      await pass(50);
    }
    await pass(10 * second);
    expect(shop.calls.rereads.length).toBeGreaterThanOrEqual(10);
    expect(shop.calls.rereads.length).toBeLessThanOrEqual(11);
  });

  it('of more than there is room for in memory loses none', async () => {
    shop.add(600);
    shop.latencyMs = 0;
    const rereads = rereadsOf({ capacity: 100 });
    rereads.start();
    const refs = [...shop.orders.keys()].map(order);
    await Promise.all(refs.map((ref) => rereads.note([ref], { dedupeKey: ref.externalId })));
    await pass(200);
    expect((await pending()).length).toBe(500);
    await pass(20 * second);
    expect(await pending()).toEqual([]);
    expect(house.told).toHaveLength(600);
    expect(shop.calls.rereads.length).toBeLessThanOrEqual(610);
  });

  it('of ten thousand webhooks for as many orders loses none', async () => {
    vi.useRealTimers();
    shop.add(10_000);
    shop.latencyMs = 0;
    const rereads = rereadsOf();
    await Promise.all([...shop.orders.keys()].map((id) => rereads.note([order(id)], { dedupeKey: id })));
    await expect.poll(() => house.told.length, { timeout: 60_000 }).toBe(10_000);
    await expect.poll(pending).toEqual([]);
    expect(shop.calls.rereads).toHaveLength(10_000);
  }, 70_000);
});

describe('a failing re-read', () => {
  it('stays noted and is tried again with growing pauses', async () => {
    shop.add(2);
    shop.troubled.set('1', unavailable());
    const rereads = rereadsOf();
    await rereads.note([order('1'), order('2')]);
    await pass(60 * second);
    expect((await pending()).map(({ externalId }) => externalId)).toEqual(['1']);
    const tries = shop.calls.rereads.length;
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(12);
    shop.troubled.clear();
    await pass(120 * second);
    expect(await pending()).toEqual([]);
    expect(house.told.map(({ externalId }) => externalId)).toEqual(['2', '1']);
  });

  it('is tried soon when the thing is noted again', async () => {
    // The longest pauses: none of the tries is then in the last seconds before the note, after which it would have to rest.
    vi.spyOn(Math, 'random').mockReturnValue(1);
    shop.add(1);
    shop.troubled.set('1', unavailable());
    const rereads = rereadsOf();
    await rereads.note([order('1')]);
    await pass(10 * 60 * second);
    shop.troubled.clear();
    await rereads.note([order('1')]);
    await rereads.note([order('1')]);
    await pass(second);
    expect(house.told).toHaveLength(1);
  });

  it('of many things of one provider asks it little until it answers again', async () => {
    shop.add(300);
    shop.failure = unavailable();
    const rereads = rereadsOf();
    await rereads.note([...shop.orders.keys()].map(order));
    await pass(10 * 60 * second);
    expect(shop.calls.rereads.length).toBeLessThan(40);
    shop.failure = null;
    await pass(10 * 60 * second);
    expect(await pending()).toEqual([]);
    expect(house.told).toHaveLength(300);
  });

  it('of single things does not hold up the others', async () => {
    shop.add(20);
    const broken = [...shop.orders.keys()].slice(1);
    for (const id of broken) shop.troubled.set(id, new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK'));
    shop.troubled.set('2', unavailable());
    const rereads = rereadsOf();
    await rereads.note(broken.map(order));
    await pass(60 * second);
    await rereads.note([order('1')]);
    await pass(200);
    expect(house.told.map(({ externalId }) => externalId)).toEqual(['1']);
  });

  it('that no waiting heals is given up after a day', async () => {
    shop.add(1);
    shop.troubled.set('1', new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK'));
    await rereadsOf().note([order('1')]);
    await pass(23 * 3600 * second);
    expect(await pending()).toHaveLength(1);
    await pass(2 * 3600 * second);
    expect(await pending()).toEqual([]);
  });

  it('for want of the store is made good when it heals', async () => {
    shop.add(1);
    const rereads = rereadsOf();
    await rereads.note([order('1')]);
    house.store.isFailing = true;
    await pass(5 * second);
    house.store.isFailing = false;
    await pass(20 * second);
    expect(await house.detailed()).toEqual(['1']);
    expect(await pending()).toEqual([]);
  });
});

describe('notes of a process that has gone', () => {
  it('are taken over at the next start', async () => {
    shop.add(2);
    const killed = rereadsOf();
    await killed.note([order('1'), order('2')]);
    await killed.stop();
    expect(shop.calls.rereads).toEqual([]);
    rereadsOf().start();
    await pass(second);
    expect(await house.detailed()).toEqual(['2', '1']);
    expect(await pending()).toEqual([]);
  });

  it('are taken over by one that runs, once they are old', async () => {
    shop.add(1);
    rereadsOf().start();
    await pass(second);
    await house.directory.notePending([order('1')], Date.now());
    await pass(29 * second + 500);
    expect(shop.calls.rereads).toEqual([]);
    await pass(35 * second);
    expect(shop.calls.rereads).toEqual(['1']);
    expect(await pending()).toEqual([]);
  });

  it('are told of once though two processes take them over', async () => {
    shop.add(20);
    await house.directory.notePending([...shop.orders.keys()].map(order), Date.now());
    rereadsOf().start();
    rereadsOf().start();
    await pass(5 * second);
    expect(house.told).toHaveLength(20);
    expect(await pending()).toEqual([]);
  });
});

describe('waiting for a re-read', () => {
  it('ends when the things were read after they were noted', async () => {
    shop.add(2);
    const rereads = rereadsOf();
    await rereads.note([order('1'), order('2')]);
    const settled = rereads.settled([order('1'), order('2')], 5 * second);
    await pass(110);
    expect(await settled).toBe(true);
    expect(await house.detailed()).toHaveLength(2);
  });

  it('counts no re-read that had begun before', async () => {
    shop.add(1);
    shop.latencyMs = 100;
    const rereads = rereadsOf();
    await rereads.note([order('1')]);
    await pass(150);
    shop.change('1', 'DONE');
    await rereads.note([order('1')]);
    const settled = rereads.settled([order('1')], 10 * second);
    await pass(10 * second);
    expect(await settled).toBe(true);
    const [known] = await house.directory.ordersById('QUICKBUTIK', '1');
    expect(known?.status).toBe('DONE');
    expect(shop.calls.rereads).toHaveLength(2);
  });

  it('ends with the time', async () => {
    shop.add(1);
    shop.failure = unavailable();
    const rereads = rereadsOf();
    await rereads.note([order('1')]);
    const settled = rereads.settled([order('1')], 500);
    await pass(500);
    expect(await settled).toBe(false);
  });

  it('begins at once for a write of our own, and is no failure without the store', async () => {
    shop.add(1);
    const rereads = rereadsOf();
    const done = rereads.reread([order('1')], 5 * second);
    await pass(10);
    await done;
    expect(await house.detailed()).toEqual(['1']);
    house.store.isFailing = true;
    await rereads.reread([order('1')], 5 * second);
    expect(shop.calls.rereads).toEqual(['1']);
  });

  it('knows what was read since a time', async () => {
    shop.add(1);
    const rereads = rereadsOf();
    const before = Date.now();
    await rereads.note([order('1')]);
    expect(rereads.wasReadSince(order('1'), before)).toBe(false);
    await pass(200);
    expect(rereads.wasReadSince(order('1'), before)).toBe(true);
    expect(rereads.wasReadSince(order('1'), before + 101)).toBe(false);
  });
});

describe('the end', () => {
  it('ends re-reads under way and leaves them noted', async () => {
    shop.add(1);
    shop.latencyMs = 50 * second;
    const rereads = rereadsOf();
    rereads.start();
    await rereads.note([order('1')]);
    await pass(second);
    const stopping = rereads.stop();
    await pass(0);
    await stopping;
    expect(shop.calls.scopes.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect(await pending()).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
