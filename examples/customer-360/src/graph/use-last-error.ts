import { NetworkStatus } from '@apollo/client';
import { useState } from 'react';

/**
 * The error of the last answer from the gateway. A query's own `error` is gone as soon as its data change in the cache, although the
 * branch that failed is still missing; then an empty list would look like "there is none".
 */
export function useLastError({
  error,
  networkStatus,
}: {
  readonly error?: unknown;
  readonly networkStatus: NetworkStatus;
}): unknown {
  const [last, setLast] = useState<{ readonly error: unknown; readonly wasLoading: boolean }>({
    error: undefined,
    wasLoading: true,
  });
  const isLoading = networkStatus < NetworkStatus.ready;
  const next = isLoading || (!last.wasLoading && error === undefined) ? last.error : error;
  if (next !== last.error || isLoading !== last.wasLoading) setLast({ error: next, wasLoading: isLoading });
  return next;
}
