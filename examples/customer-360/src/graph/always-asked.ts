/** What failed before is asked for again when a view opens: the cache keeps what is missing as null, without the reason. */
export const alwaysAsked = {
  fetchPolicy: 'network-only',
  nextFetchPolicy: 'cache-first',
} as const;
