import type { UpstreamError } from '../errors/upstream-error.js';
import type { ProbeOutcome } from './circuit/guarded-call.js';
import type { OperationScope, UpstreamRequest } from './upstream-request.js';

/** Is told of everything that is asked of one provider, as it happens: each of its methods costs next to nothing. */
export interface CallObserver {
  /** A read was not sent, since there was an answer for it already. */
  readonly spared: (how: 'shared' | 'cached' | 'stale') => void;
  /** A call waited for a place or for the rate, in milliseconds, whether it was sent then or not. */
  readonly waited: (durationMs: number, scope: OperationScope) => void;
  /** A call was not sent, since the budget gave it no place in time or its caller left. */
  readonly refused: (scope: OperationScope) => void;
  /** A call was not sent, since calls like it keep failing. */
  readonly heldBack: (scope: OperationScope) => void;
  /** A call that was let through to try whether calls like it fare better has come to this. */
  readonly probed: (outcome: ProbeOutcome) => void;
  /** One try is sent. */
  readonly began: (request: UpstreamRequest, scope: OperationScope) => WatchedCall;
}

/** One try that is under way. */
export interface WatchedCall {
  /** Headers that let the provider's own traces be joined to ours; null for none. */
  readonly headers: Readonly<Record<string, string>> | null;
  /** Its answer is there, read to the end. */
  readonly answered: (status: number) => void;
  /** It is over. @param failure null when its answer is one that can be used */
  readonly ended: (failure: UpstreamError | null) => void;
}

/** What an operation lends to its calls so that they show in its trace. */
export interface CallTracing {
  readonly beginCall: (call: Pick<UpstreamRequest, 'operation' | 'method'> & { readonly provider: string }) => CallSpan;
}

/** One call in a trace. */
export interface CallSpan {
  readonly headers: Readonly<Record<string, string>> | null;
  /** @param status null when there was no answer @param code null when all went well */
  readonly end: (status: number | null, code: string | null) => void;
}
