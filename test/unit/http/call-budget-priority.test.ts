import fc from 'fast-check';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallBudget, type CallBudgetOptions } from '../../../src/http/call-budget.js';
import type { OperationScope } from '../../../src/http/upstream-request.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Priority = OperationScope['priority'];

function budgetOf(options: Partial<CallBudgetOptions> = {}): CallBudget {
  return new CallBudget({ provider: 'QAPLA', maxConcurrency: 100, ratePerSecond: null, burst: 1, ...options });
}

function scopeOf(priority: Priority, remainingMs = 600_000): { scope: OperationScope; controller: AbortController } {
  const controller = new AbortController();
  const scope = { requestId: 'r', signal: controller.signal, deadlineAt: Date.now() + remainingMs };
  return { scope: { ...scope, log: pino({ level: 'silent' }), ...(priority && { priority }) }, controller };
}

interface Started {
  readonly name: string;
  readonly at: number;
}

/** Calls of a budget, in the order in which they start, with the time since the first was asked for. */
class Calls {
  readonly started: Started[] = [];
  readonly releases = new Map<string, () => void>();
  readonly #beganAt = Date.now();

  constructor(readonly budget: CallBudget) {}

  /** Asks for a place and keeps it for `holdMs`, until released with null. */
  ask(name: string, priority: Priority, holdMs: number | null = null): void {
    const start = async () => {
      const release = await this.budget.acquire(scopeOf(priority).scope);
      this.started.push({ name, at: Date.now() - this.#beganAt });
      this.releases.set(name, release);
      if (holdMs !== null) setTimeout(release, holdMs);
    };
    void start();
  }

  end(name: string): void {
    this.releases.get(name)?.();
    this.releases.delete(name);
  }

  async names(): Promise<string[]> {
    await vi.advanceTimersByTimeAsync(0);
    return this.started.map(({ name }) => name);
  }
}

describe('the places', () => {
  it('go to work behind the scenes up to half of them', async () => {
    const calls = new Calls(budgetOf({ maxConcurrency: 8 }));
    for (let index = 0; index < 9; index += 1) calls.ask(`fill ${index}`, 'BACKGROUND');
    expect(await calls.names()).toEqual(['fill 0', 'fill 1', 'fill 2', 'fill 3']);
    calls.end('fill 2');
    expect(await calls.names()).toEqual(['fill 0', 'fill 1', 'fill 2', 'fill 3', 'fill 4']);
  });

  it.each([1, 2, 3])('of %i leave one to it', async (maxConcurrency) => {
    const calls = new Calls(budgetOf({ maxConcurrency }));
    calls.ask('fill 0', 'BACKGROUND');
    calls.ask('fill 1', 'BACKGROUND');
    expect(await calls.names()).toEqual(['fill 0']);
    calls.end('fill 0');
    expect(await calls.names()).toEqual(['fill 0', 'fill 1']);
  });

  it('go to a live call that waits before one behind the scenes that has waited longer', async () => {
    const calls = new Calls(budgetOf({ maxConcurrency: 2 }));
    calls.ask('live 0', undefined);
    calls.ask('live 1', undefined);
    calls.ask('fill', 'BACKGROUND');
    calls.ask('live 2', undefined);
    calls.end('live 0');
    await calls.names();
    calls.end('live 0');
    expect(await calls.names()).toEqual(['live 0', 'live 1', 'live 2']);
    calls.end('live 1');
    expect(await calls.names()).toEqual(['live 0', 'live 1', 'live 2', 'fill']);
  });

  it('are handed by work behind the scenes to the live call that waits', async () => {
    const calls = new Calls(budgetOf({ maxConcurrency: 1 }));
    calls.ask('fill 0', 'BACKGROUND');
    await calls.names();
    calls.ask('fill 1', 'BACKGROUND');
    calls.ask('live', undefined);
    expect(await calls.names()).toEqual(['fill 0']);
    calls.end('fill 0');
    expect(await calls.names()).toEqual(['fill 0', 'live']);
    calls.end('live');
    expect(await calls.names()).toEqual(['fill 0', 'live', 'fill 1']);
  });

  it('go to what was told to have changed ahead of filling, each in its order', async () => {
    const calls = new Calls(budgetOf({ maxConcurrency: 1 }));
    calls.ask('fill 0', 'BACKGROUND', 10);
    await calls.names();
    for (const index of [1, 2]) calls.ask(`fill ${index}`, 'BACKGROUND', 10);
    for (const index of [1, 2]) calls.ask(`reread ${index}`, 'REREAD', 10);
    await vi.advanceTimersByTimeAsync(100);
    expect(await calls.names()).toEqual(['fill 0', 'reread 1', 'reread 2', 'fill 1', 'fill 2']);
  });

  it('are not lost when the work ends while it waits, or in the moment its turn comes', async () => {
    const budget = budgetOf({ maxConcurrency: 1 });
    const release = await budget.acquire(scopeOf('BACKGROUND').scope);
    const { scope, controller } = scopeOf('BACKGROUND');
    const waiting = budget.acquire(scope);
    const late = scopeOf('BACKGROUND');
    const inTheMoment = budget.acquire(late.scope);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    release();
    late.controller.abort();
    await expect(inTheMoment).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    (await budget.acquire(scopeOf('BACKGROUND').scope))();
    (await budget.acquire(scopeOf(undefined).scope))();
  });
});

describe('the rate', () => {
  it('gives half of the burst to work behind the scenes, and then one call after another', async () => {
    const calls = new Calls(budgetOf({ ratePerSecond: 2, burst: 10 }));
    for (let index = 0; index < 8; index += 1) calls.ask(`fill ${index}`, 'BACKGROUND', 0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls.started.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, 500, 1000, 1500]);
  });

  it('lets live calls burst whatever goes on behind the scenes', async () => {
    const calls = new Calls(budgetOf({ ratePerSecond: 1, burst: 10 }));
    for (let index = 0; index < 50; index += 1) calls.ask(`fill ${index}`, 'BACKGROUND', 0);
    await vi.advanceTimersByTimeAsync(20_000);
    for (let index = 0; index < 5; index += 1) calls.ask(`live ${index}`, undefined, 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(calls.started.filter(({ name }) => name.startsWith('live')).map(({ at }) => at)).toEqual(
      Array.from({ length: 5 }, () => 20_000),
    );
  });

  it('gives work behind the scenes one call at a time where the burst is one', async () => {
    const calls = new Calls(budgetOf({ ratePerSecond: 1, burst: 1 }));
    for (let index = 0; index < 3; index += 1) calls.ask(`fill ${index}`, 'BACKGROUND', 0);
    await vi.advanceTimersByTimeAsync(5000);
    expect(calls.started.map(({ at }) => at)).toEqual([0, 1000, 2000]);
  });

  it('gives at most half of itself while there are live calls, and all of it when there are none any more', async () => {
    const calls = new Calls(budgetOf({ ratePerSecond: 10, burst: 40 }));
    const live = setInterval(() => calls.ask('live', undefined, 0), 500);
    calls.ask('live', undefined, 0);
    for (let index = 0; index < 200; index += 1) calls.ask('fill', 'BACKGROUND', 0);
    await vi.advanceTimersByTimeAsync(9999);
    clearInterval(live);
    expect(calls.started.filter(({ name }) => name === 'fill').length).toBeLessThanOrEqual(51);
    expect(calls.started.filter(({ name }) => name === 'fill').length).toBeGreaterThanOrEqual(49);
    await vi.advanceTimersByTimeAsync(10_001);
    // Half of the burst and ten seconds of the whole rate, but for the first second.
    const later = calls.started.filter(({ name, at }) => name === 'fill' && at >= 10_000);
    expect(later.length).toBeGreaterThanOrEqual(90);
  });

  it('keeps back what starts behind the scenes until the live calls that wait for it have gone', async () => {
    const calls = new Calls(budgetOf({ ratePerSecond: 1, burst: 2 }));
    for (let index = 0; index < 5; index += 1) calls.ask(`live ${index}`, undefined, 0);
    calls.ask('fill', 'BACKGROUND', 0);
    await vi.advanceTimersByTimeAsync(20_000);
    const names = calls.started.map(({ name }) => name);
    expect(names.at(-1)).toBe('fill');
    expect(names).toHaveLength(6);
  });

  it('refuses work whose time is up before its turn, and says when that would be', async () => {
    const budget = budgetOf({ ratePerSecond: 1, burst: 1 });
    (await budget.acquire(scopeOf('BACKGROUND').scope))();
    const { scope, controller } = scopeOf('BACKGROUND');
    const refused = budget.acquire(scope).catch((error: unknown) => error);
    controller.abort();
    expect(await refused).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterMs: 1000 });
  });
});

