interface Sync {
  readonly status: string | null;
  readonly completedAt: string | null;
}

/** As of when the data are whole: the oldest of the newest synchronizations that ended well. Null when there is none. */
export function lastSynced(syncs: readonly Sync[]): string | null {
  const ended = syncs.flatMap(({ status, completedAt }) =>
    status === 'SUCCESS' && completedAt !== null ? [completedAt] : [],
  );
  return ended.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}
