import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { ProviderName } from '../domain/provider.js';
import { RequestError } from '../errors/request-error.js';
import {
  type LedgerEntry,
  type LedgerOwner,
  LedgerUnavailableError,
  type WriteLedger,
} from '../ledger/write-ledger.js';
import { waitAtMost, waitForChange } from './ledger-wait.js';
import { mentions } from './mentions.js';
import { conflict, forgotten, isUnknown, unknownOutcome } from './outcome-errors.js';
import { checkKey, digest, keyIn } from './write-key.js';

/** One write as a mutation asks for it. Its input has been checked. */
export interface WriteRequest<Outcome> {
  /** Name of the mutation. */
  readonly mutation: string;
  readonly provider: ProviderName;
  /** Null for a caller who sent none: then the write is sent once and its outcome is not remembered. */
  readonly idempotencyKey: string | null;
  /** All that the caller asked for, to tell a repetition from another write. */
  readonly input: object;
  /** What a person can look for at the provider when the outcome stays unknown: `customer 29920`. */
  readonly reference: string;
  /** Sends the write. Throws UpstreamError PROVIDER_OUTCOME_UNKNOWN when it may have happened; any other error says that it has not. */
  readonly send: () => Promise<Outcome>;
  /**
   * Looks at the provider whether an earlier attempt happened and gives its outcome; null when that cannot be told. Reads only.
   *
   * @param claimedAtMs when the write was first asked for, in milliseconds since 1970: what happened before was another write
   */
  readonly readBack: ((claimedAtMs: number) => Promise<Outcome | null>) | null;
}

interface WritesOptions {
  readonly ledger: WriteLedger;
  readonly log: Logger;
  /** How long one write may run, in milliseconds. */
  readonly maxDurationMs: number;
}

type Running = LedgerEntry & { readonly state: 'RUNNING' };

/** Writes that happen once: what was sent under a key is never sent under it again. */
export class Writes {
  readonly #options: WritesOptions;
  readonly #startId = randomUUID();
  readonly #running = new Set<string>();
  readonly #flights = new Map<string, { readonly fingerprint: string; readonly outcome: Promise<unknown> }>();

  constructor(options: WritesOptions) {
    this.#options = options;
  }

