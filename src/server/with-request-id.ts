import type { GraphQLFormattedError } from 'graphql';

/** An error with the id by which it is found in the log. */
export function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}
