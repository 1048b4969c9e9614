import { UpstreamError } from '../../errors/upstream-error.js';
import { decoded } from '../../http/shared-reads.js';
import type { OperationScope, UpstreamAnswer, UpstreamClient, UpstreamRequest } from '../../http/upstream-request.js';

/**
 * Sends a write once and reads its answer. An answer that cannot be understood says nothing of what was done.
 *
 * @param read gives what the answer says, or throws UpstreamError PROVIDER_REJECTED for one that says the write was refused
 * @throws UpstreamError PROVIDER_OUTCOME_UNKNOWN when the write may have happened; every other code means that it has not.
 */
export async function sendWrite<Answer>(
  { client, scope }: { readonly client: UpstreamClient; readonly scope: OperationScope },
  request: Omit<UpstreamRequest, 'repeatable'>,
  read: (answer: UpstreamAnswer) => Answer,
): Promise<Answer> {
  const answer = await client.send({ ...request, repeatable: false }, scope);
  try {
    return decoded(answer, read);
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.code !== 'PROVIDER_CONTRACT') throw error;
    throw new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', error.provider, {
      cause: error,
      detail: error.detail ?? undefined,
    });
  }
}
