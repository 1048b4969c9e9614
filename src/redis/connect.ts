import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import type { Secret } from '../config/secret.js';
import { warnOfLoss } from './durability.js';
import { scopePrefix } from './scope-prefix.js';

interface RedisConnectionOptions {
  /** `redis://…` or `rediss://…`, with user and password where there are any. */
  readonly url: Secret;
  /** Tells the data of one set of credentials from those of another. */
  readonly scope: string;
  readonly log: Logger;
}

/** How long one command may take. */
const commandTimeoutMs = 2000;
const longestPauseMs = 1000;
/** How often the listening connection is tried, so that one that went silent is noticed and made anew. */
const pingEveryMs = 5000;

/**
 * A command fails at once while Redis is away: nothing queues up, and nothing is sent again behind the caller's back, since the
 * caller has been told by then that it failed. The connection itself is tried again and again.
 */
const healing = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  commandTimeout: commandTimeoutMs,
  connectTimeout: commandTimeoutMs,
  // A connection that owes an answer for longer is dead, even if nobody closed it.
  socketTimeout: 2 * commandTimeoutMs,
  maxLoadingRetryTime: longestPauseMs,
  retryStrategy: (tries: number) => Math.min(100 * tries, longestPauseMs),
  // After a failover the old address may lead to a replica, which takes no writes.
  reconnectOnError: ({ message }: Error) => message.startsWith('READONLY'),
  autoResubscribe: false,
  connectionName: 'commercegraph',
} satisfies RedisOptions;

/** One scope's keys over a connection. */
export type RedisScope = Pick<RedisConnection, 'client' | 'keyPrefix'>;

/** A process's connection to Redis. Heals by itself; never throws for a Redis that is away. */
export class RedisConnection {
  readonly client: Redis;
  /** In front of every key of its own scope. */
  readonly keyPrefix: string;
  readonly #log: Logger;
  readonly #heard = new Map<string, (text: string) => void>();
  #subscriber: Redis | null = null;
  #ping: NodeJS.Timeout | undefined;

  constructor({ url, scope, log }: RedisConnectionOptions) {
    this.#log = log;
    this.keyPrefix = scopePrefix(scope);
    this.client = new Redis(url.reveal(), healing);
    this.#tellOfOutages(this.client);
    this.client.once('ready', () => void warnOfLoss(this.client, log));
  }

  /** Another scope over this connection, which stays the one to close. */
  scopedTo(scope: string): RedisScope {
    return { client: this.client, keyPrefix: scopePrefix(scope) };
  }

  /** Waits until commands can be sent, but no longer than a while. */
  async waitUntilReady(longestMs: number): Promise<void> {
    if (this.client.status === 'ready') return;
    await new Promise<void>((resolve) => {
      const stop = () => {
        clearTimeout(timer);
        this.client.off('ready', stop);
        resolve();
      };
      const timer = setTimeout(stop, longestMs);
      this.client.once('ready', stop);
    });
  }

  /**
   * Hears a channel, whenever Redis is there, until the function that it gives is called. All channels are heard over one connection of
   * their own.
   */
  listen(channel: string, hear: (text: string) => void): () => void {
    this.#heard.set(channel, hear);
    this.#subscriber ??= this.#startListening();
    // Fails only with the connection: then the next one subscribes.
    if (this.#subscriber.status === 'ready') this.#subscriber.subscribe(channel).catch(() => {});
    return () => {
      this.#heard.delete(channel);
      if (this.#heard.size === 0) this.#stopListening();
    };
  }

  /** Removes every key of this connection's scope, as far as Redis is there. */
  async dropAll(): Promise<void> {
    try {
      for await (const keys of this.client.scanStream({ match: `${this.keyPrefix}*`, count: 500 }))
        if ((keys as string[]).length > 0) await this.client.unlink(keys as string[]);
    } catch {
      this.#log.warn('what the sandbox kept in Redis could not be removed');
    }
  }

  async close(): Promise<void> {
    this.#stopListening();
    await this.client.quit().catch(() => {});
    this.client.disconnect();
  }

  #startListening(): Redis {
    const subscriber = this.client.duplicate();
    this.#tellOfOutages(subscriber);
    subscriber.on('ready', () => {
      if (this.#heard.size > 0) subscriber.subscribe(...this.#heard.keys()).catch(() => {});
    });
    subscriber.on('message', (channel: string, text: string) => this.#heard.get(channel)?.(text));
    this.#ping = setInterval(() => void subscriber.ping().catch(() => {}), pingEveryMs).unref();
    return subscriber;
  }

  #stopListening(): void {
    clearInterval(this.#ping);
    this.#subscriber?.disconnect();
    this.#subscriber = null;
  }

  /** One line when an outage begins and one when it ends. The address may hold a password and stays unsaid. */
  #tellOfOutages(client: Redis): void {
    let isAway = false;
    client.on('error', (error: Error) => {
      if (!isAway) this.#log.error({ err: error, redis: refusalOf(error) }, 'Redis cannot be used');
      isAway = true;
    });
    client.on('ready', () => {
      if (isAway) this.#log.info('Redis can be used again');
      isAway = false;
    });
  }
}

/** The code in front of Redis' own words: `WRONGPASS`, `NOAUTH`. */
function refusalOf({ name, message }: Error): string | undefined {
  return name === 'ReplyError' ? /^[A-Z]+\b/.exec(message)?.[0] : undefined;
}
