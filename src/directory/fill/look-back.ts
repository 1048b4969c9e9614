import { toEpochMs } from '../../domain/instant.js';
import type { Directory } from '../directory.js';
import { type FeedTarget, targetKey } from '../provider-feeds.js';

/** So many rows are too many to read each time. */
const dearFrom = 300;
/** How long looking back far is left out then, in milliseconds. */
const restMs = 60 * 60 * 1000;

/**
 * How far back changes are asked for. A provider's clock may be behind this one: then what changes "now" is older there than the
 * reading before. So it is asked from its newest known order on, as long as that is cheap: where much has changed since that order
 * the clock is not the reason.
 */
export class LookBack {
  readonly #restsUntil = new Map<string, number>();

  /** @returns milliseconds since 1970 */
  async since(lastMs: number, target: FeedTarget, directory: Directory): Promise<number> {
    if (Date.now() < (this.#restsUntil.get(targetKey(target)) ?? 0)) return lastMs;
    const range = { providers: [target.provider], emailHash: null, place: null, limit: 1 };
    const placedAt = (await directory.orders(range))[0]?.placedAt ?? null;
    return placedAt === null ? lastMs : Math.min(lastMs, toEpochMs(placedAt));
  }

  /** Takes note of how many rows a reading gave. */
  note(target: FeedTarget, rows: number): void {
    if (rows >= dearFrom) this.#restsUntil.set(targetKey(target), Date.now() + restMs);
  }
}
