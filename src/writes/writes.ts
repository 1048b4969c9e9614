import { createHash, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { normalizeEmail } from '../domain/join-keys.js';
import type { ProviderName } from '../domain/provider.js';
import { RequestError } from '../errors/request-error.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { type LedgerEntry, LedgerUnavailableError, type WriteLedger } from '../ledger/write-ledger.js';
import { isOwnerAlive, waitForChange } from './ledger-wait.js';

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
    const key = digest([caller, request.mutation, request.idempotencyKey]);
    return this.#orUnavailable(request.mutation, () => this.#runKeyed(key, request));
  }

  /** Forgets the outcomes that mention a person's e-mail. Gives their number. */
  async forget(email: string): Promise<number> {
    const { ledger } = this.#options;
    return this.#orUnavailable('forgetCustomer', () => ledger.forgetOutcomes((payload) => mentions(payload, email)));
  }

  async close(): Promise<void> {
    await this.#options.ledger.close();
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

  async #runKeyed<Outcome>(key: string, request: WriteRequest<Outcome>): Promise<Outcome> {
    const { ledger, maxDurationMs } = this.#options;
    const fingerprint = digest(request.input);
    const giveUpAt = Date.now() + maxDurationMs;
    for (;;) {
      const attempt = this.#attempt(fingerprint, Date.now());
      if (await this.#taking(attempt, () => ledger.claim(key, attempt))) return this.#execute(key, attempt, request);
      const known = await ledger.read(key);
      if (known === null) continue;
      if (known.fingerprint !== fingerprint) throw conflict();
      if (known.state === 'DONE') return known.payload as Outcome;
      if (known.state === 'FORGOTTEN') throw forgotten();
      if (known.state === 'RUNNING' && isOwnerAlive(known.owner, { startId: this.#startId, running: this.#running })) {
        if (Date.now() >= giveUpAt) throw unknownOutcome(request, null);
        await waitForChange();
        continue;
      }
      const takeover = this.#attempt(fingerprint, known.claimedAt);
      if (await this.#taking(takeover, () => ledger.replace(key, known, takeover)))
        return this.#resume(key, takeover, request);
    }
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
      if (error instanceof LedgerUnavailableError) throw unknownOutcome(request, error);
      if (isUnknown(error)) return await this.#settle(key, attempt, request, error);
      await this.#options.ledger.release(key);
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
    if (outcome !== null) {
      await this.#finish(key, attempt, outcome);
      return outcome;
    }
    const { fingerprint, claimedAt } = attempt;
    await this.#options.ledger.replace(key, attempt, { state: 'UNSETTLED', fingerprint, claimedAt });
    throw unknownOutcome(request, cause);
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

function isUnknown(error: unknown): boolean {
  return error instanceof UpstreamError && error.code === 'PROVIDER_OUTCOME_UNKNOWN';
}

function unknownOutcome(
  { provider, reference }: Pick<WriteRequest<unknown>, 'provider' | 'reference'>,
  cause: unknown,
): UpstreamError {
  return new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', provider, { reference, cause });
}

function forgotten(): RequestError {
  return new RequestError(
    'NOT_FOUND',
    'This was done; its outcome was forgotten together with the person it was about.',
  );
}

function conflict(): RequestError {
  return new RequestError(
    'IDEMPOTENCY_CONFLICT',
    'The idempotency key was used before with another input; use a new key for a new write.',
  );
}

/** A digest that does not depend on the order in which a caller wrote the fields. */
function digest(value: object): string {
  const sorted = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
  return createHash('sha256').update(sorted).digest('base64url');
}

function mentions(value: unknown, email: string): boolean {
  if (typeof value === 'string') return normalizeEmail(value) === email;
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => mentions(part, email));
}
