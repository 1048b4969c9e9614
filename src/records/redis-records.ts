import type { RedisScope } from '../redis/connect.js';
import { SortedHash } from '../redis/sorted-hash.js';
import { type RecordKind, type RecordKinds, type RecordsStore, RecordsUnavailableError } from './records-store.js';

/** No limit. */
const all = -1;

/** The records in Redis, for the gateways of several machines. The connection is not its own to close. */
export class RedisRecords implements RecordsStore {
  readonly #connection: RedisScope;

  constructor(connection: RedisScope) {
    this.#connection = connection;
  }

  put<Kind extends RecordKind>(kind: Kind, key: string, value: RecordKinds[Kind]): Promise<void> {
    return this.#guard(kind, async (hash) => {
      await hash.write([{ key, value }]);
    });
  }

  get<Kind extends RecordKind>(kind: Kind, keys: readonly string[]): Promise<readonly (RecordKinds[Kind] | null)[]> {
    return this.#guard(kind, async (hash) => (await hash.get(keys)) as (RecordKinds[Kind] | null)[]);
  }

  list<Kind extends RecordKind>(kind: Kind, keyStart = ''): Promise<readonly RecordKinds[Kind][]> {
    return this.#guard(kind, async (hash) => {
      const [found = []] = await hash.ranges([{ from: keyStart, to: { endOf: keyStart }, limit: all }]);
      return found.map(({ value }) => value as RecordKinds[Kind]);
    });
  }

  remove(kind: RecordKind, key: string): Promise<boolean> {
    return this.#guard(kind, async (hash) => {
      const known = (await hash.get([key]))[0];
      // Of two who remove the same at the same time one is told that it was there.
      return known !== null && hash.write([{ key, value: null }], [{ key, value: known }]);
    });
  }

  async close(): Promise<void> {}

  async #guard<Value>(kind: RecordKind, work: (hash: SortedHash) => Promise<Value>): Promise<Value> {
    try {
      return await work(new SortedHash(this.#connection, `records:${kind}`));
    } catch (cause) {
      throw new RecordsUnavailableError('the records failed', { cause });
    }
  }
}
