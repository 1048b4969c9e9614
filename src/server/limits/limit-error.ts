import { HeaderMap } from '@apollo/server';
import { type ASTNode, GraphQLError } from 'graphql';

export type LimitCode = 'COST_LIMIT_EXCEEDED' | 'RATE_LIMITED' | 'FORBIDDEN' | 'GATEWAY_OVERLOADED';

interface LimitErrorOptions {
  /** Where in the document. */
  readonly nodes?: readonly ASTNode[];
  /** How long to wait; null when nobody knows. */
  readonly retryAfterMs?: number | null;
}

const statusOf: Readonly<Record<LimitCode, number>> = {
  COST_LIMIT_EXCEEDED: 400,
  RATE_LIMITED: 429,
  FORBIDDEN: 403,
  GATEWAY_OVERLOADED: 503,
};

/** What is asked for is more than is allowed: it is refused before anything is sent. Its message is shown. */
export class LimitError extends GraphQLError {
  override readonly name = 'LimitError';
  readonly code: LimitCode;
  readonly retryAfterMs: number | null;
  /** How it is answered over HTTP. */
  readonly http: { readonly status: number; readonly headers: HeaderMap };

  constructor(code: LimitCode, message: string, { nodes = [], retryAfterMs = null }: LimitErrorOptions = {}) {
    const headers = new HeaderMap();
    if (retryAfterMs !== null) headers.set('retry-after', String(Math.ceil(retryAfterMs / 1000)));
    const http = { status: statusOf[code], headers };
    super(message, { nodes, extensions: { code, http } });
    this.http = http;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same may succeed later. */
  get retryable(): boolean {
    return this.code === 'RATE_LIMITED' || this.code === 'GATEWAY_OVERLOADED';
  }
}

/** The limit behind an error; the engine wraps those that are found in validation. Null for any other error. */
export function limitErrorIn(error: unknown): LimitError | null {
  if (error instanceof LimitError) return error;
  return error instanceof GraphQLError && error.originalError instanceof LimitError ? error.originalError : null;
}
