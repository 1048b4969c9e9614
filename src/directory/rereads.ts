import type { Logger } from 'pino';
import { UpstreamError } from '../errors/upstream-error.js';
import type { ChangeEvents } from '../events/change-events.js';
import { endOfWork } from '../http/end-of-work.js';
import type { Directory } from './directory.js';
import type { DirectoryWork, EntityRef } from './directory-work.js';
import { restFor } from './fill/growing-pause.js';
import type { FeedsOf } from './provider-feeds.js';
import { readAnew } from './reread/read-anew.js';
import { RecentNotes } from './reread/recent-notes.js';
import { RecentReads } from './reread/recent-reads.js';
import { RereadSchedule } from './reread/reread-schedule.js';

export interface RereadsParts {
  readonly directory: Directory & DirectoryWork;
  readonly feedsOf: FeedsOf;
  readonly events: ChangeEvents;
  readonly log: Logger;
  /** Told of a note that was dropped for being identical to one of the last seconds. */
  readonly onDropped?: (refs: readonly EntityRef[]) => void;
  /** The most things kept in memory; what is beyond waits in the store. @default 20,000 */
  readonly capacity?: number;
}

/** Notes that come close together are one re-read, in milliseconds. */
const gatherMs = 100;
/** The deadline of one re-read, waiting for a turn included. */
const timeoutMs = 60_000;
/** How often the store is looked through for notes of processes that have gone; only such as are older than this are theirs. */
const sweepMs = 30_000;
/** What cannot be read for so long, by no fault of the network, is left to the next reading of everything. */
const givenUpAfterMs = 24 * 60 * 60 * 1000;
/** A provider that says no will hardly say yes. */
const rejectedAfterMs = 10 * 60 * 1000;

/** Reads things anew that may have changed: webhooks and writes say so. Notes are kept in the store until they are dealt with. */
export class Rereads {
  readonly #parts: RereadsParts;
  readonly #capacity: number;
  readonly #schedule: RereadSchedule;
  readonly #recentNotes = new RecentNotes();
  readonly #recentReads = new RecentReads();
  readonly #controller = endOfWork();
  readonly #underWay = new Set<Promise<void>>();
  #hasMoreInStore = false;
  #sweeping: Promise<void> = Promise.resolve();
  #collecting: Promise<void> | null = null;

  constructor(parts: RereadsParts) {
    this.#parts = parts;
    this.#capacity = parts.capacity ?? 20_000;
    this.#schedule = new RereadSchedule({
      read: (ref, notedAt) => this.#read(ref, notedAt),
      onStateChange: (provider, failure) => {
        if (failure === null) parts.log.info({ provider, state: 'answering' }, 're-reads');
        else parts.log.warn({ provider, state: 'failing', err: failure.error }, 're-reads');
      },
      onRoom: () => this.#onRoom(),
      capacity: this.#capacity,
    });
  }

  /** Takes over what was noted and not dealt with before, and goes on to look for such notes. */
  start(): void {
    this.#sweeping = this.#sweep(this.#controller.signal);
  }

  /** Ends re-reads under way; what is noted stays in the store. */
  async stop(): Promise<void> {
    this.#controller.abort();
    this.#schedule.stop();
    await Promise.all([this.#sweeping, this.#collecting, ...this.#underWay]);
  }

  /**
   * Notes that things may have changed. They are read soon after, however often they are noted.
   *
   * @param options.dedupeKey names the message that says so: the same one within ten seconds is dropped
   * @throws StoreUnavailableError when nothing could be noted
   */
  async note(refs: readonly EntityRef[], { dedupeKey }: { readonly dedupeKey?: string } = {}): Promise<void> {
    const note = () => this.#note(refs, gatherMs);
    if (dedupeKey === undefined) return note();
    if (!(await this.#recentNotes.once(dedupeKey, note))) this.#parts.onDropped?.(refs);
  }

  /**
   * Waits until things that were noted were read.
   *
   * @returns false when the time was up before
   */
  async settled(refs: readonly EntityRef[], timeoutMs: number): Promise<boolean> {
    // A thing that had no room in memory is read some time; nobody knows when.
    if (this.#hasMoreInStore && refs.some((ref) => !this.#schedule.has(ref))) return false;
    const all = Promise.all(refs.map((ref) => this.#schedule.whenRead(ref))).then(() => true);
    const controller = new AbortController();
    const late = restFor(timeoutMs, controller.signal).then(() => false);
    return Promise.race([all, late]).finally(() => controller.abort());
  }

  /** Notes things, has them read at once and waits for it, no longer than the time given. A store that cannot be used is no error. */
  async reread(refs: readonly EntityRef[], timeoutMs: number): Promise<void> {
    try {
      await this.#note(refs, 0);
      await this.settled(refs, timeoutMs);
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'a change could not be noted');
    }
  }

  /** Whether this process read a thing at or after a time, in milliseconds since 1970. */
  wasReadSince(ref: EntityRef, sinceMs: number): boolean {
    return this.#recentReads.wasReadSince(ref, sinceMs);
  }

  async #note(refs: readonly EntityRef[], delayMs: number): Promise<void> {
    const notedAt = Date.now();
    await this.#parts.directory.notePending(refs, notedAt);
    for (const ref of refs) if (!this.#schedule.note(ref, notedAt, delayMs)) this.#hasMoreInStore = true;
  }

  async #read(ref: EntityRef, notedAt: number): Promise<void> {
    const reading = this.#readAndSettle(ref, notedAt);
    const noted = reading.catch(() => undefined);
    this.#underWay.add(noted);
    await reading.finally(() => this.#underWay.delete(noted));
  }

  async #readAndSettle(ref: EntityRef, notedAt: number): Promise<void> {
    const { signal } = this.#controller;
    const startedAt = Date.now();
    try {
      await readAnew({ ...this.#parts, signal, timeoutMs }, ref);
      this.#recentReads.note(ref, startedAt);
    } catch (error) {
      if (signal.aborted || !isHopeless(error, startedAt - notedAt)) throw error;
      this.#parts.log.warn({ provider: ref.provider, kind: ref.kind, err: error }, 're-read given up');
    }
    await this.#parts.directory.settlePending({ ...ref, notedAt });
  }

  async #sweep(signal: AbortSignal): Promise<void> {
    for (let olderThanMs = 0; !signal.aborted; olderThanMs = sweepMs) {
      await this.#collect(olderThanMs);
      await restFor(sweepMs, signal);
    }
  }

  #onRoom(): void {
    if (!this.#hasMoreInStore || this.#schedule.size > this.#capacity / 2 || this.#collecting !== null) return;
    this.#collecting = this.#collect(0).finally(() => {
      this.#collecting = null;
    });
  }

  /** Takes over notes from the store that nobody in this process deals with. */
  async #collect(olderThanMs: number): Promise<void> {
    const { directory, log } = this.#parts;
    const limit = 2 * this.#capacity;
    const before = Date.now() - olderThanMs;
    try {
      const pending = await directory.pending(null, limit);
      this.#hasMoreInStore = pending.length === limit;
      for (const { notedAt, ...ref } of pending) {
        if (notedAt > before || this.#schedule.has(ref)) continue;
        if (!this.#schedule.note(ref, notedAt, gatherMs)) this.#hasMoreInStore = true;
      }
    } catch (error) {
      log.warn({ err: error }, 'notes of changes could not be read');
    }
  }
}

function isHopeless(error: unknown, sinceMs: number): boolean {
  if (!(error instanceof UpstreamError) || error.retryable) return false;
  return sinceMs >= (error.code === 'PROVIDER_REJECTED' ? rejectedAfterMs : givenUpAfterMs);
}
