import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Overload } from '../../../src/server/overload/overload.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

interface Pressure {
  lastingMs: number;
  isSaturated: boolean;
  idleShare: number;
  onLook: (elapsedMs: number) => void;
  whenLooked: (tell: (elapsedMs: number) => void) => void;
}

/** A process that has nothing but work to do, until it is told otherwise. */
function startBusy(isSaturated = true) {
  const pressure: Pressure = {
    lastingMs: 0,
    isSaturated,
    idleShare: 0,
    onLook: () => {},
    whenLooked: (tell) => {
      pressure.onLook = tell;
    },
  };
  const overload = new Overload({ maxOperations: 1000, maxLoopDelayMs: 500 }, pressure);
  pressure.onLook(20);
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
  it('lets twenty in; the next one begins when one has ended, in the order they came', async () => {
    const { ask } = startBusy();
    const first = Array.from({ length: 20 }, ask);
    const later = [ask(), ask()].map(({ turn }) => turn);
    expect(first.map(({ turn }) => turn)).toEqual(first.map(() => null));
    expect(await stateOf(later)).toEqual(['waits', 'waits']);
    first[0]?.end();
    expect(await stateOf(later)).toEqual(['in', 'waits']);
  });

  it('lets in more when operations end fast: what is done in sixty milliseconds', () => {
    const { overload, pressure, ask } = startBusy(false);
    for (let look = 0; look < 100; look += 1) {
      for (let count = 0; count < 40; count += 1) overload.begin()();
      if (look === 99) pressure.isSaturated = true;
      pressure.onLook(20);
    }
    const asked = Array.from({ length: 150 }, ask);
    expect(asked.filter(({ turn }) => turn === null)).toHaveLength(120);
  });

  it('turns away who has waited for three seconds', async () => {
    const { pressure, ask } = startBusy();
    const held = Array.from({ length: 21 }, ask);
    const turn = [held[20]?.turn ?? null];
    vi.advanceTimersByTime(2999);
    pressure.onLook(20);
    expect(await stateOf(turn)).toEqual(['waits']);
    vi.advanceTimersByTime(1);
    pressure.onLook(20);
    expect(await stateOf(turn)).toEqual(['GATEWAY_OVERLOADED']);
  });

  it('turns away at once who comes after a hundred that wait', () => {
    const { overload, ask } = startBusy();
    for (let count = 0; count < 119; count += 1) ask();
    expect(overload.refusal()).toBeNull();
    ask();
    expect(overload.refusal()?.code).toBe('GATEWAY_OVERLOADED');
  });

  it('gives up places step by step, so that a short while of work turns nobody away', () => {
    const { overload, pressure, ask } = startBusy(false);
    const ends = Array.from({ length: 300 }, () => overload.begin());
    pressure.isSaturated = true;
    pressure.onLook(20);
    pressure.onLook(20);
    for (const end of ends) end();
    expect(Array.from({ length: 147 }, ask).filter(({ turn }) => turn !== null)).toEqual([]);
  });

  it.each([
    { idleShare: 0.3, expected: [28, 37, 51], words: 'a few more in with each look in which there was some time left' },
    { idleShare: 0.03, expected: [21, 21, 21], words: 'hardly more in while there is hardly time left' },
  ])('lets $words', async ({ idleShare, expected }) => {
    const { overload, pressure, ask } = startBusy();
    const turns = Array.from({ length: 60 }, ask).map(({ turn }) => turn);
    for (const turn of turns) void turn?.then(() => overload.begin());
    pressure.isSaturated = false;
    pressure.idleShare = idleShare;
    const begun = [];
    for (let look = 0; look < expected.length; look += 1) {
      pressure.onLook(20);
      begun.push((await stateOf(turns)).filter((state) => state === 'in').length);
    }
    expect(begun).toEqual(expected);
  });

  it('lets all in within a moment once there is nothing to do but wait', async () => {
    const { pressure, ask } = startBusy();
    const turns = Array.from({ length: 90 }, ask).map(({ turn }) => turn);
    pressure.isSaturated = false;
    pressure.idleShare = 1;
    for (let look = 0; look < 3; look += 1) pressure.onLook(20);
    expect(await stateOf(turns)).toEqual(turns.map(() => 'in'));
  });
});

it('has nobody wait in a process that has time', () => {
  const { ask } = startBusy(false);
  expect(Array.from({ length: 900 }, ask).filter(({ turn }) => turn !== null)).toEqual([]);
});
