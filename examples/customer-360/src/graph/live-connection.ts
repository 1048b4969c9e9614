import { type Client, createClient } from 'graphql-ws';

export type LiveState = 'connecting' | 'live' | 'lost';

/** How often the socket is tried while nothing else comes, and how long an answer may take. */
const pingMs = 15_000;
const answerMs = 5_000;

/** The socket of all subscriptions, and whether it is open. */
export class LiveConnection {
  readonly sockets: Client;
  #state: LiveState = 'connecting';
  #hasBeenLive = false;
  readonly #listeners = new Set<() => void>();
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** @param onReturn What to do when the socket is open again after it was lost: changes in between were told to nobody. */
  constructor(url: string, onReturn: () => void) {
    this.sockets = createClient({
      url,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, Math.min(10_000, 500 * 2 ** retries))),
      keepAlive: pingMs,
      connectionAckWaitTimeout: answerMs,
      on: {
        connected: () => {
          const isReturn = this.#hasBeenLive && this.#state === 'lost';
          this.#hasBeenLive = true;
          this.#become('live');
          if (isReturn) onReturn();
        },
        // A network that is gone without a word, as after a computer's sleep, leaves the socket open for minutes.
        ping: (received) => {
          if (!received) this.#patience = setTimeout(() => this.sockets.terminate(), answerMs);
        },
        pong: (received) => {
          if (received) clearTimeout(this.#patience);
        },
        // A socket that nobody uses is closed by the client itself: 1000 is no loss.
        closed: (event) => {
          clearTimeout(this.#patience);
          this.#become((event as CloseEvent).code === 1000 ? 'connecting' : 'lost');
        },
      },
    });
  }

  // Bound, so that they can be given to useSyncExternalStore as they are.
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): LiveState => this.#state;

  #become(state: LiveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
