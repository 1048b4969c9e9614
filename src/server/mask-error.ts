import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { definitions, providerKeys } from '../datasources/providers.js';
import type { ProviderName } from '../domain/provider.js';
import { providerErrors } from '../errors/codes.js';
import { RequestError } from '../errors/request-error.js';
import { UpstreamError } from '../errors/upstream-error.js';
import { type LimitError, limitErrorIn } from './limits/limit-error.js';

/** What callers see of an error. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

const titles = new Map<ProviderName, string>(
  providerKeys.map((key) => [definitions[key].name, definitions[key].title]),
);

/** Apollo's own codes that speak of the caller's request and may be shown as they are. */
const shownCodes: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * What a caller may see of an error: a sentence, a code, and whether trying again helps. Nothing from upstream, no stack. An
 * error that was not made for callers becomes "Unexpected error.".
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { path, locations } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const limit = limitErrorIn(error);
  if (limit !== null) return { ...describeLimit(limit), ...place };
  const origin = unwrapResolverError(error);
  if (origin instanceof UpstreamError || origin instanceof RequestError) return { ...describeError(origin), ...place };
  const code = formatted.extensions?.['code'];
  // The origin, since an error thrown by a library may carry extensions of its own and is located with them.
  if (origin instanceof GraphQLError && shownCodes.has(code)) {
    return { message: formatted.message, ...place, extensions: { code, retryable: false } };
  }
  // Of the engine, on a request that makes no sense to it and for which it has no code.
  if (isBadRequest(origin)) {
    return { message: formatted.message, ...place, extensions: { code: 'BAD_REQUEST', retryable: false } };
  }
  return { ...describeError(origin), ...place };
}

function isBadRequest(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.originalError !== undefined) return false;
  const { status } = (error.extensions['http'] ?? {}) as { readonly status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500;
}

/** The caller's view of an error that was thrown below GraphQL. */
export function describeError(error: unknown): GraphQLFormattedError {
  if (error instanceof UpstreamError) return describeUpstream(error);
  if (error instanceof RequestError) {
    return { message: error.message, extensions: { code: error.code, retryable: false } };
  }
  return { message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false } };
}

function describeUpstream({
  code,
  provider,
  retryable,
  retryAfterMs,
  reference,
}: UpstreamError): GraphQLFormattedError {
  return {
    message: `${titles.get(provider) ?? provider} ${providerErrors[code]}${reference === null ? '' : ` Look for ${reference} before trying again.`}`,
    extensions: { code, provider, retryable, ...(retryAfterMs !== null && { retryAfterMs }) },
  };
}

function describeLimit({ message, code, retryable, retryAfterMs }: LimitError): GraphQLFormattedError {
  return { message, extensions: { code, retryable, ...(retryAfterMs !== null && { retryAfterMs }) } };
}

/** Whether an error was not made for callers and has to be looked at. */
export function isUnexpected(error: unknown): boolean {
  if (limitErrorIn(error) !== null) return false;
  const origin = unwrapResolverError(error);
  if (origin instanceof UpstreamError || origin instanceof RequestError) return false;
  return !(isBadRequest(origin) || (origin instanceof GraphQLError && shownCodes.has(origin.extensions['code'])));
}
