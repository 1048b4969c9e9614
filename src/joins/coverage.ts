import { toEpochMs } from '../domain/instant.js';
import type { Coverage } from '../domain/page.js';
import type { ProviderHeads } from './order-heads.js';

/** What a merged list says of one provider's share. */
export function coverageOf({ provider, isComplete, since, readAt }: ProviderHeads, hasFailed: boolean): Coverage {
  const complete = isComplete && !hasFailed;
  return {
    provider,
    complete,
    since: complete ? null : since,
    updatedAt: readAt,
    lagSeconds: readAt === null ? null : Math.max(0, Math.floor((Date.now() - toEpochMs(readAt)) / 1000)),
  };
}
