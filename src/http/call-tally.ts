import type { ProviderName } from '../domain/provider.js';

/** What the reads and writes of one operation came to at one provider. */
export interface ProviderTally {
  /** Requests sent, repetitions among them. */
  readonly calls: number;
  /** Reads that took the answer of an equal call under way. */
  readonly shared: number;
  /** Reads that took an answer kept from before. */
  readonly cached: number;
  /** Answers that stood in for ones that could not be had; their age in milliseconds is that of the oldest. */
  readonly stale: number;
  readonly staleAgeMs: number;
  /** Milliseconds that calls waited for a place or for the provider's rate, added up. */
  readonly waitedMs: number;
}

/** A store of the gateway's own that reads go on without. */
export type MissingStore = 'DIRECTORY';

type Writable = { -readonly [Key in keyof ProviderTally]: ProviderTally[Key] };

/** Counts what one operation asks its providers. */
export class CallTally {
  readonly #providers = new Map<ProviderName, Writable>();

  readonly #missing = new Set<MissingStore>();
  #isShared = false;

  get providers(): ReadonlyMap<ProviderName, ProviderTally> {
    return this.#providers;
  }

  /** Whether the whole answer is that of an equal operation that was under way. */
  get isShared(): boolean {
    return this.#isShared;
  }

  /** The gateway's own stores that could not be read: the answer was made without what they know. */
  get missing(): ReadonlySet<MissingStore> {
    return this.#missing;
  }

  noteMissing(store: MissingStore): void {
    this.#missing.add(store);
  }

  add(provider: ProviderName, kind: 'calls' | 'shared' | 'cached'): void {
    this.#of(provider)[kind] += 1;
  }

  addStale(provider: ProviderName, ageMs: number): void {
    const tally = this.#of(provider);
    tally.stale += 1;
    tally.staleAgeMs = Math.max(tally.staleAgeMs, ageMs);
  }

  addWait(provider: ProviderName, waitedMs: number): void {
    this.#of(provider).waitedMs += waitedMs;
  }

  /** Counts what an equal operation asked, whose answer is taken: its calls were made, but not for this one. */
  share(other: CallTally): void {
    this.#isShared = true;
    for (const store of other.missing) this.#missing.add(store);
    for (const [provider, { calls, shared, cached, stale, staleAgeMs }] of other.providers) {
      const tally = this.#of(provider);
      tally.shared += calls + shared;
      tally.cached += cached;
      tally.stale += stale;
      tally.staleAgeMs = Math.max(tally.staleAgeMs, staleAgeMs);
    }
  }

  #of(provider: ProviderName): Writable {
    const known = this.#providers.get(provider);
    if (known !== undefined) return known;
    const tally = { calls: 0, shared: 0, cached: 0, stale: 0, staleAgeMs: 0, waitedMs: 0 };
    this.#providers.set(provider, tally);
    return tally;
  }
}
