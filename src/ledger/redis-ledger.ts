import type { Redis } from 'ioredis';
import { canonicalJson } from '../domain/canonical-json.js';
import type { RedisScope } from '../redis/connect.js';
import { redisScript, runScript } from '../redis/script.js';
import { startOf } from './entry-times.js';
import { RedisHeartbeat } from './redis-heartbeat.js';
import { type LedgerEntry, type LedgerOwner, LedgerUnavailableError, type PlacedLedger } from './write-ledger.js';

/** Values: the text that must still be there, the new one (empty to remove), milliseconds to live. */
const replaceScript = redisScript(`
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  if ARGV[2] == '' then
    redis.call('DEL', KEYS[1])
  else
    redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  end
  return 1
`);

const scanStep = 500;
/** Claims without an answer that are remembered; what is beyond them stays taken until its lease ends, which is safe. */
const mostUnsure = 10_000;

/**
 * The ledger in Redis, shared by the gateways of several machines. The connection is not its own to close.
 *
 * **A claim whose answer is lost** (the connection breaks, or Redis is too slow, after it was sent) may have been made. It counts as
 * failed: the caller is told LEDGER_UNAVAILABLE and sends nothing, so whoever meets such an entry can never double a write. The entry
 * would make the next ones wait for its lease and then report an unknown outcome, of something that surely was not sent; so it is
 * given back as soon as Redis is there again. That compares the whole text: an entry somebody else has taken over is left alone.
 *
 * **A process that is cut off from Redis while it is sending** seems dead to the others after three seconds. Whoever takes its entry
 * over only reads back and never sends; the worst is PROVIDER_OUTCOME_UNKNOWN for a write that then ends well. When the cut-off
 * process comes back its `replace` and `release` find another text and change nothing; its own caller gets the true outcome.
 */
export class RedisLedger implements PlacedLedger {
  readonly #connection: RedisScope;
  readonly #ttlMs: number;
  readonly #heartbeat: RedisHeartbeat;
  /** Claims whose answer was lost: the text by the key. */
  readonly #unsure = new Map<string, string>();
  readonly #onReady = () => void this.#giveAllBack();

  constructor(connection: RedisScope, ttlMs: number) {
    this.#connection = connection;
    this.#ttlMs = ttlMs;
    this.#heartbeat = new RedisHeartbeat(connection);
    connection.client.on('ready', this.#onReady);
  }

  read(key: string): Promise<LedgerEntry | null> {
    return guard(async () => parse(await this.#client.get(this.#keyOf(key))));
  }

  claim(key: string, entry: LedgerEntry): Promise<boolean> {
    return guard(async () => {
      await this.#giveBack(key);
      const text = canonicalJson(entry);
      // Alive before the claim can be seen: commands of one connection keep their order.
      const shown = this.#show(entry);
      const isSent = this.#client.status === 'ready';
      const claimed = this.#client.set(this.#keyOf(key), text, 'PX', this.#lifetimeOf(entry), 'NX');
      try {
        const [answer] = await Promise.all([claimed, shown]);
        return answer === 'OK';
      } catch (error) {
        if (isSent && this.#unsure.size < mostUnsure) this.#unsure.set(key, text);
        throw error;
      }
    });
  }

  replace(key: string, known: LedgerEntry, next: LedgerEntry): Promise<boolean> {
    return guard(async () => {
      const shown = this.#show(next);
      const replaced = this.#swap(key, canonicalJson(known), next);
      const [isReplaced] = await Promise.all([replaced, shown]);
      return isReplaced;
    });
  }

  async release(key: string, known: LedgerEntry): Promise<void> {
    await guard(() => this.#swap(key, canonicalJson(known), null));
  }

  isAlive({ startId }: LedgerOwner): Promise<boolean> {
    return guard(() => this.#heartbeat.isAlive(startId));
  }

  forgetOutcomes(isAbout: (payload: unknown) => boolean): Promise<number> {
    return guard(async () => {
      const forgotten = new Set<string>();
      const pattern = `${this.#keyOf('')}*`;
      let cursor = '0';
      do {
        const [next, keys] = await this.#client.scan(cursor, 'MATCH', pattern, 'COUNT', scanStep);
        const texts = keys.length === 0 ? [] : await this.#client.mget(...keys);
        for (const [index, storedKey] of keys.entries()) {
          const text = texts[index] ?? null;
          const entry = parse(text);
          if (text === null || entry?.state !== 'DONE' || !isAbout(entry.payload)) continue;
          const { fingerprint, claimedAt } = entry;
          const key = storedKey.slice(this.#keyOf('').length);
          if (await this.#swap(key, text, { state: 'FORGOTTEN', fingerprint, claimedAt })) forgotten.add(key);
        }
        cursor = next;
      } while (cursor !== '0');
      return forgotten.size;
    });
  }

  async isEmpty(): Promise<boolean> {
    return guard(async () => {
      let cursor = '0';
      do {
        const [next, keys] = await this.#client.scan(cursor, 'MATCH', `${this.#keyOf('')}*`, 'COUNT', scanStep);
        if (keys.length > 0) return false;
        cursor = next;
      } while (cursor !== '0');
      return true;
    });
  }

  async close(): Promise<void> {
    this.#connection.client.off('ready', this.#onReady);
    this.#heartbeat.stop();
  }

  get #client(): Redis {
    return this.#connection.client;
  }

  async #show(entry: LedgerEntry): Promise<void> {
    if (entry.state === 'RUNNING') await this.#heartbeat.show(entry.owner.startId);
  }

  async #swap(key: string, known: string, next: LedgerEntry | null): Promise<boolean> {
    const values = next === null ? [known, '', 0] : [known, canonicalJson(next), this.#lifetimeOf(next)];
    return (await runScript(this.#client, replaceScript, { keys: [this.#keyOf(key)], values })) === 1;
  }

  async #giveBack(key: string): Promise<void> {
    const text = this.#unsure.get(key);
    if (text === undefined) return;
    await this.#swap(key, text, null);
    this.#unsure.delete(key);
  }

  async #giveAllBack(): Promise<void> {
    try {
      for (const key of this.#unsure.keys()) await this.#giveBack(key);
    } catch {
      // Redis is away again; the next time it is there the rest follows.
    }
  }

  #lifetimeOf(entry: LedgerEntry): number {
    return Math.max(1, Math.ceil(startOf(entry) + this.#ttlMs - Date.now()));
  }

  #keyOf(key: string): string {
    return `${this.#connection.keyPrefix}ledger:${key}`;
  }
}

async function guard<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    throw new LedgerUnavailableError('the ledger failed', { cause });
  }
}

const states: readonly unknown[] = ['RUNNING', 'UNSETTLED', 'FORGOTTEN', 'DONE'];

/** @throws Error for a text that is no entry: what cannot be understood must not pass for a free key. */
function parse(text: string | null): LedgerEntry | null {
  if (text === null) return null;
  const entry = JSON.parse(text) as LedgerEntry;
  if (!states.includes(entry.state)) throw new Error('not an entry of the ledger');
  return entry;
}
