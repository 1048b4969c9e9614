import type { Logger } from 'pino';
import type { ProviderName } from '../domain/provider.js';
import type { ChangeEvent, ChangeEvents } from './change-events.js';

/** Events within one process. */
export class InProcessEvents implements ChangeEvents {
  readonly #listeners = new Set<{ readonly listen: (event: ChangeEvent) => void }>();
  readonly #staleListeners: ((provider: ProviderName) => void)[] = [];
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  publish(event: ChangeEvent): void {
    this.publishStale(event.provider);
    for (const { listen } of this.#listeners) {
      try {
        listen(event);
      } catch (error) {
        // One listener's fault is neither the publisher's nor the other listeners'.
        this.#log.error({ err: error }, 'a listener of events failed');
      }
    }
  }

  subscribe(listen: (event: ChangeEvent) => void): () => void {
    // Wrapped, so that one function may listen twice and each end is its own.
    const listener = { listen };
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  publishStale(provider: ProviderName): void {
    for (const listen of this.#staleListeners) listen(provider);
  }

  whenStale(listen: (provider: ProviderName) => void): void {
    this.#staleListeners.push(listen);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    this.#staleListeners.length = 0;
  }
}
