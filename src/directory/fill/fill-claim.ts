import { randomUUID } from 'node:crypto';
import { endOfWork } from '../../http/end-of-work.js';
import type { DirectoryWork } from '../directory-work.js';
import { restFor } from './growing-pause.js';

interface FillClaimParts {
  readonly work: DirectoryWork;
  /** How long the claim outlasts a process that was killed, in milliseconds. */
  readonly leaseMs: number;
}

/** The right to fill, which one process has at a time; another waits and takes over when it ends. */
export class FillClaim {
  readonly #work: DirectoryWork;
  readonly #leaseMs: number;
  readonly #owner = randomUUID();

  constructor({ work, leaseMs }: FillClaimParts) {
    this.#work = work;
    this.#leaseMs = leaseMs;
  }

  /** Does the work whenever the claim is ours, until the signal ends it. */
  async during(signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      if ((await this.#claim()) === 'OURS') await this.#workWhileOurs(signal, work);
      else await restFor(this.#leaseMs / 5, signal);
    }
    // A store that cannot be used ends the claim by itself, when its time is over.
    await this.#work.releaseFill(this.#owner).catch(() => undefined);
  }

  async #workWhileOurs(signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const controller = endOfWork();
    const end = () => controller.abort();
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    const renewing = this.#renew(controller);
    try {
      await work(controller.signal);
    } finally {
      end();
      signal.removeEventListener('abort', end);
      await renewing;
    }
  }

  /** Renews the claim as long as the work goes on, and ends the work when the claim is lost. */
  async #renew(controller: AbortController): Promise<void> {
    const pauseMs = this.#leaseMs / 3;
    for (let renewedAt = Date.now(); ; ) {
      await restFor(pauseMs, controller.signal);
      if (controller.signal.aborted) return;
      const answer = await this.#claim();
      if (answer === 'OURS') renewedAt = Date.now();
      // A claim that cannot be renewed is ours until its time is over, and no longer.
      else if (answer === 'TAKEN' || Date.now() - renewedAt >= this.#leaseMs - pauseMs) return controller.abort();
    }
  }

  async #claim(): Promise<'OURS' | 'TAKEN' | 'UNKNOWN'> {
    try {
      return (await this.#work.claimFill(this.#owner, this.#leaseMs)) ? 'OURS' : 'TAKEN';
    } catch {
      return 'UNKNOWN';
    }
  }
}