  /**
   * Sends a write, or gives the outcome that is known of it already. The outcome is kept as JSON.
   *
   * @param caller who writes: keys of two callers are two keys
   * @throws RequestError IDEMPOTENCY_CONFLICT for a key used with another input, LEDGER_UNAVAILABLE when the ledger cannot be read;
   * UpstreamError PROVIDER_OUTCOME_UNKNOWN, or another code when nothing was done.
   */
  async run<Outcome>(caller: string, request: WriteRequest<Outcome>): Promise<Outcome> {
    if (request.idempotencyKey === null) return this.#sendUnkeyed(request);
    checkKey(request.idempotencyKey);
    const key = keyIn(request, caller);
    const fingerprint = digest(request.input);
    const flight = this.#flights.get(key);
    if (flight !== undefined && flight.fingerprint !== fingerprint) throw conflict();
    // Requests of this process that ask for the same at the same time share one answer, whatever it is.
    if (flight !== undefined) return this.#join(flight.outcome as Promise<Outcome>, request);
    const outcome = this.#orUnavailable(request.mutation, () => this.#runKeyed(key, fingerprint, request));
    this.#flights.set(key, { fingerprint, outcome });
    return outcome.finally(() => this.#flights.delete(key));
  }

  /** Forgets the outcomes that mention a person's e-mail. Gives their number. */
  async forget(email: string): Promise<number> {
    const { ledger } = this.#options;
    return this.#orUnavailable('forgetCustomer', () => ledger.forgetOutcomes((payload) => mentions(payload, email)));
  }

  /** Writes with a key that this process is at. */
  get underWay(): number {
    return this.#running.size;
  }

  async close(): Promise<void> {
    await this.#options.ledger.close();
  }

  /** Waits for a write under way, no longer than a write may take. */
  async #join<Outcome>(outcome: Promise<Outcome>, request: WriteRequest<Outcome>): Promise<Outcome> {
    const timer = new AbortController();
    const isOver = waitAtMost(this.#options.maxDurationMs, timer.signal).then(() => {
      throw unknownOutcome(request, null);
    });
    // Ended early the wait throws for nobody.
    isOver.catch(() => {});
    try {
      return await Promise.race([outcome, isOver]);
    } finally {
      timer.abort();
    }
  }

  async #orUnavailable<Value>(mutation: string, work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) throw error;
      this.#options.log.error({ err: error, mutation }, 'the ledger cannot be used');
      throw new RequestError(
        'LEDGER_UNAVAILABLE',
        'The memory of writes cannot be used; nothing was sent. Try again later.',
      );
    }
  }

  async #sendUnkeyed<Outcome>(request: WriteRequest<Outcome>): Promise<Outcome> {
    const startedAt = Date.now();
    try {
      return await request.send();
    } catch (error) {
      if (!isUnknown(error)) throw error;
      const outcome = await this.#readBack(request, startedAt);
      if (outcome !== null) return outcome;
      throw unknownOutcome(request, error);
    }
  }

  async #runKeyed<Outcome>(key: string, fingerprint: string, request: WriteRequest<Outcome>): Promise<Outcome> {
    const { ledger, maxDurationMs } = this.#options;
    const giveUpAt = Date.now() + maxDurationMs;
    for (;;) {
      const attempt = this.#attempt(fingerprint, Date.now());
      if (await this.#taking(attempt, () => ledger.claim(key, attempt))) return this.#execute(key, attempt, request);
      const known = await ledger.read(key);
      if (known === null) continue;
      if (known.fingerprint !== fingerprint) throw conflict();
      if (known.state === 'DONE') return known.payload as Outcome;
      if (known.state === 'FORGOTTEN') throw forgotten();
      if (known.state === 'RUNNING' && (await this.#isRunning(known.owner))) {
        if (Date.now() >= giveUpAt) throw unknownOutcome(request, null);
        await waitForChange();
        continue;
      }
      const takeover = this.#attempt(fingerprint, known.claimedAt);
      if (await this.#taking(takeover, () => ledger.replace(key, known, takeover)))
        return this.#resume(key, takeover, request);
    }
  }

  /** Whether the attempt that has a key can still be sending. After its lease it cannot, whatever its process is doing. */
  async #isRunning(owner: LedgerOwner): Promise<boolean> {
    if (owner.leaseEndsAt <= Date.now()) return false;
    if (owner.startId === this.#startId) return this.#running.has(owner.attemptId);
    return this.#options.ledger.isAlive(owner);
  }

  /** Counts an attempt as running before others can see it, so that nobody takes it for one that was left behind. */
  async #taking({ owner: { attemptId } }: Running, take: () => Promise<boolean>): Promise<boolean> {
    this.#running.add(attemptId);
    const isTaken = await take().catch((error: unknown) => {
      this.#running.delete(attemptId);
      throw error;
    });
    if (!isTaken) this.#running.delete(attemptId);
    return isTaken;
  }

  async #execute<Outcome>(key: string, attempt: Running, request: WriteRequest<Outcome>): Promise<Outcome> {
    try {
      const outcome = await request.send();
      await this.#finish(key, attempt, outcome);
      return outcome;
    } catch (error) {
      // It was sent: a ledger that fails now cannot make that undone.
      if (error instanceof LedgerUnavailableError) throw unknownOutcome(request, error);
      if (isUnknown(error)) return await this.#settle(key, attempt, request, error);
      await this.#free(key, attempt, request);
      throw error;
    } finally {
      this.#running.delete(attempt.owner.attemptId);
    }
  }

  async #resume<Outcome>(key: string, attempt: Running, request: WriteRequest<Outcome>): Promise<Outcome> {
    try {
      return await this.#settle(key, attempt, request, null);
    } finally {
      this.#running.delete(attempt.owner.attemptId);
    }
  }

  /** Finds out what became of an attempt whose answer is missing; sends nothing. */
  async #settle<Outcome>(
    key: string,
    attempt: Running,
    request: WriteRequest<Outcome>,
    cause: unknown,
  ): Promise<Outcome> {
    const outcome = await this.#readBack(request, attempt.claimedAt);
    try {
      if (outcome !== null) {
        await this.#finish(key, attempt, outcome);
        return outcome;
      }
      const { fingerprint, claimedAt } = attempt;
      await this.#options.ledger.replace(key, attempt, { state: 'UNSETTLED', fingerprint, claimedAt });
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) throw error;
      throw unknownOutcome(request, error);
    }
    throw unknownOutcome(request, cause);
  }

  /** Gives a key back under which nothing was done; where that fails the key stays taken, which is safe. */
  async #free(key: string, attempt: Running, { mutation }: Pick<WriteRequest<unknown>, 'mutation'>): Promise<void> {
    try {
      await this.#options.ledger.release(key, attempt);
    } catch (error) {
      this.#options.log.error({ err: error, mutation }, 'a key could not be given back');
    }
  }

  async #finish(key: string, entry: Running, payload: unknown): Promise<void> {
    const { fingerprint, claimedAt } = entry;
    await this.#options.ledger.replace(key, entry, { state: 'DONE', fingerprint, claimedAt, payload });
  }

  async #readBack<Outcome>(
    { readBack, mutation }: WriteRequest<Outcome>,
    claimedAtMs: number,
  ): Promise<Outcome | null> {
    try {
      return (await readBack?.(claimedAtMs)) ?? null;
    } catch (error) {
      this.#options.log.warn({ err: error, mutation }, 'a write could not be read back');
      return null;
    }
  }

  #attempt(fingerprint: string, claimedAt: number): Running {
    const leaseEndsAt = Date.now() + this.#options.maxDurationMs;
    const owner = { processId: process.pid, startId: this.#startId, attemptId: randomUUID(), leaseEndsAt };
    return { state: 'RUNNING', fingerprint, claimedAt, owner };
  }
}
