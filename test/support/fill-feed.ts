import type { IndexEntry, IndexFeed } from '../../src/datasources/_shared/index-feed.js';

/** All that a feed gives, read to its end, and whether that is all there is. */
export async function fillAll(feed: IndexFeed) {
  const entries: IndexEntry[] = [];
  for (let cursor: string | null = null; ; ) {
    const step = await feed.fill(cursor);
    entries.push(...step.entries);
    if (step.next === null) return { entries, isComplete: step.isComplete };
    cursor = step.next;
  }
}
