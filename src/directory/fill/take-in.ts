import type { IndexEntry } from '../../datasources/_shared/index-feed.js';
import type { ProviderName } from '../../domain/provider.js';
import type { ChangeEvents } from '../../events/change-events.js';
import type { Directory } from '../directory.js';
import type { EntityRef } from '../directory-work.js';
import { externalIdOf } from '../entity-key.js';
import { publishChanges } from '../publish-changes.js';

/** Whether a thing was read anew since a time on the clock of `Date.now()`. */
export type WasReadSince = (ref: EntityRef, sinceMs: number) => boolean;

export interface Intake {
  readonly directory: Directory;
  readonly events: ChangeEvents;
  readonly wasReadSince: WasReadSince;
}

/** Entries of one provider as one call gave them. */
export interface Batch {
  readonly provider: ProviderName;
  readonly entries: readonly IndexEntry[];
  /** When the provider was asked, in milliseconds since 1970. */
  readonly askedAt: number;
  /** Whether changes are told: not while a provider is read for the first time, when everything is new. */
  readonly isTold: boolean;
}

/** The most entries the directory takes at once. */
const largestPut = 1000;

/** Takes what a provider was asked for into the directory and tells of what has changed. */
export async function takeIn({ directory, events, wasReadSince }: Intake, batch: Batch): Promise<void> {
  const { provider, askedAt, isTold } = batch;
  // A list that was asked for before a thing was read anew may show what it was like before.
  const entries = batch.entries.filter(
    (entry) => !wasReadSince({ provider, kind: entry.kind, externalId: externalIdOf(entry) }, askedAt),
  );
  for (let start = 0; start < entries.length; start += largestPut) {
    const changes = await directory.put(provider, entries.slice(start, start + largestPut));
    if (isTold) publishChanges(events, provider, changes);
  }
}
