import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { BodyTooLargeError, GivenUpError } from './exchange.js';
import { codeOf, neverConnected } from './network-code.js';
import type { UpstreamAnswer, UpstreamRequest } from './upstream-request.js';

/** The error of a call that brought no answer. */
export function errorOf(
  cause: unknown,
  { repeatable, provider }: { readonly repeatable: boolean; readonly provider: ProviderName },
): UpstreamError {
  const aborted = cause instanceof GivenUpError;
  if (!repeatable && !neverConnected.has(codeOf(cause))) {
    return new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', provider, {
      cause,
      detail: aborted ? 'no answer' : codeOf(cause),
    });
  }
  if (aborted) return new UpstreamError('PROVIDER_TIMEOUT', provider, { cause });
  if (cause instanceof BodyTooLargeError) {
    return new UpstreamError('PROVIDER_CONTRACT', provider, { detail: `body of ${cause.message}` });
  }
  return new UpstreamError('PROVIDER_UNAVAILABLE', provider, { cause, detail: codeOf(cause) });
}

/** The error that an answer stands for; null for one that can be used. */
export function failureOf(
  { status, retryAfterMs, contentEncoding, text }: UpstreamAnswer,
  { repeatable, acceptsRedirect = false }: UpstreamRequest,
  provider: ProviderName,
): UpstreamError | null {
  const detail = `status ${status}`;
  if (status === 401 || status === 403) return new UpstreamError('PROVIDER_AUTH', provider, { detail });
  if (status === 429) {
    return new UpstreamError('PROVIDER_RATE_LIMITED', provider, { detail, retryAfterMs: retryAfterMs ?? 1000 });
  }
  if (status >= 500 || status === 408) {
    if (!repeatable) return new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', provider, { detail });
    return new UpstreamError('PROVIDER_UNAVAILABLE', provider, { detail, retryAfterMs: retryAfterMs ?? undefined });
  }
  if (status < 200 || (status >= 300 && status < 400)) {
    return redirectFailure(status, { repeatable, acceptsRedirect, provider });
  }
  if (text === '' || isPlain(contentEncoding)) return null;
  const code = repeatable ? 'PROVIDER_CONTRACT' : 'PROVIDER_OUTCOME_UNKNOWN';
  return new UpstreamError(code, provider, { detail: 'content-encoding' });
}

/** Whether a body is not compressed: nothing else was asked for, and nothing here decodes it. */
function isPlain(contentEncoding: string | null | undefined): boolean {
  return !contentEncoding || /^(?:identity)?$/i.test(contentEncoding.trim());
}

/** Redirects are never followed: they would carry the credentials elsewhere. */
function redirectFailure(
  status: number,
  { repeatable, acceptsRedirect, provider }: { repeatable: boolean; acceptsRedirect: boolean; provider: ProviderName },
): UpstreamError | null {
  // These two ask for the same request elsewhere; the others may follow a write that was done.
  const isUntouched = status === 307 || status === 308;
  if (isUntouched && acceptsRedirect) return null;
  const code = repeatable || isUntouched ? 'PROVIDER_CONTRACT' : 'PROVIDER_OUTCOME_UNKNOWN';
  return new UpstreamError(code, provider, { detail: `status ${status}` });
}
