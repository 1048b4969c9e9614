import type { FormattedExecutionResult } from 'graphql';
import type { ToldChange } from '../../context/gateway-context.js';
import { mapInOrder } from './map-in-order.js';

export type Answer = FormattedExecutionResult;

/** How many changes are told side by side: enough to keep up with a slow provider, few enough to leave calls to others. */
const width = 8;

interface TellOptions {
  /** Makes the answer to one change; the signal is aborted when nobody waits for it any more. Must not reject. */
  readonly tell: (change: ToldChange, signal: AbortSignal) => Promise<Answer>;
  /** Makes the last answer of a stream whose changes failed. */
  readonly tellFailure: (error: unknown) => Answer;
  /** Called once, with the number of answers given. */
  readonly onEnd: (count: number) => void;
}

/** The answers to a subscription's changes, in their order; it must be read to its end or ended by `return`. Never throws. */
export class AnswerStream implements AsyncIterableIterator<Answer, undefined> {
  readonly #changes: AsyncIterator<ToldChange, undefined>;
  readonly #answers: AsyncGenerator<Answer, undefined, undefined>;
  readonly #leaving = new AbortController();
  readonly #onEnd: (count: number) => void;
  #count = 0;
  #isEnded = false;

  constructor(changes: AsyncIterator<ToldChange, undefined>, { tell, tellFailure, onEnd }: TellOptions) {
    this.#changes = changes;
    this.#onEnd = onEnd;
    this.#answers = this.#answer((change) => tell(change, this.#leaving.signal), tellFailure);
  }

  next(): Promise<IteratorResult<Answer, undefined>> {
    return this.#answers.next();
  }

  /** Ends it at once: a generator that waits for a change would end with the next one only. */
  async return(): Promise<IteratorResult<Answer, undefined>> {
    this.#leaving.abort();
    await this.#changes.return?.();
    this.#end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async *#answer(
    tell: (change: ToldChange) => Promise<Answer>,
    tellFailure: (error: unknown) => Answer,
  ): AsyncGenerator<Answer, undefined, undefined> {
    try {
      for await (const answer of mapInOrder(this.#changes, width, tell)) {
        if (this.#leaving.signal.aborted) return;
        if (!saysSomething(answer)) continue;
        this.#count += 1;
        yield answer;
      }
    } catch (error) {
      yield tellFailure(error);
    } finally {
      this.#end();
    }
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#onEnd(this.#count);
  }
}

/** A change that does not pass the subscriber's filter is null without an error. */
function saysSomething({ data, errors }: Answer): boolean {
  return errors !== undefined || Object.values(data ?? {}).some((value) => value !== null);
}
