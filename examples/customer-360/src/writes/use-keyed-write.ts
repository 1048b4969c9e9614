import { newIdempotencyKey } from 'commercegraph-client';
import { useCallback, useRef, useState } from 'react';
import { type Attempt, again, begin } from './attempt.js';
import type { Outcome } from './outcome.js';
import { forgetPending, readPending, rememberPending } from './pending-write.js';

interface KeyedWrite<Input, Value> {
  readonly attempt: Attempt<Input, Value>;
  /** Sends it, once, however often it is called. */
  readonly submit: (input: Input) => void;
  /** Sends the same write again, with the same key. */
  readonly repeat: () => void;
  /** Puts the outcome away and makes a key for the next thing. */
  readonly startAnew: () => void;
}

interface KeyedWriteOptions<Input, Value> {
  /** Under which a write whose outcome is not known survives a reload of the page. */
  readonly name: string;
  readonly send: (key: string, input: Input) => Promise<Outcome<Value>>;
  readonly onDone?: (value: Value) => void;
}

/** A write that happens once: see docs/writes.md. */
export function useKeyedWrite<Input, Value>({
  name,
  send,
  onDone,
}: KeyedWriteOptions<Input, Value>): KeyedWrite<Input, Value> {
  const [attempt, setAttempt] = useState<Attempt<Input, Value>>(() => restore(name));
  // What has begun counts at once, before the page is drawn again: the second click of a double click finds it sending.
  const current = useRef(attempt);

  const become = useCallback((next: Attempt<Input, Value>) => {
    current.current = next;
    setAttempt(next);
  }, []);

  const run = async (sending: (Attempt<Input, Value> & { stage: 'sending' }) | null) => {
    if (sending === null) return;
    const { key, input } = sending;
    become(sending);
    rememberPending(name, { key, input });
    const outcome = await send(key, input).catch((): Outcome<Value> => ({ kind: 'unknown', error: null }));
    if (outcome.kind !== 'unknown') forgetPending(name);
    become({ stage: 'answered', key, input, outcome });
    if (outcome.kind === 'done') onDone?.(outcome.value);
  };

  return {
    attempt,
    submit: (input) => void run(begin(current.current, input, newIdempotencyKey)),
    repeat: () => void run(again(current.current)),
    startAnew: () => {
      forgetPending(name);
      become({ stage: 'ready', key: newIdempotencyKey() });
    },
  };
}

/** A write that was under way when the page was closed: nobody read its answer. */
function restore<Input, Value>(name: string): Attempt<Input, Value> {
  const pending = readPending<Input>(name);
  return pending === null
    ? { stage: 'ready', key: newIdempotencyKey() }
    : { stage: 'answered', ...pending, outcome: { kind: 'unknown', error: null } };
}
