import type { Logger } from 'pino';
import { fromEpochMs, toEpochMs } from '../../domain/instant.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { Directory } from '../directory.js';
import type { DirectoryWork } from '../directory-work.js';
import { externalIdOf } from '../entity-key.js';
import type { FeedTarget } from '../provider-feeds.js';
import type { BackgroundFeed } from './background-feed.js';
import { readChanges } from './changes-pass.js';
import type { FillMemory } from './fill-memory.js';
import { coverageNow, type FillRecord, type Reach, reachOf } from './fill-record.js';
import { changesIntervalMs, type FillTiming } from './fill-timing.js';
import { growingPauseMs, restFor } from './growing-pause.js';
import type { LookBack } from './look-back.js';
import { MissingDetails } from './missing-details.js';
import { type Intake, takeIn } from './take-in.js';
import { takeInNews } from './take-in-news.js';
import { removeUnseen } from './unseen.js';

export interface FeedRunParts {
  readonly intake: Intake & { readonly directory: Directory & DirectoryWork };
  readonly memory: FillMemory;
  readonly lookBack: LookBack;
  readonly timing: FillTiming;
  readonly log: Logger;
}

type StepsRecord = FillRecord & { readonly phase: { readonly name: 'STEPS' } };

/** The most ids remembered of one reading of everything. */
const mostSeen = 500_000;

/** Keeps the directory filled with one kind of things of one provider. */
export class FeedRun {
  readonly #parts: FeedRunParts;
  readonly #target: FeedTarget;
  readonly #feed: BackgroundFeed;
  /** Null for kinds that have no details of their own. */
  readonly #missing: MissingDetails | null;
  /** What the reading of everything that is under way has shown; null when it began in another process. */
  #seen: Set<string> | null = null;
  #changesReadAt = 0;
  #said = '';

  constructor(parts: FeedRunParts, target: FeedTarget, feed: BackgroundFeed) {
    this.#parts = parts;
    this.#target = target;
    this.#feed = feed;
    this.#missing = target.kind === 'ORDER' ? new MissingDetails(target.provider, parts.intake.directory) : null;
  }

