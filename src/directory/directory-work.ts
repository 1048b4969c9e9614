import type { IndexKind } from '../datasources/_shared/index-feed.js';
import type { Instant } from '../domain/instant.js';
import type { ProviderName } from '../domain/provider.js';
import type { FillState, KnownOrder } from './directory.js';

/** How far a fill has come; kept, so that a restart goes on where it stopped. */
export interface FillProgress extends FillState {
  /** What is being done and where it goes on, as a text of the fill's own; null before the first step. */
  readonly cursor: string | null;
  /** When reading everything began: what has changed since then is read again at its end. Null before the first step. */
  readonly startedAt: Instant | null;
}

/** A thing to read anew from its provider. */
export interface EntityRef {
  readonly provider: ProviderName;
  readonly kind: IndexKind;
  /** The provider's own id; a parcel's tracking number. */
  readonly externalId: string;
}

export interface PendingReread extends EntityRef {
  /** Milliseconds since 1970 at which somebody last said that the thing may have changed. */
  readonly notedAt: number;
}

/** Some of the ids of what is known. */
export interface IdPage {
  readonly ids: readonly string[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/** What filling and re-reading keep in the directory's store, beside what the directory knows. */
export interface DirectoryWork {
  progress(provider: ProviderName, kind: IndexKind): Promise<FillProgress | null>;
  saveProgress(progress: FillProgress): Promise<void>;
  /** Orders known by their heads alone, newest first. */
  undetailed(provider: ProviderName, limit: number): Promise<readonly KnownOrder[]>;
  /** The ids of what is known of a provider (of parcels the tracking numbers), page by page; null for the first page. */
  knownIds(provider: ProviderName, kind: IndexKind, cursor: string | null, limit: number): Promise<IdPage>;
  /** Takes or renews the right to fill, for a while; false while another process has it. */
  claimFill(owner: string, forMs: number): Promise<boolean>;
  releaseFill(owner: string): Promise<void>;
  /** Notes things to read anew; durable, one entry for each thing. */
  notePending(refs: readonly EntityRef[], notedAt: number): Promise<void>;
  /** Notes of a provider, or of all with null, in no order. */
  pending(provider: ProviderName | null, limit: number): Promise<readonly PendingReread[]>;
  /** Takes a note off, unless the thing was noted again since. */
  settlePending(done: PendingReread): Promise<void>;
}
