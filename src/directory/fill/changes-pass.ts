import type { IndexFeed } from '../../datasources/_shared/index-feed.js';
import { fromEpochMs, toEpochMs } from '../../domain/instant.js';
import type { FeedTarget } from '../provider-feeds.js';
import type { FillMemory } from './fill-memory.js';
import type { FillRecord } from './fill-record.js';
import type { LookBack } from './look-back.js';
import type { Intake } from './take-in.js';
import { takeInNews } from './take-in-news.js';

interface ChangesPassParts {
  readonly intake: Intake;
  readonly memory: FillMemory;
  readonly lookBack: LookBack;
  readonly overlapMs: number;
}

/** Reads what has changed at a provider since it was last read. */
export async function readChanges(parts: ChangesPassParts, target: FeedTarget, feed: IndexFeed): Promise<void> {
  const { intake, memory, lookBack, overlapMs } = parts;
  const { updatedAt, startedAt, filledAt } = await memory.get(target);
  const last = updatedAt ?? startedAt;
  if (feed.changedSince === null || last === null) return;
  const askedAt = Date.now();
  const since = (await lookBack.since(toEpochMs(last), target, intake.directory)) - overlapMs;
  const { entries, isComplete } = await feed.changedSince(fromEpochMs(since));
  lookBack.note(target, entries.length);
  const batch = { provider: target.provider, entries, askedAt, isTold: filledAt !== null };
  await takeInNews(intake, batch, feed);
  await memory.change(target, (record) => afterPass(record, askedAt, !isComplete));
}

function afterPass({ phase, updatedAt }: FillRecord, askedAt: number, isLossy: boolean): Partial<FillRecord> {
  const readAt = Math.max(askedAt, updatedAt === null ? 0 : toEpochMs(updatedAt));
  const read = { updatedAt: fromEpochMs(readAt) };
  if (!isLossy) return read;
  // More has changed than can be told: what is here is out of date until everything was read again.
  return { ...read, isComplete: false, since: null, phase: { ...phase, isLossy } };
}
