import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { ProviderName } from '../../domain/provider.js';
import type { RedisConnection } from '../../redis/connect.js';
import { type RedisScript, runScript } from '../../redis/script.js';
import { within } from '../../within.js';
import type { CallRate, RateLimit } from '../call-rate.js';
import { questionValues, type RateAnswer, type RateQuestion, readAnswer } from './rate-question.js';
import { presenceScript, rateScript } from './rate-script.js';
import { SharedBucket } from './shared-bucket.js';

type Connection = Pick<RedisConnection, 'client' | 'keyPrefix' | 'listen'>;

interface SharedRatesOptions {
  readonly log: Logger;
  /** How long a call may wait for Redis before its process goes on alone. @default 50 ms */
  readonly patienceMs?: number;
}

/** How long the first question may take: the process is starting, and nobody waits. */
const firstPatienceMs = 1000;
const beatEveryMs = 1000;
/** Three beats: what is longer without one is gone. */
const presenceMs = 3000;
/** A Redis that is slow time and again is told of so often. */
const tellEveryMs = 60_000;

/**
 * The rates of the providers, one for all processes that share a Redis. While that is away or slow each process keeps to its part of
 * every rate, as one of those that were there last.
 */
export class SharedRates {
  readonly #connection: Connection;
  readonly #log: Logger;
  readonly #patienceMs: number;
  readonly #id = randomUUID();
  readonly #buckets = new Map<ProviderName, SharedBucket>();
  readonly #stopListening: () => void;
  readonly #channel: string;
  readonly #timer: NodeJS.Timeout;
  #isReachable = false;
  #processes = 1;
  #toldAt = Number.NEGATIVE_INFINITY;
  #hasTold = false;
  #isClosed = false;

  constructor(connection: Connection, { log, patienceMs = 50 }: SharedRatesOptions) {
    this.#connection = connection;
    this.#log = log;
    this.#patienceMs = patienceMs;
    this.#channel = `${connection.keyPrefix}rates`;
    this.#stopListening = connection.listen(this.#channel, (text) => this.#hear(text));
    this.#timer = setInterval(() => void this.#beat(patienceMs), beatEveryMs).unref();
  }

  /** Joins the others, where Redis is there; if not, it is tried again and again. */
  async join(): Promise<void> {
    await this.#beat(firstPatienceMs);
  }

  /** The rate of a provider. @param whenMore told when a call that nobody waits for may have come to its turn */
  rateOf(provider: ProviderName, limit: RateLimit, whenMore: () => void): CallRate {
    const shared = {
      isReachable: () => this.#isReachable,
      ask: (question: RateQuestion) => this.#ask(provider, question),
    };
    const bucket = new SharedBucket({ limit, shared, whenMore });
    if (!this.#isReachable) bucket.part(this.#processes);
    this.#buckets.set(provider, bucket);
    return bucket;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopListening();
    this.#isClosed = true;
    await this.#connection.client.zrem(this.#presenceKey, this.#id).catch(() => {});
  }

  async #ask(provider: ProviderName, question: RateQuestion): Promise<RateAnswer | null> {
    const keys = [this.#keyOf(provider), this.#presenceKey];
    const values = questionValues(question, { channel: this.#channel, from: `${this.#id} ${provider}` });
    const reply = await this.#run(rateScript, { keys, values }, this.#patienceMs);
    if (reply === null) return null;
    const answer = readAnswer(reply);
    // None when Redis has just forgotten all.
    if (answer.processes > 0) this.#processes = answer.processes;
    return answer;
  }

  async #beat(longestMs: number): Promise<void> {
    const buckets = [...this.#buckets];
    const keys = [this.#presenceKey, ...buckets.map(([provider]) => this.#keyOf(provider))];
    const reply = await this.#run(presenceScript, { keys, values: [this.#id, presenceMs] }, longestMs);
    if (reply === null) return;
    const [processes, wasKnown, ...news] = reply as readonly string[];
    this.#processes = Math.max(1, Number(processes));
    if (!this.#isReachable || wasKnown !== '1') this.#find();
    // What the channel did not bring.
    buckets.forEach(([, bucket], index) => bucket.compare(news[2 * index] ?? '', news[2 * index + 1] === '1'));
  }

  /** Null when Redis is away or slow; nobody asks it then until a beat was answered. */
  async #run(
    script: RedisScript,
    parts: { readonly keys: readonly string[]; readonly values: readonly (string | number)[] },
    longestMs: number,
  ): Promise<unknown> {
    try {
      const running = runScript(this.#connection.client, script, parts);
      // The time may be over because this process was busy: then the reply is there already.
      const reply = (await within(longestMs, running, () => null)) ?? (await Promise.race([running, nextTurn()]));
      if (reply === null) this.#lose({ redis: 'slow' });
      return reply;
    } catch (error) {
      // What Redis itself refuses is for somebody to see; that it is away its connection tells.
      const isRefusal = error instanceof Error && error.name === 'ReplyError';
      this.#lose(isRefusal ? { err: error } : { redis: 'away' });
      return null;
    }
  }

  #lose(reason: object): void {
    this.#isReachable = false;
    for (const bucket of this.#buckets.values()) bucket.part(this.#processes);
    const isNews = !this.#isClosed && !this.#hasTold && performance.now() >= this.#toldAt + tellEveryMs;
    if (!isNews) return;
    this.#hasTold = true;
    this.#toldAt = performance.now();
    this.#log.warn({ ...reason, processes: this.#processes }, "providers' rates are kept by each gateway for its part");
  }

  #find(): void {
    this.#isReachable = true;
    for (const bucket of this.#buckets.values()) bucket.join();
    if (this.#hasTold) this.#log.info("providers' rates are one for all gateways again");
    this.#hasTold = false;
  }

  #hear(text: string): void {
    const [from, provider, told] = text.split(' ');
    if (from === this.#id || told === undefined) return;
    this.#buckets.get(provider as ProviderName)?.hear(told);
  }

  get #presenceKey(): string {
    return `${this.#connection.keyPrefix}gateways`;
  }

  #keyOf(provider: ProviderName): string {
    return `${this.#connection.keyPrefix}rate-of:${provider}`;
  }
}

/** Gives null once everything that has arrived was read. */
function nextTurn(): Promise<null> {
  return new Promise((resolve) => setImmediate(resolve, null));
}
