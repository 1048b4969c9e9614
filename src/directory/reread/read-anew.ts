import type { Logger } from 'pino';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { ChangeEvents } from '../../events/change-events.js';
import type { Directory, DirectoryChange } from '../directory.js';
import type { EntityRef } from '../directory-work.js';
import { backgroundScope } from '../fill/background-scope.js';
import { type FeedsOf, feedOf } from '../provider-feeds.js';
import { publishChanges } from '../publish-changes.js';
import { rereadKnown } from '../reread-known.js';

interface ReadAnewParts {
  readonly directory: Directory;
  readonly feedsOf: FeedsOf;
  readonly events: ChangeEvents;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** Reads a thing from its provider, takes it in and tells of what has changed. Throws when it could not be read or taken in. */
export async function readAnew(parts: ReadAnewParts, ref: EntityRef): Promise<void> {
  const { log, signal, timeoutMs } = parts;
  using scope = backgroundScope({ log, signal, timeoutMs, priority: 'REREAD' });
  const feed = feedOf(parts.feedsOf, ref, scope);
  // A provider that is not set up has nothing to read.
  if (feed === null) return;
  try {
    const entries = await rereadKnown(parts.directory, feed, ref);
    const isGone = entries.length === 0;
    const changes = isGone ? await removed(parts.directory, ref) : await parts.directory.put(ref.provider, entries);
    publishChanges(parts.events, ref.provider, changes);
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.code !== 'PROVIDER_NOT_CONFIGURED') throw error;
  }
}

async function removed(
  directory: Directory,
  { provider, kind, externalId }: EntityRef,
): Promise<readonly DirectoryChange[]> {
  const change = await directory.remove(provider, kind, externalId);
  return change === null ? [] : [change];
}
