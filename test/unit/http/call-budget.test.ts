import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { CallBudget, type CallBudgetOptions } from '../../../src/http/call-budget.js';
import type { OperationScope } from '../../../src/http/upstream-request.js';

// A timer may fire up to a millisecond before the clock shows its time.
const clockSlackMs = 2;

function budgetOf(options: Partial<CallBudgetOptions> = {}): CallBudget {
  return new CallBudget({ provider: 'QAPLA', maxConcurrency: 100, ratePerSecond: null, burst: 1, ...options });
}

function operation(remainingMs = 10_000): { scope: OperationScope; controller: AbortController } {
  const controller = new AbortController();
  const scope = { requestId: 'r', signal: controller.signal, deadlineAt: Date.now() + remainingMs };
  return { scope: { ...scope, log: pino({ level: 'silent' }) }, controller };
}

/** Lets everything that can go on go on. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the rate', () => {
  it('lets the burst go at once and the others one interval after another', async () => {
    const budget = budgetOf({ ratePerSecond: 50, burst: 3 });
    const startedAt = Date.now();
    const waits = await Promise.all(
      Array.from({ length: 7 }, async () => {
        (await budget.acquire(operation().scope))();
        return Date.now() - startedAt;
      }),
    );
    waits.forEach((waitMs, index) => expect(waitMs).toBeGreaterThanOrEqual((index - 2) * 20 - clockSlackMs));
    expect(waits[2]).toBeLessThan(waits[3] ?? 0);
    expect(waits[6]).toBeLessThan(2000);
  });

  it('refuses at once a call whose turn would come after the deadline, and says when it would', async () => {
    const budget = budgetOf({ ratePerSecond: 1 });
    (await budget.acquire(operation().scope))();
    const startedAt = Date.now();
    const refused = await budget.acquire(operation(200).scope).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', provider: 'QAPLA', retryable: true });
    const { retryAfterMs } = refused as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThan(500);
    expect(retryAfterMs).toBeLessThanOrEqual(1000);
    expect(Date.now() - startedAt).toBeLessThan(200);
  });

  it('is not used up by calls that were refused', async () => {
    const budget = budgetOf({ ratePerSecond: 10, maxConcurrency: 1 });
    (await budget.acquire(operation().scope))();
    for (let refusals = 0; refusals < 20; refusals += 1) {
      await expect(budget.acquire(operation(20).scope)).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
    }
    (await budget.acquire(operation(500).scope))();
  });

  it('ends a wait when the operation ends, and gives the place to the next', async () => {
    const budget = budgetOf({ ratePerSecond: 5, maxConcurrency: 1 });
    (await budget.acquire(operation().scope))();
    const { scope, controller } = operation();
    const waiting = budget.acquire(scope);
    const next = budget.acquire(operation().scope);
    await turn();
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
    (await next)();
  });
});

describe('a call that counts as several', () => {
  it('takes as many places in the rate, and the others wait for them', async () => {
    const budget = budgetOf({ ratePerSecond: 50, burst: 10 });
    const startedAt = Date.now();
    (await budget.acquire(operation().scope, 10))();
    expect(Date.now() - startedAt).toBeLessThan(20);
    (await budget.acquire(operation().scope, 3))();
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(60 - clockSlackMs);
  });

  it('is refused at once where the deadline comes first, and then takes none', async () => {
    const budget = budgetOf({ ratePerSecond: 10, burst: 5 });
    const refused = budget.acquire(operation(300).scope, 100);
    await expect(refused).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
    const startedAt = Date.now();
    (await budget.acquire(operation().scope, 5))();
    expect(Date.now() - startedAt).toBeLessThan(100);
  });

  it('waits for the rest where it counts more than the burst', async () => {
    const budget = budgetOf({ ratePerSecond: 100, burst: 5 });
    const startedAt = Date.now();
    (await budget.acquire(operation().scope, 15))();
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(100 - clockSlackMs);
  });
});

describe('a hold', () => {
  it('keeps back calls to come and calls that wait already', async () => {
    const budget = budgetOf({ ratePerSecond: 50 });
    (await budget.acquire(operation().scope))();
    const waiting = budget.acquire(operation().scope).then(() => Date.now());
    await turn();
    const heldUntil = Date.now() + 120;
    budget.refused(120);
    const later = budget.acquire(operation().scope).then(() => Date.now());
    for (const grantedAt of await Promise.all([waiting, later])) {
      expect(grantedAt).toBeGreaterThanOrEqual(heldUntil - clockSlackMs);
    }
  });

  it('past the deadline refuses at once', async () => {
    const budget = budgetOf();
    budget.refused(60_000);
    await expect(budget.acquire(operation(1000).scope)).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
  });

  it('is never shortened by a later, shorter one', async () => {
    const budget = budgetOf();
    budget.refused(60_000);
    budget.refused(1);
    await expect(budget.acquire(operation(1000).scope)).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
  });
});

describe('the places', () => {
  it('are never more than allowed, and go to those who wait in their order', async () => {
    const budget = budgetOf({ maxConcurrency: 2 });
    const granted: number[] = [];
    let [active, most] = [0, 0];
    const call = async (index: number) => {
      const release = await budget.acquire(operation().scope);
      granted.push(index);
      active += 1;
      most = Math.max(most, active);
      await turn();
      active -= 1;
      release();
    };
    await Promise.all(Array.from({ length: 9 }, (_, index) => call(index)));
    expect(most).toBe(2);
    expect(granted).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('that stay taken end the wait with the operation as DEADLINE_EXCEEDED, and are not lost', async () => {
    const budget = budgetOf({ maxConcurrency: 1 });
    const release = await budget.acquire(operation().scope);
    const { scope, controller } = operation();
    const waiting = budget.acquire(scope);
    const next = budget.acquire(operation().scope);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    release();
    (await next)();
    (await budget.acquire(operation().scope))();
  });

  it('are not given to an operation that has ended', async () => {
    const { scope, controller } = operation();
    controller.abort();
    await expect(budgetOf().acquire(scope)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });

  it('are not given to an operation that ends in the moment it gets one', async () => {
    const budget = budgetOf({ maxConcurrency: 1 });
    const release = await budget.acquire(operation().scope);
    const { scope, controller } = operation();
    const waiting = budget.acquire(scope);
    release();
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    (await budget.acquire(operation().scope))();
  });
});
