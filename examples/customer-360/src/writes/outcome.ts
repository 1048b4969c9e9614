import { type GraphError, graphErrors } from 'commercegraph-client';

/** What the gateway says is wrong with the input, and where. */
export interface UserError {
  readonly field: readonly string[];
  readonly message: string;
  readonly code: string;
}

/** What became of a write, by the table in docs/writes.md. */
export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** Nothing was done because of the input (`userErrors`): mend it and send it with a new key. */
  | { readonly kind: 'refused'; readonly userErrors: readonly UserError[] }
  /** Nothing was done because of passing trouble: the same key may be sent again. */
  | { readonly kind: 'not-done'; readonly error: GraphError }
  /** It may have happened. `error` is null when no answer came at all. The same key settles it. */
  | { readonly kind: 'unknown'; readonly error: GraphError | null }
  /** Nothing was done: the key belongs to another input. */
  | { readonly kind: 'conflict' }
  /** Nothing was done: the gateway cannot remember writes at the moment. */
  | { readonly kind: 'ledger-unavailable' };

/** A mutation's answer, as Apollo Client gives it under `errorPolicy: 'all'`. */
export interface Answer<Data> {
  readonly data?: Data | null | undefined;
  readonly error?: unknown;
}

/** What an answer's data say of the one thing that was wanted: null when there is no payload to read. */
export type ReadPayload<Data, Value> = (
  data: Data,
) => { readonly value: Value | null; readonly userErrors: readonly UserError[] } | null;

/** Reads what became of a write. A missing answer is never taken for a failure. */
export function readOutcome<Data, Value>(answer: Answer<Data>, read: ReadPayload<Data, Value>): Outcome<Value> {
  const errors = graphErrors(answer.error);
  if (answer.error !== undefined && errors.length === 0) return { kind: 'unknown', error: null };
  const withCode = (code: string) => errors.find((error) => error.code === code);

  const unknown = withCode('PROVIDER_OUTCOME_UNKNOWN');
  if (unknown !== undefined) return { kind: 'unknown', error: unknown };
  if (withCode('IDEMPOTENCY_CONFLICT') !== undefined) return { kind: 'conflict' };
  if (withCode('LEDGER_UNAVAILABLE') !== undefined) return { kind: 'ledger-unavailable' };

  const payload = answer.data ? read(answer.data) : null;
  if (payload !== null && payload.userErrors.length > 0) return { kind: 'refused', userErrors: payload.userErrors };
  if (payload !== null && payload.value !== null) return { kind: 'done', value: payload.value };
  const [first] = errors;
  return first === undefined ? { kind: 'unknown', error: null } : readFailure(first);
}

/** Errors that the gateway did not foresee may come from behind the sending: those leave the outcome open. */
function readFailure(error: GraphError): Outcome<never> {
  return error.code === 'INTERNAL_SERVER_ERROR' ? { kind: 'unknown', error } : { kind: 'not-done', error };
}
