import type { Logger } from 'pino';
import type { IndexFeed } from '../../datasources/_shared/index-feed.js';
import { type FeedsOf, type FeedTarget, feedOf } from '../provider-feeds.js';
import { backgroundScope } from './background-scope.js';

interface BackgroundFeedParts {
  readonly feedsOf: FeedsOf;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly callTimeoutMs: number;
}

export interface BackgroundFeed extends IndexFeed {
  /** Lends a feed over one source to several calls: a provider without look-ups reads its list once for all of them. */
  readonly together: <Answer>(work: (feed: IndexFeed) => Promise<Answer>) => Promise<Answer>;
}

/** Calls that are made together, in deadlines of one call. */
const deadlinesTogether = 5;

/**
 * The feed of a target with a fresh source and a deadline for each call, so that no answer is remembered from one to the next. Null
 * where there is none.
 */
export function backgroundFeed(parts: BackgroundFeedParts, target: FeedTarget): BackgroundFeed | null {
  const { feedsOf, callTimeoutMs, ...scopeParts } = parts;
  using probe = backgroundScope(scopeParts);
  const offered = feedOf(feedsOf, target, probe);
  if (offered === null) return null;
  const within = async <Answer>(timeoutMs: number, work: (feed: IndexFeed) => Promise<Answer>) => {
    using scope = backgroundScope({ ...scopeParts, timeoutMs });
    return await work(feedOf(feedsOf, target, scope) ?? offered);
  };
  const call = <Answer>(ask: (feed: IndexFeed) => Promise<Answer>) => within(callTimeoutMs, ask);
  return {
    kind: target.kind,
    fill: (cursor) => call((feed) => feed.fill(cursor)),
    changedSince:
      offered.changedSince === null
        ? null
        : (since) => call(async (feed) => (await feed.changedSince?.(since)) ?? { entries: [], isComplete: false }),
    reread: (externalId, importedAt) => call((feed) => feed.reread(externalId, importedAt)),
    together: (work) => within(deadlinesTogether * callTimeoutMs, work),
  };
}
