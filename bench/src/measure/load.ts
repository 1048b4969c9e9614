import { fileURLToPath } from 'node:url';
import { type Started, startProcess } from './processes.js';

export interface LoadRequest {
  readonly url: string;
  readonly path: string;
  /** Sent one after the other, over all connections, from the beginning again when they are used up. */
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly amount: number;
  /** @default POST */
  readonly method?: 'GET' | 'POST';
}

export interface LoadOutcome {
  readonly requests: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of all answers, heads included. */
  readonly bytes: number;
  /** Requests without an answer of status 2xx. */
  readonly failures: number;
}

/** The load generator, as the bench talks to it. */
export class Load {
  readonly #process: Started;

  private constructor(process: Started) {
    this.#process = process;
  }

  /** @param core the core it may use; null for any */
  static start(core: number | null): Load {
    const file = fileURLToPath(new URL('load-process.js', import.meta.url));
    return new Load(startProcess([process.execPath, file], { core, hasChannel: true }));
  }

  /** @throws Error when the generator itself fails */
  async run(asked: LoadRequest): Promise<LoadOutcome> {
    const outcome = (await this.#process.ask(asked)) as LoadOutcome | { readonly failure: string };
    if ('failure' in outcome) throw new Error(outcome.failure);
    return outcome;
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }
}
