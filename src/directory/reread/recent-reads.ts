import type { EntityRef } from '../directory-work.js';
import { entityKey } from '../entity-key.js';

const mostKept = 20_000;

/** When things were read anew lately, so that an older picture from a list does not replace what was read. */
export class RecentReads {
  readonly #startedAt = new Map<string, number>();

  note(ref: EntityRef, startedAt: number): void {
    const key = entityKey(ref);
    this.#startedAt.delete(key);
    this.#startedAt.set(key, startedAt);
    if (this.#startedAt.size <= mostKept) return;
    const [oldest] = this.#startedAt.keys();
    if (oldest !== undefined) this.#startedAt.delete(oldest);
  }

  wasReadSince(ref: EntityRef, sinceMs: number): boolean {
    return (this.#startedAt.get(entityKey(ref)) ?? Number.NEGATIVE_INFINITY) >= sinceMs;
  }
}
