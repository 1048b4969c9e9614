import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IndexEntry, IndexFeed } from '../../../src/datasources/_shared/index-feed.js';
import type { Filling } from '../../../src/directory/fill/filling.js';
import { rereadKnown } from '../../../src/directory/reread-known.js';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import type { OperationScope } from '../../../src/http/upstream-request.js';
import { createLog } from '../../../src/observability/log.js';
import { FakeShop } from './fake-shop.js';
import { House, log } from './house.js';

const second = 1000;
const orders = { provider: 'QUICKBUTIK', kind: 'ORDER' } as const;
const running: Filling[] = [];
let house: House;
let shop: FakeShop;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T12:00:00Z') });
  house = new House();
  shop = new FakeShop();
  shop.add(30);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((filling) => filling.stop()));
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function start(filling: Filling): Filling {
  filling.start();
  running.push(filling);
  return filling;
}

function operation(): { scope: OperationScope; controller: AbortController } {
  const controller = new AbortController();
  return { scope: { requestId: 'r', signal: controller.signal, deadlineAt: Date.now() + 15_000, log }, controller };
}

describe('a query that wants fresh changes', () => {
  async function filled(): Promise<Filling> {
    const filling = start(house.filling(shop.feedsOf));
    await pass(second);
    shop.calls.changes = 0;
    shop.calls.scopes.length = 0;
    await pass(10 * second);
    return filling;
  }

  it('has them read as a live call, with many others in one', async () => {
    const filling = await filled();
    shop.latencyMs = 100;
    shop.add(1);
    const { scope } = operation();
    const asked = Promise.all(Array.from({ length: 50 }, () => filling.freshen(orders, 2 * second, scope)));
    await pass(300);
    await asked;
    expect(shop.calls.changes).toBe(1);
    expect(shop.calls.scopes.every((asking) => asking === scope)).toBe(true);
    expect(await house.detailed()).toContain('31');
    expect(house.told.map(({ externalId }) => externalId)).toEqual(['31']);
  });

  it('asks nothing where they were read a moment ago, by whichever process', async () => {
    const filling = await filled();
    await filling.freshen(orders, 2 * second, operation().scope);
    const other = house.filling(shop.feedsOf);
    await pass(1900);
    await other.freshen(orders, 2 * second, operation().scope);
    expect(shop.calls.changes).toBe(1);
    await pass(200);
    await other.freshen(orders, 2 * second, operation().scope);
    expect(shop.calls.changes).toBe(2);
  });

  it('asks itself where the operation it waited for came to its end', async () => {
    const filling = await filled();
    shop.latencyMs = 100;
    const leaving = operation();
    const first = filling.freshen(orders, 0, leaving.scope);
    const second = filling.freshen(orders, 0, operation().scope);
    const refused = first.catch((error: unknown) => error);
    await pass(50);
    leaving.controller.abort();
    expect(await refused).toBeInstanceOf(Error);
    await pass(200);
    await second;
    expect(shop.calls.changes).toBe(2);
  });

  it('waits no longer than its operation for what is read behind the scenes', async () => {
    const filling = await filled();
    shop.latencyMs = 5 * second;
    const behind = filling.freshen(orders, 0, operation().scope);
    const leaving = operation();
    const waiting = filling.freshen(orders, 0, leaving.scope).catch((error: unknown) => error);
    await pass(second);
    leaving.controller.abort();
    expect(await waiting).toMatchObject({ code: 'DEADLINE_EXCEEDED', provider: 'QUICKBUTIK' });
    await pass(5 * second);
    await behind;
  });

  it('is told when the provider fails', async () => {
    const filling = await filled();
    shop.failure = new UpstreamError('PROVIDER_UNAVAILABLE', 'QUICKBUTIK');
    await expect(filling.freshen(orders, 0, operation().scope)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });

  it('asks nothing while the provider is read for the first time, or cannot be asked', async () => {
    await house.filling(shop.feedsOf).freshen(orders, 0, operation().scope);
    shop = new FakeShop({ canTellChanges: false });
    shop.add(3);
    const filling = await filled();
    await filling.freshen(orders, 0, operation().scope);
    await filling.freshen({ provider: 'QARD', kind: 'CUSTOMER' }, 0, operation().scope);
    expect(shop.calls).toMatchObject({ changes: 0, fill: 1 });
  });
});

describe('a query that waits for the first fill', () => {
  it('goes on when it is done, whichever process does it', async () => {
    shop.latencyMs = 100;
    start(house.filling(shop.feedsOf));
    let isDone = false;
    const wait = async () => {
      await house.filling(shop.feedsOf).whenFilled(['QUICKBUTIK', 'QARD'], 'ORDER', 10 * second);
      isDone = true;
    };
    void wait();
    while (!(await house.isFilled())) {
      expect(isDone).toBe(false);
      await pass(10);
    }
    await pass(100);
    expect(isDone).toBe(true);
  });

  it('goes on when its time is up, and looks ten times a second at the most', async () => {
    const look = vi.spyOn(house.directory, 'fillStates');
    const startedAt = Date.now();
    const waiting = house.filling(shop.feedsOf).whenFilled(['QUICKBUTIK'], 'ORDER', 2 * second);
    await pass(2 * second);
    await waiting;
    expect(Date.now() - startedAt).toBe(2 * second);
    expect(look.mock.calls.length).toBeLessThanOrEqual(21);
  });

  it('does not wait for a provider that is not set up', async () => {
    await house.filling(() => []).whenFilled(['QUICKBUTIK'], 'ORDER', 60 * second);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the right to fill', () => {
  it('that is lost ends the work until it comes back', async () => {
    shop.latencyMs = 40 * second;
    start(house.filling(shop.feedsOf));
    await pass(second);
    await house.store.write([{ key: 'l/fill', value: { owner: 'another', endsAt: Date.now() + 15 * second } }]);
    await pass(5 * second);
    expect(shop.calls.scopes.map(({ signal }) => signal.aborted)).toEqual([true]);
    shop.latencyMs = 0;
    await pass(30 * second);
    expect(await house.isFilled()).toBe(true);
  });

  it('outlasts a store that fails for some seconds', async () => {
    shop.latencyMs = 20 * second;
    start(house.filling(shop.feedsOf));
    await pass(4 * second);
    house.store.isFailing = true;
    await pass(3 * second);
    house.store.isFailing = false;
    await pass(second);
    expect(shop.calls.scopes.map(({ signal }) => signal.aborted)).toEqual([false]);
  });

  it('is held for as long as the fill goes on', async () => {
    start(house.filling(shop.feedsOf));
    for (let minutes = 0; minutes < 5; minutes += 1) {
      await pass(60 * second);
      expect(await house.directory.claimFill('another', 15 * second)).toBe(false);
    }
  });
});

describe('the log', () => {
  it('has one line for each change of state, and none for each step', async () => {
    const lines: { state?: string; level: number }[] = [];
    const destination = new Writable({
      write: (line, _encoding, done) => {
        lines.push(JSON.parse(String(line)) as (typeof lines)[number]);
        done();
      },
    });
    start(house.filling(shop.feedsOf, { log: createLog('info', destination) }));
    await pass(120 * second);
    shop.failure = new UpstreamError('PROVIDER_UNAVAILABLE', 'QUICKBUTIK');
    await pass(600 * second);
    shop.failure = null;
    await pass(600 * second);
    expect(lines.map(({ state, level }) => [state, level])).toEqual([
      ['filling', 30],
      ['reading details', 30],
      ['up to date', 30],
      ['failing', 40],
      ['up to date', 30],
    ]);
    expect(JSON.stringify(lines)).not.toContain('@example.com');
  });
});

describe('customers that are gone', () => {
  it('are removed after a second reading of everything, their list asked for once', async () => {
    const customers = new Map(['1', '2', '3', '4'].map((id) => [id, `shopper${id}@example.com`]));
    const rereads: OperationScope[] = [];
    const feedOf = (scope: OperationScope): IndexFeed => {
      const entryOf = (id: string): IndexEntry | null =>
        customers.has(id)
          ? {
              kind: 'CUSTOMER',
              customer: { provider: 'QARD', externalId: id, email: customers.get(id) ?? null, place: '1' },
            }
          : null;
      return {
        kind: 'CUSTOMER',
        fill: async () => ({
          entries: [...customers.keys()].map(entryOf).filter((entry) => entry !== null),
          next: null,
          isComplete: true,
          since: null,
        }),
        changedSince: null,
        reread: async (id) => {
          rereads.push(scope);
          return entryOf(id);
        },
      };
    };
    start(house.filling((scope) => [{ provider: 'QARD', feeds: [feedOf(scope)] }]));
    await pass(second);
    const known = async () => (await house.directory.knownIds('QARD', 'CUSTOMER', null, 10)).ids;
    expect(await known()).toEqual(['1', '2', '3', '4']);
    customers.delete('2');
    customers.delete('3');
    await pass(3601 * second);
    expect(await known()).toEqual(['1', '4']);
    expect(rereads).toHaveLength(2);
    expect(new Set(rereads).size).toBe(1);
    expect(house.told).toEqual([]);
  });
});

describe('an order that two purchases share', () => {
  it('is asked for by the arrival of each', async () => {
    const feed = shop.feed(operation().scope);
    const entry = (await feed.reread('7')) as IndexEntry & { kind: 'ORDER' };
    const arrivals = ['2026-04-01T10:00:00Z', '2026-04-09T10:00:00Z'];
    const imports = arrivals.map(
      (at): IndexEntry => ({
        kind: 'ORDER',
        order: { ...entry.order, provider: 'QAPLA', placedAt: at },
        importedAt: at,
      }),
    );
    await house.directory.put('QAPLA', imports);
    const reread = vi.fn<IndexFeed['reread']>(
      async (_id, importedAt) => imports[arrivals.indexOf(importedAt ?? '')] ?? null,
    );
    const read = await rereadKnown(house.directory, { reread }, { provider: 'QAPLA', kind: 'ORDER', externalId: '7' });
    expect(read).toEqual(imports);
    expect(reread.mock.calls).toEqual(arrivals.map((at) => ['7', at]));
  });
});

describe('the ids of what is known', () => {
  it('come page by page, each once', async () => {
    start(house.filling(shop.feedsOf));
    await pass(second);
    const ids: string[] = [];
    for (let cursor: string | null = null, pages = 0; pages < 20; pages += 1) {
      const page = await house.directory.knownIds('QUICKBUTIK', 'ORDER', cursor, 7);
      ids.push(...page.ids);
      cursor = page.next;
      if (cursor === null) break;
    }
    expect(ids.sort()).toEqual([...shop.orders.keys()].sort());
  });
});
