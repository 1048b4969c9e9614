import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fillTiming } from '../../../src/directory/fill/fill-timing.js';
import type { Filling } from '../../../src/directory/fill/filling.js';
import type { WasReadSince } from '../../../src/directory/fill/take-in.js';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { FakeShop } from './fake-shop.js';
import { House, log } from './house.js';

const second = 1000;
const hour = 3600 * second;
const startOfTests = Date.parse('2026-05-01T12:00:00Z');
const unavailable = () => new UpstreamError('PROVIDER_UNAVAILABLE', 'QUICKBUTIK');

const running: Filling[] = [];
beforeEach(() => {
  vi.useFakeTimers({ now: startOfTests });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((filling) => filling.stop()));
  vi.useRealTimers();
});

function start(filling: Filling): Filling {
  filling.start();
  running.push(filling);
  return filling;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the first fill', () => {
  it('takes in all orders, the newest first, and tells of none', async () => {
    const [house, shop] = [new House(), new FakeShop({ latencyMs: 10 })];
    shop.add(95);
    start(house.filling(shop.feedsOf));
    await pass(10 * second);
    expect(await house.detailed()).toHaveLength(95);
    expect(shop.calls.fill).toBe(10);
    expect(shop.calls.rereads).toHaveLength(95);
    const rank = (id: string) => shop.calls.rereads.indexOf(id);
    expect(rank('95')).toBeLessThan(20);
    expect(rank('1')).toBeGreaterThanOrEqual(75);
    expect(house.told).toEqual([]);
    const [state] = await house.directory.fillStates();
    expect(state).toMatchObject({ provider: 'QUICKBUTIK', kind: 'ORDER', isComplete: true, since: null });
  });

  it('asks for no details where the lists show them', async () => {
    const [house, shop] = [new House(), new FakeShop({ showsDetails: true, pageSize: 1000 })];
    shop.add(2500);
    start(house.filling(shop.feedsOf));
    await pass(second);
    expect(await house.detailed()).toHaveLength(2500);
    expect(shop.calls).toMatchObject({ fill: 3, rereads: [] });
  });

  it('asks behind live calls, each call with a deadline of its own', async () => {
    const [house, shop] = [new House(), new FakeShop()];
    shop.add(25);
    start(house.filling(shop.feedsOf));
    await pass(second);
    expect(new Set(shop.calls.scopes.map(({ priority }) => priority))).toEqual(new Set(['BACKGROUND']));
    expect(new Set(shop.calls.scopes.map(({ requestId }) => requestId)).size).toBe(shop.calls.scopes.length);
    expect(shop.calls.scopes.every(({ signal }) => signal.aborted)).toBe(true);
  });

  it('says, while details are missing, since when all are here', async () => {
    const [house, shop] = [new House(), new FakeShop({ pageSize: 1000, latencyMs: 100 })];
    shop.add(100);
    start(house.filling(shop.feedsOf));
    await pass(second);
    const [state] = await house.directory.fillStates();
    const [newest] = await house.directory.undetailed('QUICKBUTIK', 1);
    expect(state).toMatchObject({ isComplete: false, filledAt: null });
    const missing = Date.parse(newest?.placedAt ?? '');
    expect(Date.parse(state?.since ?? '')).toBe(missing + 1);
    expect((await house.detailed()).length).toBeGreaterThan(0);
  });

  it('takes in what changes and what is new while it goes on', async () => {
    const [house, shop] = [new House(), new FakeShop({ latencyMs: 200 })];
    shop.add(60);
    start(house.filling(shop.feedsOf));
    await pass(second);
    shop.change('60', 'CANCELLED');
    shop.add(1);
    await pass(20 * second);
    expect(await house.isFilled()).toBe(true);
    const [changed] = await house.directory.ordersById('QUICKBUTIK', '60');
    expect(changed?.status).toBe('CANCELLED');
    expect(await house.detailed()).toHaveLength(61);
    expect(house.told).toEqual([]);
  });

  it('ends with what has changed since its beginning, however long ago that was', async () => {
    const [house, shop] = [new House(), new FakeShop({ latencyMs: 50 * second, showsDetails: true })];
    shop.add(100);
    start(house.filling(shop.feedsOf));
    await pass(60 * second);
    shop.change('100', 'CANCELLED');
    shop.latencyMs = 40 * second;
    await pass(450 * second);
    shop.latencyMs = 0;
    await pass(20 * second);
    expect(await house.isFilled()).toBe(true);
    const [changed] = await house.directory.ordersById('QUICKBUTIK', '100');
    expect(changed?.status).toBe('CANCELLED');
  });

  it('does not wait for ever for one order that cannot be read, and says that it is missing', async () => {
    const [house, shop] = [new House(), new FakeShop()];
    shop.add(30);
    shop.troubled.set('12', new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK'));
    start(house.filling(shop.feedsOf));
    await pass(second);
    expect(await house.isFilled()).toBe(true);
    expect(await house.detailed()).toHaveLength(29);
    const [troubled] = await house.directory.ordersById('QUICKBUTIK', '12');
    const [state] = await house.directory.fillStates();
    expect(state?.isComplete).toBe(false);
    expect(Date.parse(state?.since ?? '')).toBe(Date.parse(troubled?.placedAt ?? '') + 1);
    shop.troubled.clear();
    await pass(10 * second);
    expect(await house.detailed()).toHaveLength(30);
    const [mended] = await house.directory.fillStates();
    expect(mended).toMatchObject({ isComplete: true, since: null });
    expect(house.told).toEqual([]);
  });

  it('says in one breath that it is done and how complete it is', async () => {
    const [house, shop] = [new House(), new FakeShop()];
    shop.add(30);
    const saved = vi.spyOn(house.directory, 'saveProgress');
    start(house.filling(shop.feedsOf));
    await pass(second);
    const done = saved.mock.calls.map(([progress]) => progress).filter(({ filledAt }) => filledAt !== null);
    expect(done.length).toBeGreaterThan(0);
    expect(done.filter(({ isComplete }) => !isComplete)).toEqual([]);
  });

  it('is not complete where the provider does not show everything', async () => {
    const [house, shop] = [new House(), new FakeShop()];
    shop.add(30);
    shop.isCutOff = true;
    start(house.filling(shop.feedsOf));
    await pass(second);
    expect(await house.isFilled()).toBe(true);
    const [state] = await house.directory.fillStates();
    expect(state).toMatchObject({ isComplete: false, since: null });
  });
});

