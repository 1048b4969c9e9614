import { RequestError } from '../errors/request-error.js';
import { UpstreamError } from '../errors/upstream-error.js';
import type { WriteRequest } from './writes.js';

/** Whether a write may have happened. */
export function isUnknown(error: unknown): boolean {
  return error instanceof UpstreamError && error.code === 'PROVIDER_OUTCOME_UNKNOWN';
}

/** The error of a write whose outcome stays unknown. */
export function unknownOutcome(
  { provider, reference }: Pick<WriteRequest<unknown>, 'provider' | 'reference'>,
  cause: unknown,
): UpstreamError {
  return new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', provider, { reference, cause });
}

/** The error of a write whose outcome was removed with a person's data. */
export function forgotten(): RequestError {
  return new RequestError(
    'NOT_FOUND',
    'This was done; its outcome was forgotten together with the person it was about.',
  );
}

/** The error of a key that was used with another input. */
export function conflict(): RequestError {
  return new RequestError(
    'IDEMPOTENCY_CONFLICT',
    'The idempotency key was used before with another input; use a new key for a new write.',
  );
}
