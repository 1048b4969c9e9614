import { describe, expect, it } from 'vitest';
import { type Finding, firstFound } from '../../../src/joins/first-found.js';

const finds =
  (found: string | null, isComplete = true) =>
  async (): Promise<Finding<string>> => ({ found, isComplete });
const fails = (reason: string) => () => Promise.reject<Finding<string>>(new Error(reason));
const hangs = () => new Promise<Finding<string>>(() => {});
const longMs = 60_000;

describe('a look-up in several sources', () => {
  it('asks the dear ones only when the cheap one does not know', async () => {
    const asked: string[] = [];
    const dear = async () => {
      asked.push('dear');
      return { found: 'dear', isComplete: true };
    };
    expect((await firstFound(finds('cheap'), [dear], longMs)).found).toBe('cheap');
    expect(asked).toEqual([]);
    expect((await firstFound(finds(null), [dear], longMs)).found).toBe('dear');
    expect((await firstFound(fails('lost'), [dear], longMs)).found).toBe('dear');
    expect((await firstFound(null, [dear], longMs)).found).toBe('dear');
    expect(asked).toHaveLength(3);
  });

  it('asks the dear ones when the cheap one keeps silent', async () => {
    expect((await firstFound(hangs, [finds('dear')], 5)).found).toBe('dear');
  });

  it('ends with the first that knows, while others hang or fail', async () => {
    const outcome = await firstFound(null, [hangs, fails('lost'), finds('here'), hangs], longMs);
    expect(outcome).toEqual({ found: 'here', isComplete: true, failures: [] });
  });

  it('that found nothing says whether it could look everywhere', async () => {
    const whole = await firstFound(finds(null), [finds(null)], longMs);
    expect(whole).toEqual({ found: null, isComplete: true, failures: [] });
    expect((await firstFound(finds(null), [finds(null, false)], longMs)).isComplete).toBe(false);
    expect((await firstFound(finds(null, false), [finds(null)], longMs)).isComplete).toBe(false);
  });

  it('that found nothing tells every failure and is not complete', async () => {
    const outcome = await firstFound(fails('one'), [finds(null), fails('two')], longMs);
    expect([outcome.found, outcome.isComplete]).toEqual([null, false]);
    expect(outcome.failures.map((failure) => (failure as Error).message)).toEqual(['one', 'two']);
  });

  it('without any source is complete and empty', async () => {
    expect(await firstFound(null, [], longMs)).toEqual({ found: null, isComplete: true, failures: [] });
  });
});
