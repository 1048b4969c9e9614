import { LRUCache } from 'lru-cache';

/** How long an answer may be shown again, in milliseconds; docs/caching.md gives the reason for each. */
export interface Keeping {
  /** Records change by themselves, and are kept only where providers say so; the set-up of an account is changed by its owner. */
  readonly of: 'RECORDS' | 'SET_UP';
  /** Since it came: in this time the provider is not asked. */
  readonly freshMs: number;
  /** Since it came: in this time it stands in for an answer that cannot be had. @default never */
  readonly staleMs?: number;
}

interface KeptAnswer {
  readonly value: object;
  readonly cameAtMs: number;
  readonly keeping: Keeping;
}

/** A decoded answer takes about this many times the bytes of its text. */
const memoryPerByte = 4;

/** What one provider has answered lately, decoded; the least recently used goes first when there is no room. */
export class KeptAnswers {
  readonly #answers: LRUCache<string, KeptAnswer>;
  readonly #keepsRecords: boolean;

  /** @param maxBytes of memory, about */
  constructor({ maxBytes, keepsRecords }: { readonly maxBytes: number; readonly keepsRecords: boolean }) {
    this.#keepsRecords = keepsRecords;
    this.#answers = new LRUCache({ maxSize: maxBytes, maxEntrySize: maxBytes / 4 });
  }

  /** The answer that may be shown instead of asking; undefined where there is none. */
  fresh(key: string): object | undefined {
    const kept = this.#answers.get(key);
    return kept !== undefined && ageOf(kept) < kept.keeping.freshMs ? kept.value : undefined;
  }

  /** The answer that may stand in for one that cannot be had, and its age. */
  stale(key: string): { readonly value: object; readonly ageMs: number } | undefined {
    const kept = this.#answers.get(key);
    if (kept === undefined) return undefined;
    const ageMs = ageOf(kept);
    return ageMs < (kept.keeping.staleMs ?? 0) ? { value: kept.value, ageMs } : undefined;
  }

  /** @param bytes of the answer's text */
  keep(key: string, value: object, { bytes, keeping }: { readonly bytes: number; readonly keeping: Keeping }): void {
    if (keeping.of === 'RECORDS' && !this.#keepsRecords) return;
    const size = Math.max(1, (key.length + bytes) * memoryPerByte);
    this.#answers.set(key, { value, cameAtMs: Date.now(), keeping }, { size });
  }

  clear(): void {
    this.#answers.clear();
  }
}

function ageOf({ cameAtMs }: KeptAnswer): number {
  return Date.now() - cameAtMs;
}
