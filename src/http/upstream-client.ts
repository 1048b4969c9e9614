import { type Dispatcher, Pool } from 'undici';
import type { Secret } from '../config/secret.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { CallBudget, type CallBudgetOptions } from './call-budget.js';
import type { CallObserver, WatchedCall } from './call-observer.js';
import { CircuitOpenError } from './circuit/circuit-open-error.js';
import { Circuits, type Guard } from './circuit/circuits.js';
import { type ExchangeLimits, exchange, GivenUpError, type WireAnswer } from './exchange.js';
import type { ProviderHealth } from './provider-health.js';
import { hasPaused, retryDelayMs } from './retry.js';
import { parseRetryAfter } from './retry-after.js';
import { errorOf, failureOf } from './upstream-failures.js';
import type { OperationScope, UpstreamAnswer, UpstreamClient, UpstreamRequest } from './upstream-request.js';
import { targetOf } from './upstream-target.js';
import { withoutSecrets } from './without-secrets.js';

export interface UpstreamClientOptions extends CallBudgetOptions {
  readonly baseUrl: URL;
  /** Of one try, answer read to the end. */
  readonly timeoutMs: number;
  /** Of the time the operation has left, the most that one read may use; from 0 to 1. */
  readonly largestShare: number;
  readonly maxBodyBytes: number;
  /** What must not come back: a provider's words on a refused write are shown to the caller. */
  readonly secrets: readonly Secret[];
  readonly health: ProviderHealth;
  /** Unless given, nobody else sees them. */
  readonly circuits?: Circuits;
  readonly observer?: CallObserver;
}

/** A call that was let through. */
interface SentCall {
  readonly guarded: Guard;
  readonly watched: WatchedCall | undefined;
  /** Milliseconds on the clock of `Date.now()`. */
  readonly sentAtMs: number;
}

interface Trying {
  readonly request: UpstreamRequest;
  readonly scope: OperationScope;
  readonly call: SentCall;
}

/** One provider's pool of kept-alive connections with its budget, deadline, retries and size cap. */
export class HttpUpstreamClient implements UpstreamClient {
  readonly #options: UpstreamClientOptions;
  readonly #pool: Pool;
  readonly #budget: CallBudget;
  readonly #circuits: Circuits;
  readonly #basePath: string;

  constructor(options: UpstreamClientOptions) {
    this.#options = options;
    // Each call has a deadline of its own, which is shorter.
    const noTimeouts = { headersTimeout: 0, bodyTimeout: 0 };
    this.#pool = new Pool(options.baseUrl.origin, { connections: options.maxConcurrency, ...noTimeouts });
    this.#budget = new CallBudget(options);
    this.#circuits = options.circuits ?? new Circuits(options.provider, options);
    this.#basePath = options.baseUrl.pathname.replace(/\/+$/, '');
  }

