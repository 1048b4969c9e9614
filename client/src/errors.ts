import type { Provider } from './generated/operations.js';

/** The codes of trouble with a provider, as docs/errors.md explains them. A newer gateway may send others. */
export type ProviderErrorCode =
  | 'PROVIDER_NOT_CONFIGURED'
  | 'PROVIDER_AUTH'
  | 'PROVIDER_REJECTED'
  | 'PROVIDER_RATE_LIMITED'
  | 'PROVIDER_TIMEOUT'
  | 'PROVIDER_UNAVAILABLE'
  | 'PROVIDER_CONTRACT'
  | 'PROVIDER_OUTCOME_UNKNOWN'
  | 'DEADLINE_EXCEEDED';

/** A way into an answer: names as the operation gives them, aliases included, and places in lists. */
export type ErrorPath = readonly (string | number)[];

/** One entry of an answer's `errors`. */
export interface GraphError {
  /** For programs. Stable, unlike `message`. */
  readonly code: string;
  /** A sentence for people, in English. */
  readonly message: string;
  /** The provider it is about; null when it is about the request itself. */
  readonly provider: Provider | null;
  /** Whether the same read may succeed later. */
  readonly retryable: boolean;
  /** How many milliseconds to wait before; null when nobody knows. */
  readonly retryAfterMs: number | null;
  /** By which the operator finds the operation in the log. */
  readonly requestId: string | null;
  /** The field that is missing or incomplete because of it. Empty when it is about the whole operation. */
  readonly path: ErrorPath;
}

/** A provider in trouble. Only the branch at `path` suffers. */
export interface ProviderError extends GraphError {
  readonly code: ProviderErrorCode | (string & Record<never, never>);
  readonly provider: Provider;
}

declare const told: unique symbol;

/** An error of which `isProviderError` was true, so that `providerErrors` gives at least one. */
export interface WithProviderErrors {
  readonly [told]: true;
}

/**
 * Every entry of `errors` that an error carries, whoever made it: Apollo Client, urql, graphql-request, a plain GraphQL answer, its
 * list of errors or one of them. None for anything else, such as a gateway that cannot be reached.
 *
 * @param under Only what is about this branch of the answer, such as `['customer', 'orders']`, or a field below it.
 */
export function graphErrors(error: unknown, under: ErrorPath = []): readonly GraphError[] {
  return entriesOf(error)
    .flatMap((entry) => toGraphError(entry) ?? [])
    .filter(({ path }) => under.every((step, place) => path[place] === step));
}

/**
 * Whether a provider's trouble is among what an error tells.
 *
 * @param under Asks about this branch of the answer only.
 */
export function isProviderError(error: unknown, under: ErrorPath = []): error is WithProviderErrors {
  return providerErrors(error, under).length > 0;
}

/** What an error tells of providers in trouble, one entry for each field that suffers. */
export function providerErrors(error: WithProviderErrors): readonly [ProviderError, ...ProviderError[]];
export function providerErrors(error: unknown, under?: ErrorPath): readonly ProviderError[];
export function providerErrors(error: unknown, under: ErrorPath = []): readonly ProviderError[] {
  return graphErrors(error, under).filter((entry): entry is ProviderError => entry.provider !== null);
}

/** The entries inside an error, by where each client keeps them. */
function entriesOf(error: unknown): readonly unknown[] {
  if (Array.isArray(error)) return error;
  if (!isObject(error)) return [];
  const { errors, graphQLErrors, response } = error;
  if (Array.isArray(errors)) return errors;
  if (Array.isArray(graphQLErrors)) return graphQLErrors;
  if (isObject(response) && Array.isArray(response['errors'])) return response['errors'];
  return [error];
}

function toGraphError(entry: unknown): GraphError | undefined {
  if (!isObject(entry)) return undefined;
  // An entry that was read before has its code and provider itself.
  const told = 'requestId' in entry ? entry : entry['extensions'];
  if (!isObject(told)) return undefined;
  const { code, provider, retryable, retryAfterMs, requestId } = told;
  if (typeof code !== 'string') return undefined;
  return {
    code,
    message: textIn(entry['message']) ?? code,
    provider: textIn(provider) as Provider | null,
    retryable: retryable === true,
    retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : null,
    requestId: textIn(requestId),
    path: Array.isArray(entry['path']) ? (entry['path'] as ErrorPath) : [],
  };
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
