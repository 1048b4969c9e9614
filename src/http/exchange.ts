import type { Dispatcher } from 'undici';
import { ignoreEnd, whenEnded, workHasEnded } from './end-of-work.js';

/** Thrown when an answer is larger than the cap; the rest of it is not read. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** Thrown when there is no whole answer in time, or nobody waits for it any more. */
export class GivenUpError extends Error {
  override readonly name = 'GivenUpError';
}

export interface ExchangeLimits {
  /** For the whole answer. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Ends the exchange when it is aborted; null for one that goes on without its caller. */
  readonly signal: AbortSignal | null;
}

/** An answer as it came over the wire, read to its end. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/**
 * Sends one request and reads its answer to the end. What is given up before it was sent is not sent later.
 *
 * @throws BodyTooLargeError, GivenUpError, and whatever the connection throws when it breaks.
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  limits: ExchangeLimits,
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const answering = new Answering(resolve, reject, limits);
    if (!answering.isOver) dispatcher.dispatch(request, answering);
  });
}

/** Takes an answer in, chunk by chunk: the least that a call can cost. */
class Answering implements Dispatcher.DispatchHandler {
  readonly #resolve: (answer: WireAnswer) => void;
  readonly #reject: (cause: Error) => void;
  readonly #limits: ExchangeLimits;
  readonly #timer: NodeJS.Timeout;
  readonly #giveUp = () => this.#fail(new GivenUpError('no answer'));
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;
  #headers: WireAnswer['headers'] = {};
  #controller: Dispatcher.DispatchController | null = null;
  isOver = false;

  constructor(resolve: (answer: WireAnswer) => void, reject: (cause: Error) => void, limits: ExchangeLimits) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#limits = limits;
    this.#timer = setTimeout(this.#giveUp, limits.timeoutMs);
    if (limits.signal?.aborted) this.#giveUp();
    else if (limits.signal !== null) whenEnded(limits.signal, this.#giveUp);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It may have waited for a connection for too long.
    if (this.isOver) controller.abort(workHasEnded);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: WireAnswer['headers']): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size <= this.#limits.maxBytes) this.#chunks.push(chunk);
    else this.#fail(new BodyTooLargeError(`more than ${this.#limits.maxBytes} bytes`));
  }

  onResponseEnd(): void {
    if (!this.#end()) return;
    const [only] = this.#chunks;
    const body = only !== undefined && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks, this.#size);
    this.#resolve({ status: this.#status, headers: this.#headers, text: body.toString('utf8') });
  }

  onResponseError(_: Dispatcher.DispatchController, cause: Error): void {
    if (this.#end()) this.#reject(cause);
  }

  #fail(cause: Error): void {
    if (!this.#end()) return;
    this.#reject(cause);
    this.#controller?.abort(workHasEnded);
  }

  /** Whether this is what ends it. */
  #end(): boolean {
    if (this.isOver) return false;
    this.isOver = true;
    clearTimeout(this.#timer);
    if (this.#limits.signal !== null) ignoreEnd(this.#limits.signal, this.#giveUp);
    return true;
  }
}