  /** Works until the signal ends it; a provider that is not set up is left alone. */
  async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      try {
        const idleMs = await this.#advance();
        failures = 0;
        if (idleMs > 0) await restFor(idleMs, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof UpstreamError && error.code === 'PROVIDER_NOT_CONFIGURED') return;
        failures += 1;
        this.#say('failing', error);
        await restFor(growingPauseMs(failures, error), signal);
      }
    }
  }

  /** Does what is next. Gives how long there is nothing to do then, in milliseconds. */
  async #advance(): Promise<number> {
    const record = await this.#parts.memory.get(this.#target);
    const isKnown = record.filledAt !== null;
    if (!isKnown && isInSteps(record)) return this.#readStep(record);
    if (this.#isChangesPassDue(record)) return this.#readChanges();
    if (await this.#readMissing(isKnown)) return 0;
    if (isInSteps(record)) return this.#readStep(record);
    if (record.phase.name === 'DETAILS') return this.#finishFirst(record);
    this.#say('up to date');
    if (Date.now() >= this.#refillAt(record)) return this.#beginAgain();
    return this.#idleMs(record);
  }

  async #readStep(record: StepsRecord): Promise<number> {
    const { intake, memory } = this.#parts;
    const { provider } = this.#target;
    const isFirst = record.filledAt === null;
    this.#say(isFirst ? 'filling' : 'reading everything again');
    const askedAt = Date.now();
    if (record.phase.next === null) this.#seen = new Set();
    const { entries, next, isComplete, since } = await this.#feed.fill(record.phase.next);
    const batch = { provider, entries, askedAt, isTold: !isFirst };
    // What is taken in comes before the progress: a killed process repeats a step and never leaves one out.
    if (isFirst) await takeIn(intake, batch);
    else await takeInNews(intake, batch, this.#feed);
    for (const entry of entries) this.#seen?.add(externalIdOf(entry));
    if (this.#seen !== null && this.#seen.size > mostSeen) this.#seen = null;
    if (next === null) return this.#endSteps(record, { isComplete, since });
    await memory.change(this.#target, ({ phase }) => ({
      phase: { name: 'STEPS', next, isLossy: phase.isLossy },
      startedAt: record.startedAt,
      ...(isFirst && { updatedAt: fromEpochMs(askedAt) }),
    }));
    return 0;
  }

  async #endSteps(record: StepsRecord, reach: Reach): Promise<number> {
    const { intake } = this.#parts;
    const { startedAt } = record;
    const seen = this.#seen;
    if (record.filledAt === null) {
      // Changes since the reading began are read before it counts as done.
      return this.#note(() => ({ phase: { name: 'DETAILS', reach, isLossy: false }, startedAt, updatedAt: startedAt }));
    }
    if (reach.isComplete && seen !== null) {
      await removeUnseen(intake, { ...this.#target, feed: this.#feed, seen });
    }
    return this.#note(({ phase, updatedAt }) => ({
      phase: { name: 'CHANGES', reach, isLossy: phase.isLossy },
      startedAt,
      updatedAt: this.#feed.changedSince === null ? startedAt : updatedAt,
      filledAt: fromEpochMs(Date.now()),
    }));
  }

  async #finishFirst({ startedAt, updatedAt }: FillRecord): Promise<number> {
    if (this.#feed.changedSince !== null && updatedAt === startedAt) await this.#readChanges();
    return this.#note(({ phase }) => ({
      phase: { name: 'CHANGES', reach: reachOf(phase), isLossy: phase.isLossy },
      filledAt: fromEpochMs(Date.now()),
    }));
  }

  async #readChanges(): Promise<number> {
    const { intake, memory, lookBack, timing } = this.#parts;
    await readChanges({ intake, memory, lookBack, overlapMs: timing.overlapMs }, this.#target, this.#feed);
    this.#changesReadAt = Date.now();
    return this.#note();
  }

  /** Reads some orders whole; false when there are none to read now. */
  async #readMissing(isTold: boolean): Promise<boolean> {
    const ids = (await this.#missing?.next()) ?? [];
    if (ids.length === 0) return false;
    if (!isTold) this.#say('reading details');
    try {
      await this.#missing?.read(this.#parts.intake, this.#feed, ids, isTold);
    } finally {
      await this.#note();
    }
    return true;
  }

  /** Writes down what has come of the work, together with how much is known now. */
  async #note(change: (record: FillRecord) => Partial<FillRecord> = () => ({})): Promise<number> {
    const missing = (await this.#missing?.newest()) ?? null;
    await this.#parts.memory.change(this.#target, (record) => {
      const changed = { ...record, ...change(record) };
      return { ...changed, ...coverageNow(changed, missing) };
    });
    return 0;
  }

  async #beginAgain(): Promise<number> {
    await this.#parts.memory.change(this.#target, () => ({
      phase: { name: 'STEPS', next: null, isLossy: false },
      startedAt: fromEpochMs(Date.now()),
    }));
    return 0;
  }

  #isChangesPassDue(record: FillRecord): boolean {
    return this.#feed.changedSince !== null && Date.now() >= this.#changesAt(record);
  }

  #changesAt({ updatedAt }: FillRecord): number {
    const intervalMs = changesIntervalMs(this.#parts.timing, this.#target.kind);
    const dueAt = (updatedAt === null ? 0 : toEpochMs(updatedAt)) + intervalMs;
    // A reading that takes as long as the interval leaves time for what else there is to do.
    return Math.max(dueAt, this.#changesReadAt + intervalMs / 2);
  }

  #refillAt({ filledAt, phase }: FillRecord): number {
    const { refreshMs, safetyNetMs } = this.#parts.timing;
    const isReliable = this.#feed.changedSince !== null && !phase.isLossy;
    return (filledAt === null ? 0 : toEpochMs(filledAt)) + (isReliable ? safetyNetMs : refreshMs);
  }

  #idleMs(record: FillRecord): number {
    const changesAt = this.#feed.changedSince === null ? Number.POSITIVE_INFINITY : this.#changesAt(record);
    const retryAt = this.#missing?.retryAt() ?? Number.POSITIVE_INFINITY;
    return Math.max(1, Math.min(changesAt, retryAt, this.#refillAt(record)) - Date.now());
  }

  /** One line for each change of state. */
  #say(state: string, error?: unknown): void {
    if (state === this.#said) return;
    this.#said = state;
    const { log } = this.#parts;
    const line = { ...this.#target, state };
    if (error === undefined) log.info(line, 'directory');
    else log.warn({ ...line, err: error }, 'directory');
  }
}

function isInSteps(record: FillRecord): record is StepsRecord {
  return record.phase.name === 'STEPS';
}
