import type { Outcome } from './outcome.js';

/** One thing a person wants to do: its key is there before the button can be pressed, and stays until the outcome is known. */
export type Attempt<Input, Value> =
  | { readonly stage: 'ready'; readonly key: string }
  | { readonly stage: 'sending'; readonly key: string; readonly input: Input }
  | { readonly stage: 'answered'; readonly key: string; readonly input: Input; readonly outcome: Outcome<Value> };

/** The attempt to send for an input, or null when it must not be sent now: something else is under way or unsettled. */
export function begin<Input, Value>(
  attempt: Attempt<Input, Value>,
  input: Input,
  newKey: () => string,
): (Attempt<Input, Value> & { stage: 'sending' }) | null {
  if (attempt.stage === 'sending') return null;
  if (attempt.stage === 'ready') return { stage: 'sending', key: attempt.key, input };
  const isRepeat = isRepeatable(attempt.outcome) && isSame(attempt.input, input);
  // While nobody knows whether it happened, another input must wait: with a new key it might be a second order.
  if (attempt.outcome.kind === 'unknown' && !isRepeat) return null;
  return { stage: 'sending', key: isRepeat ? attempt.key : newKey(), input };
}

/** The same write once more, with its key and input; null when there is nothing that may be repeated. */
export function again<Input, Value>(
  attempt: Attempt<Input, Value>,
): (Attempt<Input, Value> & { stage: 'sending' }) | null {
  if (attempt.stage !== 'answered' || !isRepeatable(attempt.outcome)) return null;
  return { stage: 'sending', key: attempt.key, input: attempt.input };
}

/** Whether the same key may be sent again, and it would make sense. */
export function isRepeatable(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'not-done' || outcome.kind === 'unknown' || outcome.kind === 'ledger-unavailable';
}

/** Whether the input may be changed: not while it is being sent, nor while nobody knows whether it happened. */
export function isOpen(attempt: Attempt<unknown, unknown>): boolean {
  return attempt.stage === 'ready' || (attempt.stage === 'answered' && attempt.outcome.kind !== 'unknown');
}

/** Inputs are plain data made by this app, field by field in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