describe('a hold', () => {
  it('keeps back work behind the scenes as well', async () => {
    const calls = new Calls(budgetOf());
    calls.budget.refused(3000);
    calls.ask('fill', 'BACKGROUND', 0);
    await vi.advanceTimersByTimeAsync(5000);
    expect(calls.started).toEqual([{ name: 'fill', at: 3000 }]);
  });

  it('past the deadline of the work refuses it at once', async () => {
    const budget = budgetOf();
    budget.refused(60_000);
    await expect(budget.acquire(scopeOf('BACKGROUND', 1000).scope)).rejects.toMatchObject({
      code: 'PROVIDER_RATE_LIMITED',
      retryAfterMs: 60_000,
    });
  });
});

describe('calls of both sorts in any order', () => {
  const callArbitrary = fc.record({
    afterMs: fc.integer({ min: 0, max: 300 }),
    lastsMs: fc.integer({ min: 0, max: 500 }),
    priority: fc.constantFrom<Priority>(undefined, 'BACKGROUND', 'REREAD'),
  });
  const optionsArbitrary = fc.record({
    maxConcurrency: fc.integer({ min: 1, max: 6 }),
    ratePerSecond: fc.option(fc.integer({ min: 2, max: 50 })),
    burst: fc.integer({ min: 1, max: 8 }),
  });

  it('all start, never more at once than allowed, and work behind the scenes never where a live call waits', async () => {
    await fc.assert(
      fc.asyncProperty(optionsArbitrary, fc.array(callArbitrary, { maxLength: 40 }), async (options, calls) => {
        const budget = budgetOf(options);
        const active = { live: 0, behind: 0 };
        let [waiting, ended] = [0, 0];
        const run = async ({ priority, lastsMs }: (typeof calls)[number]) => {
          const sort = priority === undefined ? 'live' : 'behind';
          if (sort === 'live') waiting += 1;
          const release = await budget.acquire(scopeOf(priority).scope);
          if (sort === 'live') waiting -= 1;
          else if (options.ratePerSecond === null) expect(waiting).toBe(0);
          active[sort] += 1;
          expect(active.live + active.behind).toBeLessThanOrEqual(options.maxConcurrency);
          expect(active.behind).toBeLessThanOrEqual(Math.max(1, Math.floor(options.maxConcurrency / 2)));
          await new Promise((resolve) => setTimeout(resolve, lastsMs));
          active[sort] -= 1;
          ended += 1;
          release();
        };
        const all: Promise<void>[] = [];
        for (const call of calls) {
          await vi.advanceTimersByTimeAsync(call.afterMs);
          all.push(run(call));
        }
        await vi.advanceTimersByTimeAsync(120_000);
        await Promise.all(all);
        expect(ended).toBe(calls.length);
      }),
      { numRuns: 60 },
    );
  });
});