describe('a fill that is stopped', () => {
  it('at any moment goes on where it was, loses nothing and asks for little twice', async () => {
    const moments = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(moments, fc.boolean(), async (stops, showsDetails) => {
        const [house, shop] = [new House(), new FakeShop({ latencyMs: 40, showsDetails })];
        shop.add(57);
        for (const stopAfterMs of stops) {
          const filling = house.filling(shop.feedsOf);
          filling.start();
          await pass(stopAfterMs);
          const stopping = filling.stop();
          await pass(0);
          await stopping;
        }
        start(house.filling(shop.feedsOf));
        await pass(5 * second);
        expect(await house.isFilled()).toBe(true);
        expect((await house.detailed()).sort()).toEqual([...shop.orders.keys()].sort());
        expect(shop.calls.fill).toBeLessThanOrEqual(6 + stops.length);
        expect(shop.calls.rereads.length).toBeLessThanOrEqual((showsDetails ? 0 : 57) + 20 * stops.length);
        expect(house.told).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('ends its calls and resolves at once', async () => {
    const [house, shop] = [new House(), new FakeShop({ latencyMs: 50 * second })];
    shop.add(5);
    const filling = house.filling(shop.feedsOf);
    filling.start();
    await pass(second);
    const stopping = filling.stop();
    await pass(0);
    await stopping;
    expect(shop.calls.scopes.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hands the right to fill to another process', async () => {
    const [house, shop, other] = [new House(), new FakeShop({ latencyMs: 100 }), new FakeShop({ latencyMs: 100 })];
    shop.add(300);
    for (const [id, order] of shop.orders) other.orders.set(id, order);
    const first = start(house.filling(shop.feedsOf));
    await pass(50);
    start(house.filling(other.feedsOf));
    await pass(second);
    expect(other.calls.fill).toBe(0);
    const stopping = first.stop();
    await pass(0);
    await stopping;
    const stepsOfFirst = shop.calls.fill;
    await pass(20 * second);
    expect(await house.isFilled()).toBe(true);
    expect(shop.calls.fill).toBe(stepsOfFirst);
    expect(stepsOfFirst + other.calls.fill).toBeLessThanOrEqual(31);
  });

  it('is taken over by another process when the right to fill of a killed one has run out', async () => {
    const [house, shop] = [new House(), new FakeShop()];
    shop.add(3);
    await house.directory.claimFill('a killed process', fillTiming().leaseMs);
    start(house.filling(shop.feedsOf));
    await pass(9 * second);
    expect(shop.calls.fill).toBe(0);
    await pass(4 * second);
    expect(await house.isFilled()).toBe(true);
  });
});

describe('changes', () => {
  async function filledHouse(options: ConstructorParameters<typeof FakeShop>[0] = {}) {
    const [house, shop] = [new House(), new FakeShop(options)];
    shop.add(40);
    const filling = start(house.filling(shop.feedsOf));
    await pass(second);
    expect(await house.isFilled()).toBe(true);
    return { house, shop, filling };
  }

  it.each([true, false])('are told once each, whether or not the lists show details (%s)', async (showsDetails) => {
    const { house, shop } = await filledHouse({ showsDetails });
    await pass(10 * 60 * second);
    shop.calls.rereads.length = 0;
    shop.change('7', 'DONE');
    shop.add(1);
    await pass(10 * 60 * second);
    const [seven, added] = ['7', '41'];
    expect(house.told.map(({ change, externalId }) => [change, externalId]).sort()).toEqual([
      ['CREATED', added],
      ['UPDATED', seven],
    ]);
    const emailHash = house.directory.hashEmail('shopper41@example.com');
    expect(house.told).toContainEqual({
      kind: 'ORDER',
      provider: 'QUICKBUTIK',
      change: 'CREATED',
      externalId: '41',
      reference: 'R41',
      emailHash,
    });
    expect(shop.calls.rereads.sort()).toEqual(showsDetails ? [] : [added, seven]);
  });

  it('are read once per interval', async () => {
    const { shop } = await filledHouse();
    const before = shop.calls.changes;
    await pass(hour);
    expect(shop.calls.changes - before).toBe(120);
    expect(shop.calls.fill).toBe(4);
  });

  it('are found at a provider whose clock is hours behind', async () => {
    const [house, shop] = [new House(), new FakeShop({ behindMs: 5 * hour })];
    shop.add(5);
    start(house.filling(shop.feedsOf));
    await pass(10 * second);
    shop.change('2');
    shop.add(1);
    await pass(60 * second);
    expect(house.told.map(({ change, externalId }) => `${change} ${externalId}`).sort()).toEqual([
      'CREATED 6',
      'UPDATED 2',
    ]);
  });

  it('of a shop where much has changed since its newest order are asked for no further back than the reading before', async () => {
    const [house, shop] = [new House(), new FakeShop()];
    shop.add(400);
    start(house.filling(shop.feedsOf));
    await pass(20 * second);
    await pass(hour);
    for (const id of shop.orders.keys()) shop.change(id);
    await pass(60 * second);
    await pass(10 * 60 * second);
    shop.since.length = 0;
    await pass(60 * second);
    expect(shop.since.length).toBeGreaterThan(0);
    expect(shop.since.every((since) => since > Date.now() - 10 * 60 * second)).toBe(true);
  });

  it('are told once when two processes read them side by side', async () => {
    const { house, shop } = await filledHouse();
    const other = house.filling(shop.feedsOf);
    shop.change('7', 'DONE');
    shop.add(2);
    const scope = { requestId: 'r', signal: new AbortController().signal, deadlineAt: Date.now() + hour, log };
    await pass(29 * second - 1);
    await Promise.all([
      pass(second),
      other.freshen({ provider: 'QUICKBUTIK', kind: 'ORDER' }, 0, scope),
      other.freshen({ provider: 'QUICKBUTIK', kind: 'ORDER' }, 0, scope),
    ]);
    await pass(60 * second);
    expect(house.told.map(({ externalId }) => externalId).sort()).toEqual(['41', '42', '7']);
  });

  it('that a list shows older than they were read anew do not come back', async () => {
    const [house, shop] = [new House(), new FakeShop({ showsDetails: true })];
    shop.add(3);
    const wasReadSince = vi.fn<WasReadSince>(() => true);
    start(house.filling(shop.feedsOf, { wasReadSince }));
    await pass(second);
    expect(await house.detailed()).toEqual([]);
    expect(wasReadSince).toHaveBeenCalledWith({ provider: 'QUICKBUTIK', kind: 'ORDER', externalId: '3' }, startOfTests);
  });

  it('that cannot all be told make the whole be read again within the hour, and until then it is not complete', async () => {
    const { house, shop } = await filledHouse();
    shop.isLossy = true;
    await pass(31 * second);
    expect((await house.directory.fillStates())[0]).toMatchObject({ isComplete: false, since: null });
    shop.isLossy = false;
    expect(shop.calls.fill).toBe(4);
    shop.change('3', 'REFUNDED');
    (shop.orders.get('3') as { changedAt: number }).changedAt = 0;
    await pass(hour);
    expect(shop.calls.fill).toBe(8);
    expect((await house.directory.fillStates())[0]).toMatchObject({ isComplete: true });
    expect(house.told.map(({ externalId }) => externalId)).toEqual(['3']);
  });

  it('that cannot all be told while everything is read, for the first time or again, leave it incomplete', async () => {
    const [house, shop] = [new House(), new FakeShop({ latencyMs: 500, pageSize: 5 })];
    shop.add(100);
    shop.isLossy = true;
    start(house.filling(shop.feedsOf, { timing: fillTiming(second, hour) }));
    while (shop.calls.changes === 0) await pass(100);
    await pass(600);
    shop.isLossy = false;
    expect(await house.isFilled()).toBe(false);
    await pass(60 * second);
    expect(await house.isFilled()).toBe(true);
    expect((await house.directory.fillStates())[0]).toMatchObject({ isComplete: false, since: null });
    while (shop.calls.fill < 25) await pass(second);
    shop.isLossy = true;
    await pass(2 * second);
    expect(shop.calls.fill).toBeLessThan(35);
    shop.isLossy = false;
    await pass(60 * second);
    expect(shop.calls.fill).toBe(40);
    expect((await house.directory.fillStates())[0]).toMatchObject({ isComplete: false, since: null });
    await pass(hour + 60 * second);
    expect(shop.calls.fill).toBe(60);
    expect((await house.directory.fillStates())[0]).toMatchObject({ isComplete: true });
  });

  it('of a provider that cannot be asked for them are found by reading everything again', async () => {
    const { house, shop } = await filledHouse({ canTellChanges: false });
    shop.change('3');
    await pass(30 * 60 * second);
    expect(shop.calls.fill).toBe(4);
    await pass(31 * 60 * second);
    expect(shop.calls.fill).toBe(8);
    expect(house.told.map(({ change, externalId }) => [change, externalId])).toEqual([['UPDATED', '3']]);
    const [state] = await house.directory.fillStates();
    expect(Date.now() - Date.parse(state?.updatedAt ?? '')).toBeLessThan(2 * 60 * second);
  });

  it('that no list told of are found once a day, and what is gone is asked for before it is removed', async () => {
    const { house, shop } = await filledHouse();
    shop.orders.delete('5');
    shop.calls.rereads.length = 0;
    await pass(23 * hour);
    expect(house.told).toEqual([]);
    await pass(2 * hour);
    expect(house.told.map(({ change, externalId }) => [change, externalId])).toEqual([['DELETED', '5']]);
    expect(shop.calls.rereads).toEqual(['5']);
    expect(await house.detailed()).toHaveLength(39);
  });

  it('of the list alone remove nothing: an order that the list leaves out and the shop still has stays', async () => {
    const { house, shop } = await filledHouse({ canTellChanges: false, pageSize: 1000 });
    const five = shop.orders.get('5');
    shop.orders.delete('5');
    shop.latencyMs = 50;
    await pass(hour - 2 * second);
    const untilStep = async () => {
      while (shop.calls.fill < 2) await pass(100);
    };
    await untilStep();
    if (five) shop.orders.set('5', five);
    await pass(10 * second);
    expect(shop.calls.rereads.at(-1)).toBe('5');
    expect(await house.detailed()).toHaveLength(40);
    expect(house.told).toEqual([]);
  });
});

describe('a failure', () => {
  it('of the provider is waited out with growing pauses, and nothing is lost', async () => {
    const [house, shop] = [new House(), new FakeShop()];
    shop.add(30);
    shop.failure = unavailable();
    start(house.filling(shop.feedsOf));
    await pass(10 * 60 * second);
    expect(shop.calls.fill).toBeGreaterThan(8);
    expect(shop.calls.fill).toBeLessThan(20);
    shop.failure = null;
    await pass(5 * 60 * second);
    expect(await house.isFilled()).toBe(true);
    expect(await house.detailed()).toHaveLength(30);
  });

  it('in the middle of the details is waited out as well', async () => {
    const [house, shop] = [new House(), new FakeShop({ latencyMs: 20, pageSize: 100 })];
    shop.add(100);
    start(house.filling(shop.feedsOf));
    await pass(100);
    shop.failure = unavailable();
    await pass(60 * second);
    const asked = shop.calls.rereads.length;
    expect(asked).toBeLessThan(150);
    expect(await house.isFilled()).toBe(false);
    shop.failure = null;
    await pass(5 * 60 * second);
    expect(await house.detailed()).toHaveLength(100);
    expect((await house.directory.fillStates())[0]?.isComplete).toBe(true);
  });

  it('of one provider does not hold up another', async () => {
    const [house, shop, broken] = [new House(), new FakeShop(), new FakeShop()];
    shop.add(3);
    broken.failure = new TypeError('a mistake');
    start(
      house.filling((scope) => [
        { provider: 'QAPLA', feeds: [broken.feed(scope)] },
        { provider: 'QUICKBUTIK', feeds: [shop.feed(scope)] },
      ]),
    );
    await pass(second);
    expect(await house.detailed()).toHaveLength(3);
  });

  it('of a provider that is not set up ends its fill alone', async () => {
    const [house, shop, missing] = [new House(), new FakeShop(), new FakeShop()];
    shop.add(3);
    missing.failure = new UpstreamError('PROVIDER_NOT_CONFIGURED', 'QAPLA');
    start(
      house.filling((scope) => [
        { provider: 'QAPLA', feeds: [missing.feed(scope)] },
        { provider: 'QUICKBUTIK', feeds: [shop.feed(scope)] },
      ]),
    );
    await pass(hour);
    expect(missing.calls.fill).toBe(1);
    expect(shop.calls.changes).toBeGreaterThan(100);
  });

  it('of the store is survived', async () => {
    const [house, shop] = [new House(), new FakeShop({ latencyMs: 20 })];
    shop.add(50);
    start(house.filling(shop.feedsOf));
    await pass(200);
    house.store.isFailing = true;
    await pass(60 * second);
    house.store.isFailing = false;
    await pass(120 * second);
    expect(await house.isFilled()).toBe(true);
    expect(await house.detailed()).toHaveLength(50);
  });
});
