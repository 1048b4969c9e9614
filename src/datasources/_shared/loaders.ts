import DataLoader from 'dataloader';

/** Answers one key at a time or many, and remembers every answer for the length of one operation. */
export type Loader<Key, Value> = DataLoader<Key, Value, string>;

interface LookupOptions<Key> {
  /** Two keys with the same text are one look-up. @default String(key) */
  readonly cacheKey?: (key: Key) => string;
}

interface KeyedLookupOptions<Key> extends LookupOptions<Key> {
  /** The most keys of one call. @default Infinity */
  readonly maxBatchSize?: number;
}

/**
 * A loader over a call for one key: equal keys of one operation are one call, and one key's failure is its own. Each key is a batch of
 * its own, so that one slow call holds up nobody else's answer.
 */
export function createSingleLoader<Key, Value>(
  fetchOne: (key: Key) => Promise<Value>,
  { cacheKey = String }: LookupOptions<Key> = {},
): Loader<Key, Value> {
  const fetch = async ([key]: readonly Key[]): Promise<[Value | Error]> => {
    try {
      // A batch has one key.
      return [await fetchOne(key as Key)];
    } catch (error) {
      return [toError(error)];
    }
  };
  return new DataLoader<Key, Value, string>(fetch, { maxBatchSize: 1, cacheKeyFn: cacheKey });
}

/** A loader over any way to answer many keys at once; a key's failure stays its own. */
export function createKeyedLoader<Key, Value>(
  fetchAll: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  { cacheKey = String, maxBatchSize = Number.POSITIVE_INFINITY }: KeyedLookupOptions<Key> = {},
): Loader<Key, Value> {
  return new DataLoader<Key, Value, string>(fetchAll, { maxBatchSize, cacheKeyFn: cacheKey });
}

/** Runs a call per key side by side; a failure stays with its key, as DataLoader wants it. */
export async function settleEach<Key, Value>(
  keys: readonly Key[],
  fetchOne: (key: Key) => Promise<Value>,
): Promise<(Value | Error)[]> {
  // `async`, so that a call that fails before its first promise is its key's failure as well.
  const outcomes = await Promise.allSettled(keys.map(async (key) => fetchOne(key)));
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : toError(outcome.reason)));
}

/** One call for the whole operation, made when first asked for. */
export function once<Value>(fetch: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | undefined;
  return () => {
    answer ??= fetch();
    return answer;
  };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('a call failed without an error', { cause: reason });
}
