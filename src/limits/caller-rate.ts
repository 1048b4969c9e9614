import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RedisConnection } from '../redis/connect.js';

interface CallerRateOptions {
  /** What a caller may use in a minute that begins with their first use. */
  readonly pointsPerMinute: number;
  /** Counts for all machines together; null counts at this process. */
  readonly redis: Pick<RedisConnection, 'client' | 'keyPrefix'> | null;
}

/** How long an operation waits for Redis before its process counts by itself. */
const longestWaitMs = 250;

/**
 * Counts the points that callers use. While Redis is away or silent each process counts by itself, from nothing: the limit then
 * holds at each of them.
 */
export class CallerRate {
  readonly #local: RateLimiterAbstract;
  readonly #shared: RateLimiterAbstract | null;

  constructor({ pointsPerMinute, redis }: CallerRateOptions) {
    const window = { points: pointsPerMinute, duration: 60 };
    this.#local = new RateLimiterMemory(window);
    this.#shared =
      redis === null
        ? null
        : new RateLimiterRedis({
            ...window,
            storeClient: redis.client,
            keyPrefix: `${redis.keyPrefix}rate`,
            rejectIfRedisNotReady: true,
          });
  }

  /** Uses points. Gives how long to wait when not enough are left, in milliseconds, and uses none then; else null. */
  async use(callerId: string, points: number): Promise<number | null> {
    if (this.#shared === null) return useOf(this.#local, callerId, points);
    const away = Symbol('away');
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<typeof away>((resolve) => {
      timer = setTimeout(resolve, longestWaitMs, away);
    });
    const used = useOf(this.#shared, callerId, points).catch((): typeof away => away);
    const answer = await Promise.race([used, patience]);
    clearTimeout(timer);
    return answer === away ? useOf(this.#local, callerId, points) : answer;
  }
}

async function useOf(limiter: RateLimiterAbstract, callerId: string, points: number): Promise<number | null> {
  try {
    await limiter.consume(callerId, points);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    // What was refused is not used: smaller operations may still fit.
    await limiter.reward(callerId, points);
    return error.msBeforeNext;
  }
}
