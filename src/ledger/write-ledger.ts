/** What is known of a write that was asked for under an idempotency key. */
export type LedgerEntry =
  | { readonly state: 'RUNNING'; readonly fingerprint: string; readonly owner: LedgerOwner; readonly claimedAt: number }
  | { readonly state: 'UNSETTLED'; readonly fingerprint: string; readonly claimedAt: number }
  | { readonly state: 'FORGOTTEN'; readonly fingerprint: string; readonly claimedAt: number }
  | { readonly state: 'DONE'; readonly fingerprint: string; readonly claimedAt: number; readonly payload: unknown };

/** The process that runs a write. A process that is gone has left its write unsettled. */
export interface LedgerOwner {
  readonly processId: number;
  /** Made anew at every start, since process ids are used again. */
  readonly startId: string;
  /** Tells the attempts of one process apart. */
  readonly attemptId: string;
  /** Milliseconds since 1970 after which the write cannot be running any more. */
  readonly leaseEndsAt: number;
}

/**
 * The durable memory of writes: shared by the processes of one machine, or by all that use one Redis; kept through a crash. What it says
 * is never guessed: when it cannot be read, every method throws LedgerUnavailableError and no keyed write is sent.
 */
export interface WriteLedger {
  /** The entry under a key; null for a key that is new or expired. */
  read(key: string): Promise<LedgerEntry | null>;
  /** Writes an entry when the key is free; tells whether it was. On disk before it answers. */
  claim(key: string, entry: LedgerEntry): Promise<boolean>;
  /** Replaces an entry when it still is what was read; tells whether it was. */
  replace(key: string, known: LedgerEntry, next: LedgerEntry): Promise<boolean>;
  /** Forgets a key under which nothing was done, when its entry still is what was read. */
  release(key: string, known: LedgerEntry): Promise<void>;
  /** Whether another process that claimed an entry may still be at it. */
  isAlive(owner: LedgerOwner): Promise<boolean>;
  /** Removes the outcomes that a test says are about a person; the entries stay, so that nothing can be sent again. Gives their number. */
  forgetOutcomes(isAbout: (payload: unknown) => boolean): Promise<number>;
  close(): Promise<void>;
}

/** The ledger of one place. */
export interface PlacedLedger extends WriteLedger {
  /** Whether nothing is remembered. */
  isEmpty(): Promise<boolean>;
}

/** The ledger cannot be read or written. */
export class LedgerUnavailableError extends Error {
  override readonly name = 'LedgerUnavailableError';
}
