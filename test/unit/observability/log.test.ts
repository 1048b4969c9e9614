import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { createLog, describeError } from '../../../src/observability/log.js';

const key = 'qb_test_key_0123456789';

function logOf(level: string) {
  const lines: string[] = [];
  return { log: createLog(level, { write: (line: string) => void lines.push(line) }), lines };
}

describe('a log line', () => {
  it('is JSON with a time, a level and the fields that were chosen', () => {
    const { log, lines } = logOf('info');
    log.info({ provider: 'QAPLA', durationMs: 5 }, 'operation');
    const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    expect(line).toEqual({ level: 30, time: expect.any(String), provider: 'QAPLA', durationMs: 5, msg: 'operation' });
    expect(new Date(String(line['time'])).toISOString()).toBe(line['time']);
  });

  it('is left out below the level', () => {
    const { log, lines } = logOf('warn');
    log.info('x');
    log.warn('y');
    expect(lines).toHaveLength(1);
  });
});

describe('an error in the log', () => {
  const quoting = new Error(`GET /?apiKey=${key}`, { cause: new Error(key) });
  const nested = new Error(`failed:\n    at ${key} (file.js:1:1)`);
  const named = new UpstreamError('PROVIDER_CONTRACT', 'QAPLA', { cause: new Error(key) });

  it.each([
    ['under err with a message', (error: Error) => [{ err: error }, 'unexpected error'] as const],
    ['under err alone', (error: Error) => [{ err: error }] as const],
    ['alone', (error: Error) => [error] as const],
  ])('has no text that may quote a value, given %s', (_, argumentsOf) => {
    for (const error of [quoting, nested, named]) {
      const { log, lines } = logOf('info');
      const [first, text] = argumentsOf(error);
      if (text === undefined) log.error(first);
      else log.error(first, text);
      expect(lines).toHaveLength(1);
      expect(lines.join('')).not.toContain(key);
      expect(lines[0]).toContain(error.name);
    }
  });

  it('has its name, its code and where it comes from', () => {
    expect(describeError(named)).toMatchObject({
      name: 'UpstreamError',
      code: 'PROVIDER_CONTRACT',
      at: expect.stringContaining('log.test.ts'),
    });
  });

  it('has no stack where its message was changed afterwards', () => {
    const changed = new Error(`old\n    at ${key} (file.js:1:1)`);
    changed.message = 'new';
    expect(JSON.stringify(describeError(changed))).not.toContain(key);
  });

  it.each(['text', 42, null, undefined, { message: key }])('may be no error at all: %j', (thrown) => {
    expect(JSON.stringify(describeError(thrown))).not.toContain(key);
  });
});
