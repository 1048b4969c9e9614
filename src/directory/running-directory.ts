import type { Logger } from 'pino';
import type { IndexKind } from '../datasources/_shared/index-feed.js';
import type { ProviderName } from '../domain/provider.js';
import type { ChangeEvents } from '../events/change-events.js';
import { endOfWork } from '../http/end-of-work.js';
import type { OperationScope } from '../http/upstream-request.js';
import type { Directory } from './directory.js';
import type { DirectoryAccess } from './directory-access.js';
import type { DirectoryWork, EntityRef } from './directory-work.js';
import { backgroundScope } from './fill/background-scope.js';
import type { FillTiming } from './fill/fill-timing.js';
import { Filling } from './fill/filling.js';
import type { FeedsOf, FeedTarget } from './provider-feeds.js';
import { Rereads } from './rereads.js';
import { SecondLook } from './second-look.js';

interface DirectoryParts {
  readonly directory: Directory & DirectoryWork;
  readonly feedsOf: FeedsOf;
  readonly events: ChangeEvents;
  readonly log: Logger;
  readonly timing: FillTiming;
}

/** The directory at work: filled and kept fresh in the background, asked and told by operations and webhooks. */
export class RunningDirectory implements DirectoryAccess {
  readonly directory: Directory;
  readonly #filling: Filling;
  readonly #rereads: Rereads;
  readonly #secondLook: SecondLook;
  readonly #log: Logger;
  readonly #controller = endOfWork();

  constructor(parts: DirectoryParts) {
    this.directory = parts.directory;
    this.#log = parts.log;
    this.#secondLook = new SecondLook((target) => this.#readChanges(target));
    this.#rereads = new Rereads({ ...parts, onDropped: (refs) => this.#secondLook.after(refs) });
    const wasReadSince = this.#rereads.wasReadSince.bind(this.#rereads);
    this.#filling = new Filling({ ...parts, wasReadSince });
  }

  start(): void {
    this.#rereads.start();
    this.#filling.start();
  }

  /** Ends calls under way; what was read stays, and the next start goes on there. */
  async stop(): Promise<void> {
    this.#secondLook.stop();
    this.#controller.abort();
    await Promise.all([this.#filling.stop(), this.#rereads.stop()]);
  }

  /** Notes, durably, that things may have changed; equal messages within seconds are one. */
  note(refs: readonly EntityRef[], dedupeKey: string): Promise<void> {
    return this.#rereads.note(refs, { dedupeKey });
  }

  freshen(target: FeedTarget, maxAgeMs: number, scope: OperationScope): Promise<void> {
    return this.#filling.freshen(target, maxAgeMs, scope);
  }

  whenFilled(providers: readonly ProviderName[], kind: IndexKind, timeoutMs: number): Promise<void> {
    return this.#filling.whenFilled(providers, kind, timeoutMs);
  }

  reread(refs: readonly EntityRef[], timeoutMs: number): Promise<void> {
    return this.#rereads.reread(refs, timeoutMs);
  }

  /** In the background; one that fails is made up for by the next regular reading. */
  #readChanges(target: FeedTarget): void {
    const scope = backgroundScope({ log: this.#log, signal: this.#controller.signal });
    this.#filling
      .freshen(target, 0, scope)
      .catch((error: unknown) => this.#log.warn({ ...target, err: error }, 'changes could not be read'))
      .finally(() => scope[Symbol.dispose]());
  }
}
