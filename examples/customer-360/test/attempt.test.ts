import { describe, expect, test } from 'vitest';
import { type Attempt, again, begin, isOpen } from '../src/writes/attempt.js';
import type { Outcome } from '../src/writes/outcome.js';

const trouble = {
  code: 'X',
  message: 'X',
  provider: null,
  retryable: true,
  retryAfterMs: null,
  requestId: null,
  path: [],
};
const outcomes = {
  done: { kind: 'done', value: 'made' },
  refused: { kind: 'refused', userErrors: [] },
  'not-done': { kind: 'not-done', error: trouble },
  unknown: { kind: 'unknown', error: null },
  conflict: { kind: 'conflict' },
  'ledger-unavailable': { kind: 'ledger-unavailable' },
} as const satisfies Record<string, Outcome<string>>;

const newKey = () => 'second';
const answered = (kind: keyof typeof outcomes): Attempt<string, string> => ({
  stage: 'answered',
  key: 'first',
  input: 'mug',
  outcome: outcomes[kind],
});

describe('a write', () => {
  test('is sent with the key that was there before', () => {
    expect(begin({ stage: 'ready', key: 'first' }, 'mug', newKey)).toEqual({
      stage: 'sending',
      key: 'first',
      input: 'mug',
    });
  });

  test('is not sent a second time while it is under way', () => {
    const sending = { stage: 'sending', key: 'first', input: 'mug' } as const;
    expect(begin(sending, 'mug', newKey)).toBeNull();
    expect(again(sending)).toBeNull();
  });

  test.each(['not-done', 'unknown', 'ledger-unavailable'] as const)(
    'keeps its key when it is sent again after %s',
    (kind) => {
      expect(again(answered(kind))).toEqual({ stage: 'sending', key: 'first', input: 'mug' });
      expect(begin(answered(kind), 'mug', newKey)?.key).toBe('first');
    },
  );

  test.each(['done', 'refused', 'conflict'] as const)('is a new one, with a new key, after %s', (kind) => {
    expect(again(answered(kind))).toBeNull();
    expect(begin(answered(kind), 'mug', newKey)?.key).toBe('second');
  });

  test.each(['not-done', 'ledger-unavailable'] as const)('of another input takes a new key after %s', (kind) => {
    expect(begin(answered(kind), 'shirt', newKey)).toEqual({ stage: 'sending', key: 'second', input: 'shirt' });
  });

  test('of another input waits while nobody knows whether the last one happened', () => {
    expect(begin(answered('unknown'), 'shirt', newKey)).toBeNull();
    expect(isOpen(answered('unknown'))).toBe(false);
    expect(isOpen(answered('refused'))).toBe(true);
  });
});
