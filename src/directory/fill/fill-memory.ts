import { fromEpochMs } from '../../domain/instant.js';
import type { DirectoryWork } from '../directory-work.js';
import { type FeedTarget, targetKey } from '../provider-feeds.js';
import { type FillRecord, readRecord, writeRecord } from './fill-record.js';

/** The progress of all fills, kept in the directory's store. */
export class FillMemory {
  readonly #work: DirectoryWork;
  readonly #lastChange = new Map<string, Promise<unknown>>();

  constructor(work: DirectoryWork) {
    this.#work = work;
  }

  /** The progress of a fill; that of one that begins now where there is none. */
  async get(target: FeedTarget): Promise<FillRecord> {
    const progress = await this.#work.progress(target.provider, target.kind);
    return progress === null ? newRecord(target) : readRecord(progress);
  }

  /**
   * Changes the progress as it is now: filling and a query that wants fresh changes keep different parts of it.
   *
   * @remarks Changes of one process are made one after another. Two processes may overwrite each other's in a rare moment: then a step
   * or a reading of changes is done twice.
   */
  async change(target: FeedTarget, change: (record: FillRecord) => Partial<FillRecord>): Promise<FillRecord> {
    const key = targetKey(target);
    const before = this.#lastChange.get(key) ?? Promise.resolve();
    const changing = before
      .catch(() => undefined)
      .then(async () => {
        const record = await this.get(target);
        const changed = { ...record, ...change(record) };
        await this.#work.saveProgress(writeRecord(changed));
        return changed;
      });
    this.#lastChange.set(key, changing);
    return changing;
  }
}

function newRecord({ provider, kind }: FeedTarget): FillRecord {
  return {
    provider,
    kind,
    isComplete: false,
    since: null,
    updatedAt: null,
    filledAt: null,
    startedAt: fromEpochMs(Date.now()),
    phase: { name: 'STEPS', next: null, isLossy: false },
  };
}
