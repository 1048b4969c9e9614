import type { ProviderName } from '../../domain/provider.js';
import type { EntityRef } from '../directory-work.js';
import { entityKey } from '../entity-key.js';
import { growingPauseMs } from '../fill/growing-pause.js';
import { ProviderLane } from './provider-lane.js';
import { RereadJob } from './reread-job.js';

interface RereadScheduleParts {
  /** Reads a thing that was last noted at a time; throws when it could not be read. */
  readonly read: (ref: EntityRef, notedAt: number) => Promise<void>;
  /** Told when a provider begins to fail, and with null when it answers again. */
  readonly onStateChange: (provider: ProviderName, failure: { readonly error: unknown } | null) => void;
  /** Told whenever there is room for one more. */
  readonly onRoom: () => void;
  /** The most things kept in memory. */
  readonly capacity: number;
}

/** Between two re-reads of one thing, in milliseconds. */
const restMs = 2000;

/** Which things are to be read anew and when, in the memory of one process. */
export class RereadSchedule {
  readonly #parts: RereadScheduleParts;
  readonly #jobs = new Map<string, RereadJob>();
  readonly #lanes = new Map<ProviderName, ProviderLane>();
  #isStopped = false;

  constructor(parts: RereadScheduleParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#jobs.size;
  }

  has(ref: EntityRef): boolean {
    return this.#jobs.has(entityKey(ref));
  }

  /**
   * Has a thing read after a while; noted again before that, it is read once.
   *
   * @returns false when there is no room
   */
  note(ref: EntityRef, notedAt: number, delayMs: number): boolean {
    if (this.#isStopped) return true;
    const key = entityKey(ref);
    const job = this.#jobs.get(key);
    if (job === undefined) return this.#add(key, new RereadJob(ref, notedAt), delayMs);
    job.notedAt = Math.max(job.notedAt, notedAt);
    if (job.state === 'RUNNING') job.isNotedAgain = true;
    // One that could not be read is tried soon when it is noted again: its provider may have mended it.
    const isSooner = job.state === 'WAITING' && (job.failures > 0 || (delayMs === 0 && job.startedAt === 0));
    if (job.state === 'RESTING' || isSooner) {
      job.failures = 0;
      this.#await(job, Math.max(delayMs, restOf(job)));
    }
    return true;
  }

  /** Resolves once a thing was read after its last note, at once when it is not to be read. */
  async whenRead(ref: EntityRef): Promise<void> {
    const job = this.#jobs.get(entityKey(ref));
    if (job !== undefined && job.state !== 'RESTING') await job.whenRead();
  }

  stop(): void {
    this.#isStopped = true;
    for (const job of this.#jobs.values()) job.cancel();
    for (const lane of this.#lanes.values()) lane.stop();
    this.#jobs.clear();
  }

  #add(key: string, job: RereadJob, delayMs: number): boolean {
    if (this.#jobs.size >= this.#parts.capacity) return false;
    this.#jobs.set(key, job);
    this.#await(job, delayMs);
    return true;
  }

  #await(job: RereadJob, delayMs: number): void {
    if (this.#isStopped) return;
    job.state = 'WAITING';
    job.after(delayMs, () => {
      job.state = 'READY';
      this.#laneOf(job.ref.provider).add(job);
    });
  }

  async #run(job: RereadJob): Promise<void> {
    job.state = 'RUNNING';
    job.isNotedAgain = false;
    job.startedAt = Date.now();
    try {
      await this.#parts.read(job.ref, job.notedAt);
    } catch (error) {
      job.failures += 1;
      this.#await(job, growingPauseMs(job.failures, error));
      throw error;
    }
    job.failures = 0;
    if (job.isNotedAgain) this.#await(job, restOf(job));
    else this.#letRest(job);
  }

  #letRest(job: RereadJob): void {
    job.state = 'RESTING';
    job.tellRead();
    if (this.#isStopped) return;
    job.after(restOf(job), () => {
      this.#jobs.delete(entityKey(job.ref));
      this.#parts.onRoom();
    });
  }

  #laneOf(provider: ProviderName): ProviderLane {
    const known = this.#lanes.get(provider);
    if (known !== undefined) return known;
    const lane = new ProviderLane({
      run: (job) => this.#run(job),
      onStateChange: (failure) => this.#parts.onStateChange(provider, failure),
    });
    this.#lanes.set(provider, lane);
    return lane;
  }
}

function restOf({ startedAt }: RereadJob): number {
  return Math.max(0, startedAt + restMs - Date.now());
}
