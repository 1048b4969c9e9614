import type { IndexFeed } from '../../datasources/_shared/index-feed.js';
import { fromEpochMs, toEpochMs } from '../../domain/instant.js';
import type { Directory } from '../directory.js';
import type { FeedTarget } from '../provider-feeds.js';
import type { FillMemory } from './fill-memory.js';
import type { FillRecord } from './fill-record.js';
import type { Intake } from './take-in.js';
import { takeInNews } from './take-in-news.js';

interface ChangesPassParts {
  readonly intake: Intake;
  readonly memory: FillMemory;
  readonly overlapMs: number;
}

/** Reads what has changed at a provider since it was last read. */
export async function readChanges(parts: ChangesPassParts, target: FeedTarget, feed: IndexFeed): Promise<void> {
  const { intake, memory, overlapMs } = parts;
  const { updatedAt, startedAt, filledAt } = await memory.get(target);
  const last = updatedAt ?? startedAt;
  if (feed.changedSince === null || last === null) return;
  const askedAt = Date.now();
  const since = Math.min(toEpochMs(last), await newestOrderMs(intake.directory, target)) - overlapMs;
  const { entries, isComplete } = await feed.changedSince(fromEpochMs(since));
  const batch = { provider: target.provider, entries, askedAt, isTold: filledAt !== null };
  await takeInNews(intake, batch, feed);
  await memory.change(target, (record) => afterPass(record, askedAt, !isComplete));
}

/**
 * When a provider's newest known order was placed: the provider's clock may be behind this one, and what it says changed "now" would
 * else be older than what is asked for.
 */
async function newestOrderMs(directory: Directory, { provider }: FeedTarget): Promise<number> {
  const range = { providers: [provider], emailHash: null, place: null, limit: 1 };
  const placedAt = (await directory.orders(range))[0]?.placedAt ?? null;
  return placedAt === null ? Number.POSITIVE_INFINITY : toEpochMs(placedAt);
}

function afterPass({ phase, updatedAt }: FillRecord, askedAt: number, isLossy: boolean): Partial<FillRecord> {
  const readAt = Math.max(askedAt, updatedAt === null ? 0 : toEpochMs(updatedAt));
  const read = { updatedAt: fromEpochMs(readAt) };
  if (!isLossy) return read;
  // More has changed than can be told: what is here is out of date until everything was read again.
  return { ...read, isComplete: false, since: null, phase: { ...phase, isLossy } };
}
