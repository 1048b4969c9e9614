import type { CallTracing } from '../../http/call-observer.js';

/** An operation that begins. */
export interface TracedOperation {
  readonly requestId: string;
  /** Headers by which its caller's trace is known; null for none. */
  readonly traceparent: string | null;
  readonly tracestate: string | null;
}

/** How an operation ended. */
export interface OperationEnd {
  /** From a list of known names, or `other`. */
  readonly name: string;
  /** Null for what could not be read. */
  readonly kind: 'query' | 'mutation' | 'subscription' | null;
  readonly outcome: string;
  readonly errorCodes: readonly string[];
}

/** The span of one operation; what it asks of providers goes below it. */
export interface OperationSpan extends CallTracing {
  readonly end: (end: OperationEnd) => void;
}

/** Where spans go. The operations know nothing of OpenTelemetry: it is loaded only when it is asked for. */
export interface Tracing {
  readonly beginOperation: (operation: TracedOperation) => OperationSpan;
  /** Sends what is left. */
  readonly close: () => Promise<void>;
}
