import type { ProviderErrorCode } from '../../errors/codes.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { Verdict } from './circuit.js';

/** The provider fails. A refusal of the credentials or of the request is an answer. */
const failures: ReadonlySet<ProviderErrorCode> = new Set([
  'PROVIDER_UNAVAILABLE',
  'PROVIDER_TIMEOUT',
  'PROVIDER_CONTRACT',
  'PROVIDER_OUTCOME_UNKNOWN',
]);
const answers: ReadonlySet<ProviderErrorCode> = new Set(['PROVIDER_REJECTED', 'PROVIDER_AUTH']);

/** What a call's end says of the provider. @param error null for an answer that can be used */
export function verdictOf(error: unknown): Verdict {
  if (error === null) return 'ANSWERED';
  if (!(error instanceof UpstreamError)) return 'UNTOLD';
  if (failures.has(error.code)) return 'FAILED';
  return answers.has(error.code) ? 'ANSWERED' : 'UNTOLD';
}
