import { UpstreamError } from '../../errors/upstream-error.js';
import { growingPauseMs } from '../fill/growing-pause.js';
import { StoreUnavailableError } from '../ordered-store.js';
import type { RereadJob } from './reread-job.js';

/** Under way at once at one provider; how many calls may start is for its budget to say. */
const sideBySide = 8;
/** So many things that fail, with none read between, are a failure of their provider. */
const patience = 3;

interface ProviderLaneParts {
  readonly run: (job: RereadJob) => Promise<void>;
  /** Told when the provider begins to fail, and with null when it answers again. */
  readonly onStateChange: (failure: { readonly error: unknown } | null) => void;
}

/** The things of one provider that are ready to be read, in their order. A provider that fails is left alone for a while. */
export class ProviderLane {
  readonly #parts: ProviderLaneParts;
  readonly #ready = new Set<RereadJob>();
  /** What could not be read since something was. */
  readonly #failed = new Set<RereadJob>();
  #running = 0;
  #rest: NodeJS.Timeout | null = null;

  constructor(parts: ProviderLaneParts) {
    this.#parts = parts;
  }

  add(job: RereadJob): void {
    this.#ready.add(job);
    this.#advance();
  }

  stop(): void {
    this.#ready.clear();
    clearTimeout(this.#rest ?? undefined);
  }

  #advance(): void {
    // After failures one thing is tried alone.
    const places = this.#failed.size < patience ? sideBySide : 1;
    for (const job of this.#ready) {
      if (this.#rest !== null || this.#running >= places) return;
      this.#ready.delete(job);
      this.#running += 1;
      void this.#run(job);
    }
  }

  async #run(job: RereadJob): Promise<void> {
    try {
      await this.#parts.run(job);
      if (this.#failed.size >= patience) this.#parts.onStateChange(null);
      this.#failed.clear();
    } catch (error) {
      if (isOfAll(error)) this.#noteFailure(job, error);
    }
    this.#running -= 1;
    this.#advance();
  }

  #noteFailure(job: RereadJob, error: unknown): void {
    const before = this.#failed.size;
    const failures = this.#failed.add(job).size;
    if (before < patience && failures === patience) this.#parts.onStateChange({ error });
    if (failures < patience || this.#rest !== null) return;
    const pauseMs = growingPauseMs(failures - patience + 1, error);
    this.#rest = setTimeout(() => {
      this.#rest = null;
      this.#advance();
    }, pauseMs);
    this.#rest.unref();
  }
}

/** Whether a failure may be one of the provider or the store, and not of the one thing that was asked for. */
function isOfAll(error: unknown): boolean {
  if (error instanceof UpstreamError) return error.retryable || error.code === 'PROVIDER_AUTH';
  return error instanceof StoreUnavailableError;
}
