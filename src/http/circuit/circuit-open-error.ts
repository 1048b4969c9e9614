import type { ProviderName } from '../../domain/provider.js';
import { UpstreamError } from '../../errors/upstream-error.js';

/** A call that was not sent, since calls like it keep failing. Nothing has happened, also where it was a write. */
export class CircuitOpenError extends UpstreamError {
  /** @param retryAfterMs until the next call is let through */
  constructor(provider: ProviderName, retryAfterMs: number) {
    super('PROVIDER_UNAVAILABLE', provider, { retryAfterMs: Math.ceil(retryAfterMs), detail: 'circuit open' });
  }
}
