import { requestErrors } from '../errors/codes.js';
import { RequestError } from '../errors/request-error.js';

interface QueueOptions {
  /** The most items that wait. */
  readonly limit: number;
  /** Called once: when the reader ends, or when more came than may wait. */
  readonly onEnd: () => void;
}

/**
 * Items in the order they came, for one reader that takes them at its own speed and asks for one at a time. When more came than may
 * wait, those that wait are still given, then `next` throws RequestError EVENTS_LOST: a gap is told, never passed over.
 */
export class EventQueue<Item> implements AsyncIterableIterator<Item, undefined> {
  readonly #limit: number;
  readonly #onEnd: () => void;
  #waiting: Item[] = [];
  #state: 'OPEN' | 'OVERRUN' | 'ENDED' = 'OPEN';
  #reader: ((result: IteratorResult<Item, undefined>) => void) | null = null;

  constructor({ limit, onEnd }: QueueOptions) {
    this.#limit = limit;
    this.#onEnd = onEnd;
  }

  push(item: Item): void {
    if (this.#state !== 'OPEN') return;
    if (this.#reader !== null) this.#give({ done: false, value: item });
    else if (this.#waiting.length < this.#limit) this.#waiting.push(item);
    else {
      this.#state = 'OVERRUN';
      this.#onEnd();
    }
  }

  async next(): Promise<IteratorResult<Item, undefined>> {
    if (this.#waiting.length > 0) return { done: false, value: this.#waiting.shift() as Item };
    if (this.#state === 'OVERRUN') {
      this.#state = 'ENDED';
      throw new RequestError('EVENTS_LOST', requestErrors.EVENTS_LOST);
    }
    if (this.#state === 'ENDED') return { done: true, value: undefined };
    return new Promise((resolve) => {
      this.#reader = resolve;
    });
  }

  /** Ends it: what waits is dropped, and a reader that waits is told. */
  async return(): Promise<IteratorResult<Item, undefined>> {
    if (this.#state === 'OPEN') this.#onEnd();
    this.#state = 'ENDED';
    this.#waiting = [];
    this.#give({ done: true, value: undefined });
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #give(result: IteratorResult<Item, undefined>): void {
    const reader = this.#reader;
    this.#reader = null;
    reader?.(result);
  }
}
