import { setImmediate } from 'node:timers/promises';
import type { RootDatabase } from 'lmdb';

interface Expiring {
  readonly expiresAt: number;
}

/** Seldom, since all entries are looked at; often enough that what an outcome says of a person is not kept much beyond its time. */
const dropEveryMs = 60 * 60 * 1000;
/** How many entries are looked at in one turn of the process: a few milliseconds. */
const portion = 100;

export function isExpired({ expiresAt }: Expiring): boolean {
  return expiresAt <= Date.now();
}

/** Drops what has expired in a store, at once and each hour. Gives what stops it; the store may be closed when that has resolved. */
export function dropExpired<Value extends Expiring>(store: RootDatabase<Value, string>): () => Promise<void> {
  const stopping = new AbortController();
  let dropping = dropOnce(store, stopping.signal);
  const timer = setInterval(() => {
    dropping = dropping.then(() => dropOnce(store, stopping.signal));
  }, dropEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    stopping.abort();
    return dropping;
  };
}

/** Never rejects: what is left behind is dropped the next time. */
async function dropOnce<Value extends Expiring>(
  store: RootDatabase<Value, string>,
  signal: AbortSignal,
): Promise<void> {
  try {
    let last: string | undefined;
    do {
      last = await dropPortion(store, last);
      await setImmediate();
    } while (last !== undefined && !signal.aborted);
  } catch {
    // The ledger tells of a store that fails when it is asked.
  }
}

/** Drops what has expired of the entries after a key. Gives the last key looked at; undefined at the end. */
async function dropPortion<Value extends Expiring>(
  store: RootDatabase<Value, string>,
  after: string | undefined,
): Promise<string | undefined> {
  const start = after === undefined ? {} : { start: after, exclusiveStart: true };
  const entries = [...store.getRange({ ...start, limit: portion })];
  const expired = entries.filter(({ value }) => isExpired(value));
  // Looked at anew in the transaction: another process may have claimed the key meanwhile.
  const drop = () => {
    for (const { key } of expired) {
      const found = store.get(key);
      if (found !== undefined && isExpired(found)) void store.remove(key);
    }
  };
  if (expired.length > 0) await store.transaction(drop);
  return entries.at(-1)?.key;
}
