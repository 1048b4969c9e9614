import type { ProviderName } from '../domain/provider.js';
import type { ProviderErrorCode } from './codes.js';

interface UpstreamErrorOptions {
  readonly retryAfterMs?: number | undefined;
  /** Of a write whose outcome is unknown: what to look for at the provider, from the caller's own input. Shown. */
  readonly reference?: string | undefined;
  /** For the log only: never shown to a caller. Field names and statuses, never values. */
  readonly detail?: string | undefined;
  readonly cause?: unknown;
}

const retryableCodes: ReadonlySet<ProviderErrorCode> = new Set<ProviderErrorCode>([
  'PROVIDER_RATE_LIMITED',
  'PROVIDER_TIMEOUT',
  'PROVIDER_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
]);

/** The one class for trouble with a provider. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  /** Whether the same read may be asked again later with hope. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  readonly detail: string | null;
  readonly reference: string | null;

  constructor(
    readonly code: ProviderErrorCode,
    readonly provider: ProviderName,
    { retryAfterMs, reference, detail, cause }: UpstreamErrorOptions = {},
  ) {
    super(`${provider}: ${code}${detail === undefined ? '' : ` (${detail})`}`, { cause });
    this.retryable = retryableCodes.has(code);
    this.retryAfterMs = retryAfterMs ?? null;
    this.detail = detail ?? null;
    this.reference = reference ?? null;
  }
}
