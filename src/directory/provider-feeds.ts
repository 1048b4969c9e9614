import type { IndexFeed, IndexKind } from '../datasources/_shared/index-feed.js';
import type { ProviderFeeds } from '../datasources/providers.js';
import type { ProviderName } from '../domain/provider.js';
import type { OperationScope } from '../http/upstream-request.js';

/** The feeds of all providers that are set up, over sources made for this scope. */
export type FeedsOf = (scope: OperationScope) => readonly ProviderFeeds[];

/** Things of one kind at one provider. */
export interface FeedTarget {
  readonly provider: ProviderName;
  readonly kind: IndexKind;
}

/** The feed of a target; null where the provider has no such things or is not set up. */
export function feedOf(feedsOf: FeedsOf, { provider, kind }: FeedTarget, scope: OperationScope): IndexFeed | null {
  const own = feedsOf(scope).find((offered) => offered.provider === provider);
  return own?.feeds.find((feed) => feed.kind === kind) ?? null;
}

/** A target as one text. */
export function targetKey({ provider, kind }: FeedTarget): string {
  return `${provider} ${kind}`;
}
