import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Overload } from '../../../src/server/overload/overload.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

interface Pressure {
  lastingMs: number;
  isSaturated: boolean;
  stop: () => void;
  onSample: (elapsedMs: number) => void;
}

/** A process that has nothing but work to do, until it is told otherwise. */
function startBusy(isSaturated = true) {
  const pressure: Pressure = { lastingMs: 0, isSaturated, stop: () => {}, onSample: () => {} };
  const overload = new Overload({ maxOperations: 1000, maxLoopDelayMs: 500 }, pressure);
  pressure.onSample(200);
  /** Begins an operation if it may at once, else gives what it waits for. */
  const ask = () => {
    const turn = overload.turn();
    return turn === null ? { end: overload.begin(), turn } : { end: () => {}, turn };
  };
  return { overload, pressure, ask };
}

/** What each has come to: `in`, the code it was turned away with, or `waits`. */
async function stateOf(turns: readonly ReturnType<Overload['turn']>[]): Promise<string[]> {
  const waits = { code: 'waits' };
  return Promise.all(turns.map(async (turn) => (await Promise.race([turn, Promise.resolve(waits)]))?.code ?? 'in'));
}

describe('a process that has nothing but work to do', () => {
  it('lets in as many as keep it busy; the next one begins when one has ended, in the order they came', async () => {
    const { ask } = startBusy();
    const first = Array.from({ length: 4 }, ask);
    const later = [ask(), ask()].map(({ turn }) => turn);
    expect(first.map(({ turn }) => turn)).toEqual([null, null, null, null]);
    expect(await stateOf(later)).toEqual(['waits', 'waits']);
    first[0]?.end();
    expect(await stateOf(later)).toEqual(['in', 'waits']);
  });

  it('lets in more when operations end fast: what is done in a quarter of a second', () => {
    const { overload, pressure, ask } = startBusy(false);
    for (let look = 0; look < 50; look += 1) {
      for (let count = 0; count < 80; count += 1) overload.begin()();
      pressure.onSample(200);
    }
    for (let count = 0; count < 80; count += 1) overload.begin()();
    pressure.isSaturated = true;
    pressure.onSample(200);
    const asked = Array.from({ length: 150 }, ask);
    expect(asked.filter(({ turn }) => turn === null)).toHaveLength(100);
  });

  it('turns away who has waited for three seconds', async () => {
    const { pressure, ask } = startBusy();
    const held = Array.from({ length: 5 }, ask);
    const turn = [held[4]?.turn ?? null];
    vi.advanceTimersByTime(2999);
    pressure.onSample(200);
    expect(await stateOf(turn)).toEqual(['waits']);
    vi.advanceTimersByTime(1);
    pressure.onSample(200);
    expect(await stateOf(turn)).toEqual(['GATEWAY_OVERLOADED']);
  });

  it('turns away at once who comes after a hundred that wait', () => {
    const { overload, ask } = startBusy();
    for (let count = 0; count < 103; count += 1) ask();
    expect(overload.refusal()).toBeNull();
    ask();
    expect(overload.refusal()?.code).toBe('GATEWAY_OVERLOADED');
  });

  it('gives up places step by step, so that a short while of work turns nobody away', () => {
    const { overload, pressure, ask } = startBusy(false);
    for (let count = 0; count < 300; count += 1) overload.begin();
    pressure.isSaturated = true;
    pressure.onSample(200);
    pressure.onSample(200);
    pressure.isSaturated = false;
    for (let look = 0; look < 4; look += 1) pressure.onSample(200);
    expect(Array.from({ length: 50 }, ask).filter(({ turn }) => turn !== null)).toEqual([]);
  });

  it('lets more in with each look when it has time again, and all in the end', async () => {
    const { pressure, ask } = startBusy();
    const turns = Array.from({ length: 30 }, ask).map(({ turn }) => turn);
    pressure.isSaturated = false;
    pressure.onSample(200);
    const soon = (await stateOf(turns)).filter((state) => state === 'in').length;
    expect([soon > 4, soon < 10]).toEqual([true, true]);
    for (let look = 0; look < 20; look += 1) pressure.onSample(200);
    expect(await stateOf(turns)).toEqual(turns.map(() => 'in'));
  });
});

it('has nobody wait in a process that has time', () => {
  const { ask } = startBusy(false);
  expect(Array.from({ length: 900 }, ask).filter(({ turn }) => turn !== null)).toEqual([]);
});
