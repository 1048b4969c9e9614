import type { UpstreamError } from '../errors/upstream-error.js';

export type ProviderStatus = 'OK' | 'DEGRADED' | 'DOWN' | 'UNKNOWN';

const remembered = 20;
const downAfter = 5;

/** How a provider has answered lately, from the newest calls of this process. */
export class ProviderHealth {
  readonly #outcomes: boolean[] = [];

  /** Notes one answer; a refusal of the request itself says nothing about the provider. */
  record(error: UpstreamError | null): void {
    if (error?.code === 'PROVIDER_REJECTED' || error?.code === 'DEADLINE_EXCEEDED') return;
    this.#outcomes.push(error === null);
    if (this.#outcomes.length > remembered) this.#outcomes.shift();
  }

  /** DOWN when the newest five failed, or all there were; DEGRADED when any of the newest twenty failed. */
  get status(): ProviderStatus {
    if (this.#outcomes.length === 0) return 'UNKNOWN';
    if (!this.#outcomes.slice(-downAfter).includes(true)) return 'DOWN';
    return this.#outcomes.includes(false) ? 'DEGRADED' : 'OK';
  }
}
