import { Pool } from 'undici';
import type { Secret } from '../config/secret.js';
import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { CallBudget } from './call-budget.js';
import type { CallObserver, WatchedCall } from './call-observer.js';
import { CircuitOpenError } from './circuit/circuit-open-error.js';
import { Circuits } from './circuit/circuits.js';
import { BodyTooLargeError, exchange, GivenUpError } from './exchange.js';
import { codeOf, neverConnected } from './network-code.js';
import type { ProviderHealth } from './provider-health.js';
import { pause, retryDelayMs } from './retry.js';
import { parseRetryAfter } from './retry-after.js';
import type { OperationScope, UpstreamAnswer, UpstreamClient, UpstreamRequest } from './upstream-request.js';
import { targetOf } from './upstream-target.js';
import { withoutSecrets } from './without-secrets.js';

export interface UpstreamClientOptions {
  readonly provider: ProviderName;
  readonly baseUrl: URL;
  /** Of one try, answer read to the end. */
  readonly timeoutMs: number;
  /** Of the time the operation has left, the most that one read may use; from 0 to 1. */
  readonly largestShare: number;
  readonly maxConcurrency: number;
  readonly ratePerSecond: number | null;
  readonly burst: number;
  readonly maxBodyBytes: number;
  /** What must not come back: a provider's words on a refused write are shown to the caller. */
  readonly secrets: readonly Secret[];
  readonly health: ProviderHealth;
  /** Unless given, nobody else sees them. */
  readonly circuits?: Circuits;
  readonly observer?: CallObserver;
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
        const delayMs = request.repeatable ? retryDelayMs(error, tries, remainingMs, Math.random()) : null;
        this.#logFailure(request, scope, { error, tries, delayMs });
        if (delayMs === null || !(await this.#waited(delayMs, scope))) throw error;
      }
    }
  }

  /** Ends the kept connections after the calls under way. */
  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #waited(delayMs: number, { signal }: OperationScope): Promise<boolean> {
    try {
      await pause(delayMs, signal);
      return true;
    } catch {
      return false;
    }
  }

  async #sendOnce(request: UpstreamRequest, scope: OperationScope): Promise<UpstreamAnswer> {
    this.#circuits.check(request);
    const release = this.#budget.acquireAtOnce(scope, request.cost) ?? (await this.#wait(request, scope));
    try {
      return await this.#sendGuarded(request, scope);
    } finally {
      release();
    }
  }

  async #sendGuarded(request: UpstreamRequest, scope: OperationScope): Promise<UpstreamAnswer> {
    const { provider, health } = this.#options;
    const call = this.#circuits.enter(request, scope);
    scope.tally?.add(provider, 'calls');
    const watched = this.#options.observer?.began(request, scope);
    try {
      const answer = await this.#exchange(request, scope, watched);
      watched?.answered(answer.status);
      const failure = this.#failureOf(answer, request);
      // A caller who left, or a budget that is used up, says nothing about the provider's health.
      health.record(failure);
      if (failure !== null) throw failure;
      call.end(null, false);
      watched?.ended(null);
      const onMisread = (error: unknown) => {
        call.misread(error);
        if (error instanceof UpstreamError) health.record(error);
      };
      return { ...answer, onMisread };
    } catch (error) {
      if (error instanceof UpstreamError) watched?.ended(error);
      call.end(error, error instanceof UpstreamError && error.cause instanceof GivenUpError);
      throw error;
    }
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

  async #exchange(request: UpstreamRequest, scope: OperationScope, watched?: WatchedCall): Promise<UpstreamAnswer> {
    const { timeoutMs, maxBodyBytes, largestShare, secrets, health } = this.#options;
    const { method, repeatable, body = null } = request;
    const remainingMs = scope.deadlineAt - Date.now();
    const sentAtMs = Date.now();
    try {
      const { status, headers, text } = await exchange(
        this.#pool,
        { method, path: targetOf(request, this.#basePath), headers: headersOf(request, scope, watched), body },
        {
          timeoutMs: inSteps(Math.min(timeoutMs, remainingMs * (repeatable ? largestShare : 1))),
          maxBytes: maxBodyBytes,
          // A write that is under way goes on when its caller leaves: only its outcome tells whether it happened.
          signal: repeatable ? scope.signal : null,
        },
      );
      const retryAfter = headerText(headers['retry-after']);
      const date = headerText(headers['date']);
      scope.onHead?.({ status, date, sentAtMs, receivedAtMs: Date.now() });
      return {
        status,
        contentType: headerText(headers['content-type']),
        retryAfterMs: retryAfter === null ? null : parseRetryAfter(retryAfter, Date.now()),
        text: repeatable ? text : withoutSecrets(text, secrets),
        location: headerText(headers['location']),
        contentEncoding: headerText(headers['content-encoding']),
      };
    } catch (cause) {
      const error = this.#errorOf(cause, repeatable);
      if (!scope.signal.aborted || Date.now() >= scope.deadlineAt) health.record(error);
      throw error;
    }
  }

  #errorOf(cause: unknown, repeatable: boolean): UpstreamError {
    const { provider } = this.#options;
    const aborted = cause instanceof GivenUpError;
    if (!repeatable && !neverConnected.has(codeOf(cause))) {
      return new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', provider, {
        cause,
        detail: aborted ? 'no answer' : codeOf(cause),
      });
    }
    if (aborted) return new UpstreamError('PROVIDER_TIMEOUT', provider, { cause });
    if (cause instanceof BodyTooLargeError) {
      return new UpstreamError('PROVIDER_CONTRACT', provider, { detail: `body of ${cause.message}` });
    }
    return new UpstreamError('PROVIDER_UNAVAILABLE', provider, { cause, detail: codeOf(cause) });
  }

  #failureOf(
    { status, retryAfterMs, contentEncoding, text }: UpstreamAnswer,
    { repeatable, acceptsRedirect = false }: UpstreamRequest,
  ): UpstreamError | null {
    const { provider } = this.#options;
    const detail = `status ${status}`;
    if (status === 401 || status === 403) return new UpstreamError('PROVIDER_AUTH', provider, { detail });
    if (status === 429) {
      const waitMs = retryAfterMs ?? 1000;
      this.#budget.refused(waitMs);
      return new UpstreamError('PROVIDER_RATE_LIMITED', provider, { detail, retryAfterMs: waitMs });
    }
    if (status >= 500 || status === 408) {
      if (!repeatable) return new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', provider, { detail });
      return new UpstreamError('PROVIDER_UNAVAILABLE', provider, { detail, retryAfterMs: retryAfterMs ?? undefined });
    }
    if (status < 200 || (status >= 300 && status < 400)) {
      return redirectFailure(status, { repeatable, acceptsRedirect, provider });
    }
    if (text === '' || isPlain(contentEncoding)) return null;
    const code = repeatable ? 'PROVIDER_CONTRACT' : 'PROVIDER_OUTCOME_UNKNOWN';
    return new UpstreamError(code, provider, { detail: 'content-encoding' });
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

/** Whether a body is not compressed: nothing else was asked for, and nothing here decodes it. */
function isPlain(contentEncoding: string | null | undefined): boolean {
  return /^(?:identity)?$/i.test(contentEncoding?.trim() ?? '');
}

// No coding is undone here.
const common = { accept: 'application/json', 'accept-encoding': 'identity' };

function headersOf({ headers }: UpstreamRequest, { requestId }: OperationScope, watched?: WatchedCall) {
  return { ...common, 'x-request-id': requestId, ...watched?.headers, ...headers };
}

/** A time in coarse steps where it is long: timers of equal length are kept in one list. */
function inSteps(durationMs: number): number {
  return durationMs < 1000 ? Math.max(1, durationMs) : durationMs - (durationMs % 50);
}

/** Redirects are never followed: they would carry the credentials elsewhere. */
function redirectFailure(
  status: number,
  { repeatable, acceptsRedirect, provider }: { repeatable: boolean; acceptsRedirect: boolean; provider: ProviderName },
): UpstreamError | null {
  // These two ask for the same request elsewhere; the others may follow a write that was done.
  const isUntouched = status === 307 || status === 308;
  if (isUntouched && acceptsRedirect) return null;
  const code = repeatable || isUntouched ? 'PROVIDER_CONTRACT' : 'PROVIDER_OUTCOME_UNKNOWN';
  return new UpstreamError(code, provider, { detail: `status ${status}` });
}

function headerText(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
