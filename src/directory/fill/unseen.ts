import type { DirectoryWork } from '../directory-work.js';
import type { FeedTarget } from '../provider-feeds.js';
import { rereadKnown } from '../reread-known.js';
import type { BackgroundFeed } from './background-feed.js';
import { readSideBySide } from './read-side-by-side.js';
import type { Intake } from './take-in.js';
import { takeInRead } from './take-in-news.js';

const pageSize = 500;
const readTogether = 20;
/** A list that misses more is doubted: the rest is looked at after the next reading of everything. */
const mostRead = 1000;

interface Unseen extends FeedTarget {
  readonly feed: BackgroundFeed;
  /** Ids that the list has shown. */
  readonly seen: ReadonlySet<string>;
}

/**
 * Asks for the things that a reading of everything has not shown, and removes those that their provider has no more.
 *
 * @throws what the provider threw when it fails
 */
export async function removeUnseen(
  intake: Intake & { readonly directory: DirectoryWork },
  { provider, kind, feed, seen }: Unseen,
): Promise<void> {
  const unseen = await listUnseen(intake.directory, { provider, kind }, seen);
  for (let start = 0; start < unseen.length; start += readTogether) {
    const askedAt = Date.now();
    const some = unseen.slice(start, start + readTogether);
    const outcomes = await feed.together((shared) =>
      readSideBySide(some, (externalId) => rereadKnown(intake.directory, shared, { provider, kind, externalId })),
    );
    await takeInRead(intake, { provider, kind, askedAt, isTold: true }, outcomes);
  }
}

async function listUnseen(
  work: DirectoryWork,
  { provider, kind }: FeedTarget,
  seen: ReadonlySet<string>,
): Promise<readonly string[]> {
  const unseen = new Set<string>();
  for (let cursor: string | null = null; ; ) {
    const page = await work.knownIds(provider, kind, cursor, pageSize);
    for (const id of page.ids) if (!seen.has(id)) unseen.add(id);
    cursor = page.next;
    if (cursor === null || unseen.size >= mostRead) return [...unseen].slice(0, mostRead);
  }
}
