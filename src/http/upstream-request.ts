import type { Logger } from 'pino';
import type { CallTracing } from './call-observer.js';
import type { CallTally } from './call-tally.js';
import type { Keeping } from './kept-answers.js';

/** One call to a provider, described without doing it. */
export interface UpstreamRequest {
  /** Name of the call in logs and counters, for example `getTrack`. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path segments below the base URL, not yet encoded. */
  readonly path: readonly string[];
  /** Whether the path ends in a slash. @default false */
  readonly trailingSlash?: boolean;
  /** In order; a repeated key is repeated. */
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the call may be sent again: true for reads only. A write whose answer is lost is PROVIDER_OUTCOME_UNKNOWN. */
  readonly repeatable: boolean;
  /** How many calls this one counts as in the provider's rate. @default 1 */
  readonly cost?: number;
  /** How long its answer may be shown again. @default not at all */
  readonly keeping?: Keeping;
  /** Path and query below the origin, as they are sent: in place of `path`, for the place a redirect names. */
  readonly target?: string;
  /** Whether an answer 307 or 308 is handed out with its `location`. The client follows no redirect itself. @default false */
  readonly acceptsRedirect?: boolean;
}

export interface UpstreamAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly retryAfterMs: number | null;
  readonly text: string;
  /** Where a redirect leads, as sent. */
  readonly location?: string | null;
  /** How the body is coded, where it should not be. */
  readonly contentEncoding?: string | null;
  /** To be told of what is wrong with the answer by whoever reads it: it may speak of the provider's state. */
  readonly onMisread?: (error: unknown) => void;
}

/** What one GraphQL operation, or one step of work behind the scenes, lends to its calls: the time left, the way to be cancelled, where to log. */
export interface OperationScope {
  readonly requestId: string;
  /** Aborts at the deadline or when the caller has gone. */
  readonly signal: AbortSignal;
  /** Milliseconds on the clock of `Date.now()`. */
  readonly deadlineAt: number;
  readonly log: Logger;
  /**
   * Calls that nobody waits for: they start behind those of operations and keep to a share of what the provider may be asked.
   * REREAD goes ahead of BACKGROUND. Absent for operations.
   */
  readonly priority?: 'REREAD' | 'BACKGROUND';
  /** Whether nothing is shown that was kept from before, or asked for by another operation. @default false */
  readonly isFresh?: boolean;
  /** Counts what is asked. */
  readonly tally?: CallTally;
  /** Told of each answer, refusals among them. Absent for operations. */
  readonly onHead?: (head: AnswerHead) => void;
  /** Shows what is asked in a trace; absent where none is kept. */
  readonly tracing?: CallTracing;
}

/** The head of an answer. Times are milliseconds on the clock of `Date.now()`. */
export interface AnswerHead {
  readonly status: number;
  /** The `Date` header, as sent. */
  readonly date: string | null;
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
}

/** Sends calls to one provider. */
export interface UpstreamClient {
  /**
   * @returns the answer with a 2xx or 4xx status other than 401, 403 and 429, its body read to the end.
   * @throws UpstreamError for every other outcome, by the codes of docs/errors.md.
   */
  send(request: UpstreamRequest, scope: OperationScope): Promise<UpstreamAnswer>;
}

/** Asks one provider for a data source. */
export interface ProviderClient extends UpstreamClient {
  /**
   * A read whose answer, decoded once, may be the one of an equal read: of one under way, or of one kept from before.
   *
   * @param decode gives what the answer says; requests of one operation name are decoded alike. Nothing may change what it gives
   * @param send how the request is sent, where that takes more than sending it
   * @throws UpstreamError as `send` and `decode` do
   */
  read<Value>(
    request: UpstreamRequest,
    scope: OperationScope,
    decode: (answer: UpstreamAnswer) => Value,
    send?: () => Promise<UpstreamAnswer>,
  ): Promise<Value>;
}
