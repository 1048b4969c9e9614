/**
 * How the page's queries ask.
 *
 * - What failed before is asked for again: the cache keeps what is missing as null, without the reason.
 * - Reading anew adds to what is known. Apollo Client's usual way replaces values that other operations know more of, such as a
 *   courier of which a list asks for the name alone, and they would ask again in turn.
 */
export const alwaysAsked = {
  errorPolicy: 'all',
  fetchPolicy: 'network-only',
  nextFetchPolicy: 'cache-first',
  refetchWritePolicy: 'merge',
} as const;
