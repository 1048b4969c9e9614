import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseWire, readJson } from '../../../../src/datasources/_shared/parse-wire.js';
import { UpstreamError } from '../../../../src/errors/upstream-error.js';

const answer = (status: number, text: string) => ({ status, text, contentType: null, retryAfterMs: null });

function failureOf(read: () => unknown): UpstreamError {
  try {
    read();
  } catch (error) {
    if (error instanceof UpstreamError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('the JSON of an answer', () => {
  it('is read whatever the status, for an envelope to judge', () => {
    expect([200, 404].map((status) => readJson(answer(status, '{"a":1}'), 'QAPLA'))).toEqual([{ a: 1 }, { a: 1 }]);
  });

  it.each([
    [200, 'PROVIDER_CONTRACT'],
    [404, 'PROVIDER_REJECTED'],
  ])('that is none is, with status %i, %s', (status, code) => {
    for (const text of ['', '<html>', '{"a":', 'Warning: x\n{}']) {
      const failure = failureOf(() => readJson(answer(status, text), 'QAPLA'));
      expect(failure).toMatchObject({ code, provider: 'QAPLA' });
      expect(failure.detail).not.toContain('html');
    }
  });
});

describe('a decoded answer', () => {
  const schema = z.object({ order: z.object({ email: z.string(), lines: z.array(z.object({ qty: z.number() })) }) });

  it('that fits has what the schema names', () => {
    const fitting = { order: { email: 'a@example.com', lines: [{ qty: 1 }], extra: 1 } };
    expect(parseWire(schema, fitting, 'QAPLA')).toEqual({ order: { email: 'a@example.com', lines: [{ qty: 1 }] } });
  });

  it('that does not fit is PROVIDER_CONTRACT with the place of the misfit and never a value', () => {
    const misfit = { order: { email: 'a@example.com', lines: [{ qty: 'secret-value' }] } };
    const failure = failureOf(() => parseWire(schema, misfit, 'QAPLA'));
    expect(failure.code).toBe('PROVIDER_CONTRACT');
    expect(failure.detail).toContain('order.lines.0.qty');
    expect(inspect(failure, { depth: 20 })).not.toMatch(/secret-value|example\.com/);
  });

  it('that is another thing altogether says so', () => {
    expect(failureOf(() => parseWire(schema, 'text', 'QAPLA')).detail).toContain('(whole)');
  });
});