  async send(request: UpstreamRequest, scope: OperationScope): Promise<UpstreamAnswer> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#sendOnce(request, scope);
      } catch (error) {
        if (!(error instanceof UpstreamError) || error instanceof CircuitOpenError) throw error;
        const remainingMs = scope.deadlineAt - Date.now();
        const mayRepeat = request.repeatable && !this.#circuits.holdBack(request);
        const delayMs = mayRepeat ? retryDelayMs(error, tries, remainingMs, Math.random()) : null;
        this.#logFailure(request, scope, { error, tries, delayMs });
        if (delayMs === null || !(await hasPaused(delayMs, scope.signal))) throw error;
      }
    }
  }

  /** Ends the kept connections after the calls under way. */
  async close(): Promise<void> {
    await this.#pool.close();
  }

  /** One try, in one go: each function in between that waits as well costs as much as reading a small answer. */
  async #sendOnce(request: UpstreamRequest, scope: OperationScope): Promise<UpstreamAnswer> {
    const sinceMs = Date.now();
    for (;;) {
      const news = this.#circuits.whenNews(request, scope, sinceMs);
      if (news !== null) {
        await news;
        continue;
      }
      const release = this.#budget.acquireAtOnce(scope, request.cost) ?? (await this.#wait(request, scope));
      let call: SentCall | null = null;
      try {
        call = this.#begin(request, scope);
        // Calls like it may be held back since it began to wait for its place.
        if (call === null) continue;
        const options = this.#wireRequest(request, scope, call);
        return this.#accept(await exchange(this.#pool, options, this.#limitsOf(request, scope)), {
          request,
          scope,
          call,
        });
      } catch (cause) {
        const error = cause instanceof UpstreamError ? cause : this.#lost(cause, request, scope);
        call?.watched?.ended(error);
        call?.guarded.end(error, error.cause instanceof GivenUpError);
        throw error;
      } finally {
        release();
      }
    }
  }

  /** Null for a call that is held back. */
  #begin(request: UpstreamRequest, scope: OperationScope): SentCall | null {
    const guarded = this.#circuits.enter(request, scope);
    if (guarded === null) return null;
    scope.tally?.add(this.#options.provider, 'calls');
    return { guarded, watched: this.#options.observer?.began(request, scope), sentAtMs: Date.now() };
  }

  /** What an answer says, where it is one that can be used. @throws UpstreamError */
  #accept(wire: WireAnswer, { request, scope, call }: Trying): UpstreamAnswer {
    const { health, secrets } = this.#options;
    const { guarded, watched, sentAtMs } = call;
    const { status, headers, text } = wire;
    const retryAfter = headerText(headers['retry-after']);
    scope.onHead?.({ status, date: headerText(headers['date']), sentAtMs, receivedAtMs: Date.now() });
    const answer: UpstreamAnswer = {
      status,
      contentType: headerText(headers['content-type']),
      retryAfterMs: retryAfter === null ? null : parseRetryAfter(retryAfter, Date.now()),
      text: request.repeatable ? text : withoutSecrets(text, secrets),
      location: headerText(headers['location']),
      contentEncoding: headerText(headers['content-encoding']),
      onMisread: (error) => {
        guarded.misread(error);
        if (error instanceof UpstreamError) health.record(error);
      },
    };
    watched?.answered(status);
    const failure = failureOf(answer, request, this.#options.provider);
    if (failure?.code === 'PROVIDER_RATE_LIMITED') this.#budget.refused(failure.retryAfterMs ?? 0);
    health.record(failure);
    if (failure !== null) throw failure;
    guarded.end(null, false);
    watched?.ended(null);
    return answer;
  }

  /** The error of a call without an answer. A caller who left says nothing about the provider's health. */
  #lost(cause: unknown, { repeatable }: UpstreamRequest, { signal, deadlineAt }: OperationScope): UpstreamError {
    const error = errorOf(cause, { repeatable, provider: this.#options.provider });
    if (!signal.aborted || Date.now() >= deadlineAt) this.#options.health.record(error);
    return error;
  }

  async #wait({ cost }: UpstreamRequest, scope: OperationScope): Promise<() => void> {
    const sinceMs = performance.now();
    try {
      return await this.#budget.acquire(scope, cost);
    } catch (error) {
      this.#options.observer?.refused(scope);
      throw error;
    } finally {
      const waitedMs = performance.now() - sinceMs;
      scope.tally?.addWait(this.#options.provider, waitedMs);
      this.#options.observer?.waited(waitedMs, scope);
    }
  }

  #wireRequest(request: UpstreamRequest, scope: OperationScope, { watched }: SentCall): Dispatcher.DispatchOptions {
    const { method, body = null } = request;
    return { method, path: targetOf(request, this.#basePath), headers: headersOf(request, scope, watched), body };
  }

  #limitsOf({ repeatable }: UpstreamRequest, { signal, deadlineAt }: OperationScope): ExchangeLimits {
    const { timeoutMs, maxBodyBytes, largestShare } = this.#options;
    const share = repeatable ? largestShare : 1;
    return {
      timeoutMs: inSteps(Math.min(timeoutMs, (deadlineAt - Date.now()) * share)),
      maxBytes: maxBodyBytes,
      // A write that is under way goes on when its caller leaves: only its outcome tells whether it happened.
      signal: repeatable ? signal : null,
    };
  }

  #logFailure(
    { operation }: UpstreamRequest,
    scope: OperationScope,
    { error, tries, delayMs }: { error: UpstreamError; tries: number; delayMs: number | null },
  ): void {
    const { provider, code, detail } = error;
    scope.log.warn({ provider, operation, code, detail, tries, retryInMs: delayMs }, 'upstream call failed');
  }
}

function headersOf({ headers = {} }: UpstreamRequest, { requestId }: OperationScope, watched?: WatchedCall) {
  // No coding is undone here.
  const all = { accept: 'application/json', 'accept-encoding': 'identity', 'x-request-id': requestId };
  return Object.assign(all, watched?.headers, headers);
}

/** A time in coarse steps where it is long: timers of equal length are kept in one list. */
function inSteps(durationMs: number): number {
  return durationMs < 1000 ? Math.max(1, durationMs) : durationMs - (durationMs % 50);
}

function headerText(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
