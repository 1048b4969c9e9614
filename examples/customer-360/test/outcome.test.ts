import { describe, expect, test } from 'vitest';
import { readOutcome } from '../src/writes/outcome.js';

interface Data {
  readonly made: string | null;
  readonly userErrors: { field: string[]; message: string; code: string }[];
}

const read = ({ made, userErrors }: Data) => ({ value: made, userErrors });
const failed = (code: string, path: (string | number)[] = ['createOrders']) => ({
  errors: [{ message: `It is ${code}.`, path, extensions: { code, provider: 'QUICKBUTIK', requestId: 'r-1' } }],
});

describe('what became of a write', () => {
  test('is done when the payload names what was made', () => {
    expect(readOutcome({ data: { made: '1', userErrors: [] } }, read)).toEqual({ kind: 'done', value: '1' });
  });

  test('is done although something else of the answer could not be read', () => {
    const answer = {
      data: { made: '1', userErrors: [] },
      error: failed('PROVIDER_TIMEOUT', ['createOrders', 'results', 0, 'order', 'total']),
    };
    expect(readOutcome(answer, read).kind).toBe('done');
  });

  test('is refused when the payload says what is wrong with the input', () => {
    const userErrors = [{ field: ['orders'], message: 'Too many.', code: 'TOO_MANY' }];
    expect(readOutcome({ data: { made: null, userErrors } }, read)).toEqual({ kind: 'refused', userErrors });
  });

  test.each(['PROVIDER_UNAVAILABLE', 'PROVIDER_RATE_LIMITED', 'PROVIDER_AUTH', 'DEADLINE_EXCEEDED', 'BAD_USER_INPUT'])(
    'is nothing when the answer is %s',
    (code) => {
      expect(readOutcome<Data, string>({ data: null, error: failed(code) }, read)).toMatchObject({
        kind: 'not-done',
        error: { code },
      });
    },
  );

  test('is unknown when the gateway says so, also for one row of a payload', () => {
    const answer = {
      data: { made: null, userErrors: [] },
      error: failed('PROVIDER_OUTCOME_UNKNOWN', ['createOrders', 'results', 0]),
    };
    expect(readOutcome(answer, read)).toMatchObject({ kind: 'unknown', error: { code: 'PROVIDER_OUTCOME_UNKNOWN' } });
  });

  test.each([
    ['no answer came', { data: undefined, error: new TypeError('Failed to fetch') }],
    ['the gateway failed in a way it did not foresee', { data: null, error: failed('INTERNAL_SERVER_ERROR') }],
    ['the answer says nothing', { data: null }],
    ['the payload names nothing', { data: { made: null, userErrors: [] } }],
  ])('is unknown when %s', (_, answer) => {
    expect(readOutcome<Data, string>(answer, read).kind).toBe('unknown');
  });

  test('is a conflict or a closed ledger when the gateway says so', () => {
    expect(readOutcome<Data, string>({ error: failed('IDEMPOTENCY_CONFLICT') }, read)).toEqual({ kind: 'conflict' });
    expect(readOutcome<Data, string>({ error: failed('LEDGER_UNAVAILABLE') }, read)).toEqual({
      kind: 'ledger-unavailable',
    });
  });
});
