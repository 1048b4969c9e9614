import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from '../errors/upstream-error.js';
import type { CallObserver } from './call-observer.js';
import { ignoreEnd, whenEnded } from './end-of-work.js';
import { mayJoin } from './joining.js';
import type { KeptAnswers } from './kept-answers.js';
import type {
  OperationScope,
  ProviderClient,
  UpstreamAnswer,
  UpstreamClient,
  UpstreamRequest,
} from './upstream-request.js';
import { targetOf } from './upstream-target.js';

/** How old a call under way may be for another operation to take its answer: what that shows may be as old. */
const youngMs = 100;

interface Flight {
  readonly startedAtMs: number;
  /** The operation that makes the call, and ends it when it ends itself. */
  readonly scope: OperationScope;
  readonly value: Promise<unknown>;
}

/** In the place of a call that begins in the same breath. */
const notYet: Promise<unknown> = new Promise(() => {});

interface SharedReadsOptions {
  /** Null keeps nothing. */
  readonly kept: KeptAnswers | null;
  /** Called at the end of each write, whatever came of it. */
  readonly onWrite?: () => void;
  readonly observer?: CallObserver | undefined;
}

/** One read as it is to be made. */
interface Reading<Value> {
  readonly key: string;
  readonly request: UpstreamRequest;
  readonly scope: OperationScope;
  readonly decode: (answer: UpstreamAnswer) => Value;
  readonly send: () => Promise<UpstreamAnswer>;
}

/** What a failure leaves room for: the provider is there no more, or has no time. */
const replaceable: ReadonlySet<string> = new Set(['PROVIDER_UNAVAILABLE', 'PROVIDER_TIMEOUT', 'PROVIDER_RATE_LIMITED']);

/**
 * Equal reads of all operations that are under way at once are one call: of a page that fifty shoppers open in the same moment the
 * provider sees one. Some answers are kept for a moment longer. A read never takes the answer of one that began before a write ended,
 * nor does one that is made because something has changed.
 *
 * @remarks For one provider with one set of credentials. Tokens differ from login to login and are not compared.
 */
export class SharedReads implements ProviderClient {
  readonly #provider: ProviderName;
  readonly #client: UpstreamClient;
  readonly #kept: KeptAnswers | null;
  readonly #onWrite: () => void;
  readonly #observer: CallObserver | undefined;
  readonly #flights = new Map<string, Flight>();

  constructor(
    provider: ProviderName,
    client: UpstreamClient,
    { kept, onWrite = () => {}, observer }: SharedReadsOptions,
  ) {
    this.#provider = provider;
    this.#client = client;
    this.#kept = kept;
    this.#onWrite = onWrite;
    this.#observer = observer;
  }

  async send(request: UpstreamRequest, scope: OperationScope): Promise<UpstreamAnswer> {
    if (request.repeatable) return this.#client.send(request, scope);
    try {
      return await this.#client.send(request, scope);
    } finally {
      // Reads under way may have seen what was before.
      this.forget();
      this.#onWrite();
    }
  }

  async read<Value>(
    request: UpstreamRequest,
    scope: OperationScope,
    decode: (answer: UpstreamAnswer) => Value,
    send = () => this.#client.send(request, scope),
  ): Promise<Value> {
    if (request.method !== 'GET' || scope.priority !== undefined || scope.isFresh === true)
      return decoded(await send(), decode);
    const key = keyOf(request);
    const kept = this.#kept?.fresh(key);
    if (kept !== undefined) {
      scope.tally?.add(this.#provider, 'cached');
      this.#observer?.spared('cached');
      return kept as Value;
    }
    const reading: Reading<Value> = { key, request, scope, decode, send };
    try {
      return await this.#readShared(reading);
    } catch (error) {
      return this.#standIn(reading, error);
    }
  }

  /** Has what was read so far shown to nobody any more. */
  forget(): void {
    this.#flights.clear();
    this.#kept?.clear();
  }

  #readShared<Value>(reading: Reading<Value>): Promise<Value> {
    const flight = this.#flights.get(reading.key);
    if (flight === undefined || !isTakenBy(reading.scope, flight)) return this.#start(reading);
    return this.#join(flight, reading);
  }

  async #join<Value>(flight: Flight, reading: Reading<Value>): Promise<Value> {
    const { scope } = reading;
    scope.tally?.add(this.#provider, 'shared');
    this.#observer?.spared('shared');
    try {
      return (await unlessEnded(flight.value, scope, this.#provider)) as Value;
    } catch (error) {
      // That the other operation has ended is none of this one's business.
      if (!flight.scope.signal.aborted || scope.signal.aborted) throw error;
      return this.#readShared(reading);
    }
  }

  #start<Value>(reading: Reading<Value>): Promise<Value> {
    const { key, scope } = reading;
    const flight = { startedAtMs: Date.now(), scope, value: notYet };
    this.#flights.set(key, flight);
    const value = this.#fetch(reading, flight);
    flight.value = value;
    return value;
  }

  /** @param flight is no longer in its place when something was written, or an equal read has begun, since this one began */
  async #fetch<Value>({ key, request, decode, send }: Reading<Value>, flight: Flight): Promise<Value> {
    try {
      const answer = await send();
      const value = decoded(answer, decode);
      const { keeping } = request;
      if (keeping !== undefined && isSomething(value) && this.#flights.get(key) === flight) {
        this.#kept?.keep(key, value, { bytes: answer.text.length, keeping });
      }
      return value;
    } finally {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
  }

  /** A kept answer in place of one that cannot be had. @throws the error where there is none */
  #standIn<Value>({ key, scope }: Reading<Value>, error: unknown): Value {
    const isReplaceable = error instanceof UpstreamError && replaceable.has(error.code);
    const kept = isReplaceable ? this.#kept?.stale(key) : undefined;
    if (kept === undefined) throw error;
    scope.tally?.addStale(this.#provider, kept.ageMs);
    this.#observer?.spared('stale');
    return kept.value as Value;
  }
}

/** What an answer says; its provider's state learns of one that says nothing. @throws what `decode` does */
export function decoded<Value>(answer: UpstreamAnswer, decode: (answer: UpstreamAnswer) => Value): Value {
  try {
    return decode(answer);
  } catch (error) {
    answer.onMisread?.(error);
    throw error;
  }
}

/** That something is not there is never kept: it may be made in the next moment. */
function isSomething(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(Array.isArray(value) && value.length === 0);
}

function isTakenBy({ deadlineAt }: OperationScope, { startedAtMs, scope }: Flight): boolean {
  return mayJoin({ startedAtMs, deadlineAt: scope.deadlineAt }, deadlineAt, youngMs);
}

/** @throws UpstreamError PROVIDER_TIMEOUT at the end of the operation: the call goes on for the one that makes it */
function unlessEnded<Value>(value: Promise<Value>, { signal }: OperationScope, provider: ProviderName): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new UpstreamError('PROVIDER_TIMEOUT', provider));
    if (signal.aborted) return end();
    whenEnded(signal, end);
    value.then(resolve, reject).finally(() => ignoreEnd(signal, end));
  });
}

function keyOf(request: UpstreamRequest): string {
  const { operation, acceptsRedirect, headers } = request;
  const target = targetOf(request, '');
  const others = Object.entries(headers ?? {}).filter(([name]) => name !== 'authorization');
  return others.length === 0 && acceptsRedirect !== true
    ? `${operation} ${target}`
    : JSON.stringify([operation, target, acceptsRedirect, others]);
}
