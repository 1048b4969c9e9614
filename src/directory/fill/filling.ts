import type { Logger } from 'pino';
import type { IndexKind } from '../../datasources/_shared/index-feed.js';
import { toEpochMs } from '../../domain/instant.js';
import type { ProviderName } from '../../domain/provider.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { ChangeEvents } from '../../events/change-events.js';
import { endOfWork, ignoreEnd, whenEnded } from '../../http/end-of-work.js';
import { pause } from '../../http/retry.js';
import type { OperationScope } from '../../http/upstream-request.js';
import type { Directory } from '../directory.js';
import type { DirectoryWork } from '../directory-work.js';
import { type FeedsOf, type FeedTarget, feedOf, targetKey } from '../provider-feeds.js';
import { backgroundFeed } from './background-feed.js';
import { backgroundScope } from './background-scope.js';
import { readChanges } from './changes-pass.js';
import { FeedRun } from './feed-run.js';
import { FillClaim } from './fill-claim.js';
import { FillMemory } from './fill-memory.js';
import { type FillTiming, fillTiming } from './fill-timing.js';
import { LookBack } from './look-back.js';
import type { Intake, WasReadSince } from './take-in.js';

/** How far a reading goes back that a query waits for, in milliseconds: the regular ones go further. */
const liveOverlapMs = 60_000;

export interface FillingParts {
  readonly directory: Directory & DirectoryWork;
  readonly feedsOf: FeedsOf;
  readonly events: ChangeEvents;
  readonly log: Logger;
  /** Whether a thing was read anew since a time; what was asked for earlier does not replace it. @default never */
  readonly wasReadSince?: WasReadSince;
  readonly timing?: FillTiming;
}

/** How often a fill in any process is looked at by who waits for its end. */
const pollMs = 100;

/** Fills the directory from all providers that are set up, and keeps it fresh. */
export class Filling {
  readonly #parts: FillingParts;
  readonly #timing: FillTiming;
  readonly #intake: Intake & { readonly directory: Directory & DirectoryWork };
  readonly #memory: FillMemory;
  readonly #lookBack = new LookBack();
  readonly #passes = new Map<string, Promise<void>>();
  readonly #controller = endOfWork();
  #running: Promise<void> = Promise.resolve();

  constructor(parts: FillingParts) {
    const { directory, events, wasReadSince = () => false } = parts;
    this.#parts = parts;
    this.#timing = parts.timing ?? fillTiming();
    this.#intake = { directory, events, wasReadSince };
    this.#memory = new FillMemory(directory);
  }

  /** Begins to fill, or to wait for the right to. */
  start(): void {
    const claim = new FillClaim({ work: this.#parts.directory, leaseMs: this.#timing.leaseMs });
    this.#running = claim.during(this.#controller.signal, (signal) => this.#fill(signal));
  }

  /** Ends calls under way and gives the right to fill to others. What was taken in stays; the next start goes on there. */
  async stop(): Promise<void> {
    this.#controller.abort();
    await this.#running;
  }

  /**
   * Makes sure that the changes of a provider were read not longer ago than `maxAgeMs`. What many ask at once is one call. Nothing is
   * read while the provider is read for the first time, or where it cannot be asked for changes.
   *
   * @throws UpstreamError when the provider fails, DEADLINE_EXCEEDED when the operation ends first, StoreUnavailableError
   */
  async freshen(target: FeedTarget, maxAgeMs: number, scope: OperationScope): Promise<void> {
    for (;;) {
      const { filledAt, updatedAt } = await this.#memory.get(target);
      if (filledAt === null || Date.now() - toEpochMs(updatedAt ?? filledAt) <= maxAgeMs) return;
      const underWay = this.#passes.get(targetKey(target));
      if (underWay === undefined) return this.#readNow(target, scope);
      // What another operation reads at this moment is as fresh. Its failure may be that its time was over: then this one reads.
      if (await succeeds(underWay, scope.signal)) return;
      if (scope.signal.aborted) throw new UpstreamError('DEADLINE_EXCEEDED', target.provider);
    }
  }

  /** Resolves when everything in reach of the providers was read once, or the time is up. */
  async whenFilled(providers: readonly ProviderName[], kind: IndexKind, timeoutMs: number): Promise<void> {
    const endAt = Date.now() + timeoutMs;
    const { log } = this.#parts;
    using scope = backgroundScope({ log, signal: this.#controller.signal, timeoutMs });
    const targets = this.#targets(scope).filter(
      (target) => target.kind === kind && providers.includes(target.provider),
    );
    while (!scope.signal.aborted) {
      const filled = (await this.#parts.directory.fillStates()).filter(({ filledAt }) => filledAt !== null);
      const keys = new Set(filled.map(targetKey));
      const leftMs = endAt - Date.now();
      if (leftMs <= 0 || targets.every((target) => keys.has(targetKey(target)))) return;
      await pause(Math.min(pollMs, leftMs), scope.signal).catch(() => undefined);
    }
  }

  async #fill(signal: AbortSignal): Promise<void> {
    const { feedsOf, log } = this.#parts;
    const { callTimeoutMs } = this.#timing;
    using scope = backgroundScope({ log, signal });
    const parts = { intake: this.#intake, memory: this.#memory, lookBack: this.#lookBack, timing: this.#timing, log };
    const runs = this.#targets(scope).flatMap((target) => {
      const feed = backgroundFeed({ feedsOf, log, signal, callTimeoutMs }, target);
      return feed === null ? [] : [new FeedRun(parts, target, feed).run(signal)];
    });
    await Promise.all([...runs, ended(signal)]);
  }

  #targets(scope: OperationScope): readonly FeedTarget[] {
    return this.#parts.feedsOf(scope).flatMap(({ provider, feeds }) => feeds.map(({ kind }) => ({ provider, kind })));
  }

  #readNow(target: FeedTarget, scope: OperationScope): Promise<void> {
    const feed = feedOf(this.#parts.feedsOf, target, scope);
    if (feed === null || feed.changedSince === null) return Promise.resolve();
    const overlapMs = Math.min(liveOverlapMs, this.#timing.overlapMs);
    const pass = readChanges(
      { intake: this.#intake, memory: this.#memory, lookBack: this.#lookBack, overlapMs },
      target,
      feed,
    );
    const key = targetKey(target);
    const noted = pass.finally(() => this.#passes.delete(key));
    this.#passes.set(key, noted);
    return noted;
  }
}

/** False when the signal aborts first: a pass may take longer than the operation that waits for it. */
function succeeds(pass: Promise<void>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const giveUp = () => resolve(false);
    if (signal.aborted) return giveUp();
    whenEnded(signal, giveUp);
    pass.then(() => resolve(true), giveUp).finally(() => ignoreEnd(signal, giveUp));
  });
}

/** Resolves when the signal aborts. */
function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
