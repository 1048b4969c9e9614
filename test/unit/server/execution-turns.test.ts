import { describe, expect, it } from 'vitest';
import { ExecutionTurns } from '../../../src/server/overload/execution-turns.js';

/** Executions that are begun in a quiet process, and end when they are told to. */
function start() {
  const pressure = {
    isSaturated: false,
    idleShare: 1,
    whenLooked: (tell: (elapsedMs: number) => void) => (look = tell),
  };
  let look: (elapsedMs: number) => void = () => {};
  const turns = new ExecutionTurns(pressure);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const answers: Promise<string>[] = [];
  const ask = (count: number) => {
    for (let asked = 0; asked < count; asked += 1) {
      const number = answers.length;
      const execute = () => {
        begun.push(number);
        return new Promise<string>((resolve) => (ends[number] = () => resolve(`answer ${number}`)));
      };
      answers.push(turns.take(execute));
    }
  };
  const settled = () => new Promise(setImmediate);
  return { turns, pressure, begun, ends, answers, ask, look: () => look(20), settled };
}

describe('executions that are asked for in one moment', () => {
  it('begin a few at once, each other when one has ended, in the order they came', async () => {
    const { begun, ends, answers, ask, settled } = start();
    ask(10);
    expect(begun).toEqual([0, 1, 2, 3]);
    ends[2]?.();
    await settled();
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    expect(await answers[2]).toBe('answer 2');
  });

  it('all begin within three looks that found nothing but waiting', async () => {
    const { begun, ask, look, settled } = start();
    ask(100);
    for (const expected of [20, 100]) {
      look();
      await settled();
      expect(begun).toHaveLength(expected);
    }
  });

  it('go down to two at once where there is nothing but work', async () => {
    const { pressure, begun, ends, ask, look, settled } = start();
    ask(10);
    pressure.isSaturated = true;
    pressure.idleShare = 0;
    for (let looks = 0; looks < 5; looks += 1) look();
    ends[0]?.();
    ends[1]?.();
    await settled();
    // Two of the first four are still under way.
    expect(begun).toHaveLength(4);
    ends[2]?.();
    await settled();
    expect(begun).toHaveLength(5);
  });

  it('give their place back when they fail, or fail to begin', async () => {
    const { turns, ask, begun, ends, settled } = start();
    ask(3);
    const failing = turns.take(() => {
      throw new Error('at once');
    });
    const late = turns.take(() => Promise.reject(new Error('later')));
    ask(1);
    await expect(failing).rejects.toThrow('at once');
    await expect(late).rejects.toThrow('later');
    await settled();
    expect(begun).toHaveLength(4);
    ends[0]?.();
  });
});
