import type { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallRate, RateLimit } from '../../src/http/call-rate.js';
import { RateBucket } from '../../src/http/rate-bucket.js';
import { SharedRates } from '../../src/http/shared-rate/shared-rates.js';
import { createLog } from '../../src/observability/log.js';
import { type FakeReply, startFakeUpstream } from '../support/fake-upstream.js';
import { startTestGateway } from '../support/gateway.js';
import { codesOf } from '../support/writing.js';
import { connectClient, read } from '../unit/http/connect-client.js';
import { connect } from './connection.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis[Symbol.asyncDispose]());
afterEach(async () => {
  const admin = await connect(redis.url);
  await admin.client.flushall();
  await admin.close();
});

/** A provider that notes when it was asked, on its own clock, in milliseconds. */
async function startProvider(reply: (count: number) => FakeReply = () => ({ json: [] })) {
  const times: number[] = [];
  const upstream = await startFakeUpstream(() => {
    times.push(performance.now());
    return reply(times.length);
  });
  return { url: upstream.url, times, [Symbol.asyncDispose]: upstream.close };
}

interface Limit {
  readonly ratePerSecond: number | null;
  readonly burst: number;
}

/** So long that a busy machine alone loses no Redis. */
const patient = 5000;

/** The rates of one gateway. */
async function startShared({ over = redis.url, patienceMs = patient } = {}) {
  const logLines: string[] = [];
  const log = createLog('info', { write: (line) => logLines.push(line) });
  const connection = await connect(over);
  const rates = new SharedRates(connection, { log, patienceMs });
  await rates.join();
  return {
    rates,
    logLines,
    redis: connection.client,
    [Symbol.asyncDispose]: async () => {
      await rates.close();
      await connection.close();
    },
  };
}

/** What one gateway has to do with one provider: its client, at a rate that is shared over a Redis. */
async function startReplica(url: string, limit: Limit, options = {}) {
  const { rates, logLines, redis, [Symbol.asyncDispose]: leave } = await startShared(options);
  let rate: CallRate | undefined;
  const shareRate = (limit: RateLimit, whenMore: () => void) => {
    rate = rates.rateOf('QAPLA', limit, whenMore);
    return rate;
  };
  const { client, operation, ...rest } = connectClient(url, { ...limit, maxConcurrency: 20, shareRate });
  const failures: unknown[] = [];
  const ask = async () => {
    try {
      await client.send(read, operation(20_000).scope);
    } catch (error) {
      failures.push(error);
    }
  };
  return {
    failures,
    logLines,
    redis,
    ask,
    /** Asks again and again, so many at a time, until told to stop. */
    askUntil: async (isOver: () => boolean, atATime = 8) => {
      const askOn = async () => {
        while (!isOver()) await ask();
      };
      await Promise.all(Array.from({ length: atATime }, askOn));
    },
    /** The calls a second that it takes the provider to allow; 0 for any number. */
    rateNow: () => (rate === undefined || rate.intervalMs === 0 ? 0 : 1000 / rate.intervalMs),
    [Symbol.asyncDispose]: async () => {
      await rest[Symbol.asyncDispose]();
      await leave();
    },
  };
}

async function startReplicas(...given: Parameters<typeof startReplica>) {
  const all = [await startReplica(...given), await startReplica(...given), await startReplica(...given)];
  return Object.assign(all, {
    [Symbol.asyncDispose]: async () => {
      for (const replica of all) await replica[Symbol.asyncDispose]();
    },
  });
}

/** How often Redis ran a script. */
async function scriptsRun({ redis }: { redis: Redis }): Promise<number> {
  const told = await redis.info('commandstats');
  return [...told.matchAll(/cmdstat_eval(?:sha)?:calls=(\d+)/g)].reduce((sum, [, calls]) => sum + Number(calls), 0);
}

/** Waits until each of three gateways has seen the others: each asks once a second. */
async function untilAllKnow(replica: { redis: Redis }): Promise<void> {
  const before = await scriptsRun(replica);
  await expect.poll(() => scriptsRun(replica), { timeout: 10_000 }).toBeGreaterThanOrEqual(before + 6);
}

function after(durationMs: number): () => boolean {
  const endsAt = performance.now() + durationMs;
  return () => performance.now() >= endsAt;
}

/**
 * A place may be used up to 0.2 s after it was taken, and this process, which is all machines and the provider as well, may see a call
 * that much later again.
 */
const slackSeconds = 0.4;
/** A timer may fire a little before its time. */
const clockSlackMs = 5;
/** What asking Redis may take, on a busy machine too. */
const roundTripMs = 250;

/** How many calls more than a rate and its burst allow came in the worst stretch of time; negative when it was never so many. */
function excess(times: readonly number[], { ratePerSecond, burst }: { ratePerSecond: number; burst: number }): number {
  let worst = Number.NEGATIVE_INFINITY;
  times.forEach((from, first) => {
    for (let last = first; last < times.length; last += 1) {
      const seconds = ((times[last] ?? 0) - from) / 1000 + slackSeconds;
      worst = Math.max(worst, last - first + 1 - burst - ratePerSecond * seconds);
    }
  });
  return worst;
}

const limit = { ratePerSecond: 40, burst: 20 };

describe('three gateways with one Redis', () => {
  it('send a provider what one of them may', async () => {
    await using provider = await startProvider();
    const env = {
      REDIS_URL: redis.url,
      QUICKBUTIK_BASE_URL: provider.url,
      QUICKBUTIK_API_KEY: 'qb_test_key',
      QUICKBUTIK_RATE_PER_SECOND: '40',
      CACHE_MB: '0',
    };
    // Gateways share what they have the same credentials and addresses for.
    await using one = await startTestGateway({ env });
    const over = one.sandbox;
    await using two = await startTestGateway({ env, over });
    await using three = await startTestGateway({ env, over });
    const admin = await connect(redis.url);
    await untilAllKnow({ redis: admin.client });
    await admin.close();
    const isOver = after(3000);
    let asked = 0;
    const codes: unknown[] = [];
    const ask = async ({ query }: typeof one) => {
      while (!isOver()) {
        asked += 1;
        codes.push(...codesOf(await query(`{ order(by: { reference: "${asked}" }) { reference } }`)));
      }
    };
    await Promise.all([one, two, three].flatMap((gateway) => Array.from({ length: 6 }, () => ask(gateway))));
    expect(codes).toEqual([]);
    // On a busy machine one or two of them may have found Redis slow for a while, and then add their third each.
    expect(excess(provider.times, { ratePerSecond: (40 * 5) / 3, burst: (60 * 5) / 3 })).toBeLessThanOrEqual(0);
  });

  it('keep to the rate together and use it', async () => {
    await using provider = await startProvider();
    await using replicas = await startReplicas(provider.url, limit);
    const isOver = () => provider.times.length >= 120;
    const startedAt = performance.now();
    await Promise.all(replicas.map((replica) => replica.askUntil(isOver)));
    const tookSeconds = (performance.now() - startedAt) / 1000;
    expect(replicas.flatMap(({ failures }) => failures)).toEqual([]);
    expect(excess(provider.times, limit)).toBeLessThanOrEqual(0);
    // A hundred calls above the burst are 2.5 s at the least; where places got lost it would be much more.
    expect(tookSeconds).toBeGreaterThan(2.5 - slackSeconds);
    expect(tookSeconds).toBeLessThan(8);
  });

  it('ask Redis a few times a second and not for each call, and not at all for a provider without a rate', async () => {
    await using provider = await startProvider();
    await using free = await startReplica(provider.url, { ratePerSecond: null, burst: 10 });
    const atFirst = await scriptsRun(free);
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 500 }, () => free.ask()));
    const seconds = (performance.now() - startedAt) / 1000;
    expect((await scriptsRun(free)) - atFirst).toBeLessThanOrEqual(2 + seconds);

    await using wide = await startReplica(provider.url, { ratePerSecond: 10_000, burst: 10_000 });
    const before = await scriptsRun(wide);
    const [countBefore, isOver] = [provider.times.length, after(2000)];
    await wide.askUntil(isOver, 4);
    const calls = provider.times.length - countBefore;
    expect(calls).toBeGreaterThan(200);
    expect((await scriptsRun(wide)) - before).toBeLessThan(calls / 4);
  });
});

describe('the bucket in Redis', () => {
  const limit = { ratePerSecond: 1, burst: 10 };

  it('leaves half of the burst to live calls, whoever makes them', async () => {
    await using one = await startShared();
    await using other = await startShared();
    let more = () => {};
    const filling = one.rates.rateOf('QAPLA', limit, () => more());
    const spared = async () => {
      if (filling.takeSpare(1)) return true;
      await new Promise<void>((resolve) => {
        more = resolve;
      });
      return filling.takeSpare(1);
    };
    for (let index = 0; index < 5; index += 1) expect(await spared()).toBe(true);
    expect(await spared()).toBe(false);
    expect(filling.spareAt(1) - Date.now()).toBeGreaterThan(0);
    const live = other.rates.rateOf('QAPLA', limit, () => {});
    for (let index = 0; index < 5; index += 1)
      expect((await live.reserve(1, Date.now() + 60_000)).readyAt).toBeLessThanOrEqual(Date.now());
  });

  it('takes nothing for a call whose turn would come after its deadline', async () => {
    await using gateway = await startShared();
    const rate = gateway.rates.rateOf('QAPLA', limit, () => {});
    await rate.reserve(10, Date.now() + 60_000);
    for (let index = 0; index < 5; index += 1)
      expect(await rate.reserve(1, Date.now() + 200)).toMatchObject({ isTaken: false });
    const { readyAt, isTaken } = await rate.reserve(1, Date.now() + 60_000);
    expect(isTaken).toBe(true);
    expect(readyAt - Date.now()).toBeLessThanOrEqual(1000);
  });

  it('follows a clock that is set back, as that of another machine after a failover', async () => {
    await using gateway = await startShared();
    const rate = gateway.rates.rateOf('QAPLA', limit, () => {});
    await rate.reserve(10, Date.now() + 60_000);
    const [key] = await gateway.redis.keys('*rate-of:*');
    for (const field of ['full', 'held', 'seen']) await gateway.redis.hincrbyfloat(key ?? '', field, 3_600_000);
    const { readyAt, isTaken } = await rate.reserve(1, Date.now() + 60_000);
    expect(isTaken).toBe(true);
    expect(readyAt - Date.now()).toBeLessThanOrEqual(1000 + roundTripMs);
    expect(readyAt - Date.now()).toBeGreaterThan(0);
  });
});

describe('a refusal at one of three gateways', () => {
  it('holds back all of them, and lowers the rate of all to half of what they reached together', async () => {
    let isFull = false;
    await using provider = await startProvider(() => {
      const reply = isFull ? { status: 429, headers: { 'retry-after': '2' } } : { json: {} };
      isFull = false;
      return reply;
    });
    await using replicas = await startReplicas(provider.url, { ratePerSecond: null, burst: 10 });
    const [one, two, three] = replicas;
    if (one === undefined || two === undefined || three === undefined) throw new Error('no gateways');
    const asked = [two, three].flatMap(({ ask }) => Array.from({ length: 20 }, () => ask()));
    await Promise.all(asked);
    isFull = true;
    const startedAt = performance.now();
    // Is sent again once the hold is over.
    const refused = one.ask();
    await expect.poll(() => provider.times.length).toBe(41);
    await expect.poll(() => [two, three].map(({ rateNow }) => rateNow() > 0)).toEqual([true, true]);
    await Promise.all([refused, two.ask(), three.ask()]);
    expect(provider.times).toHaveLength(44);
    // Two seconds as the provider asked, and a place after another at some twenty a second.
    for (const [index, at] of provider.times.slice(41).entries())
      expect(at - startedAt).toBeGreaterThan(2000 + index * (1000 / 26) - clockSlackMs);
    // Half of 41, less where the machine was so busy that some were more than a second ago, and a twentieth more each second.
    await expect.poll(() => replicas.every(({ rateNow }) => rateNow() > 0), { timeout: 5000 }).toBe(true);
    for (const { rateNow } of replicas) expect(rateNow()).toBeLessThan(41 * 0.8);
    const rates = replicas.map(({ rateNow }) => rateNow());
    expect(Math.max(...rates) - Math.min(...rates)).toBeLessThan(1);

    await using late = await startReplica(provider.url, { ratePerSecond: null, burst: 10 });
    await expect.poll(() => late.rateNow(), { timeout: 5000 }).toBeGreaterThan(0);
  });

  it.each([
    { ratePerSecond: 1000, burst: 1000, calls: 30 },
    { ratePerSecond: null, burst: 10, calls: 80 },
    { ratePerSecond: 4, burst: 100, calls: 40 },
    { ratePerSecond: 50, burst: 5, calls: 1 },
  ])('teaches what it teaches a bucket of one process: %o', async ({ calls, ...limit }) => {
    await using gateway = await startShared();
    const shared = gateway.rates.rateOf('QAPLA', limit, () => {});
    const own = new RateBucket(limit);
    const later = Date.now() + 60_000;
    for (let index = 0; index < calls; index += 1) {
      const turn = await shared.reserve(1, later);
      expect(Math.abs(turn.readyAt - own.reserve(1, later).readyAt)).toBeLessThan(roundTripMs);
    }
    own.refused(1000);
    shared.refused(1000);
    const next = (await shared.reserve(50, later)).readyAt - Date.now();
    const ownNext = own.reserve(50, later).readyAt - Date.now();
    // The rate grows by a twentieth of what was reached each second: it is not the same when it is looked at later.
    expect(Math.abs(next - ownNext)).toBeLessThan(roundTripMs + 0.03 * ownNext);
    expect(shared.intervalMs / own.intervalMs || 1).toBeCloseTo(1, 1);
  });
});

describe('three gateways that lose their Redis', () => {
  it.each([
    ['ends', (server: RedisServer) => server.stop(), (server: RedisServer) => server.start()],
    ['is silent', async (server: RedisServer) => server.pause(), async (server: RedisServer) => server.goOn()],
  ])('go on when it %s, each with a third of the rate, and share it again when it is back', async (_, lose, mend) => {
    await using own = await startRedisServer();
    await using provider = await startProvider();
    await using replicas = await startReplicas(provider.url, limit, { over: own.url, patienceMs: 250 });
    const [one] = replicas;
    if (one === undefined) throw new Error('no gateway');
    await untilAllKnow(one);
    let isOver = false;
    const asking = replicas.map(({ askUntil }) => askUntil(() => isOver));
    const toldBy = (text: string) =>
      replicas.map(({ logLines }) => logLines.filter((line) => line.includes(text)).length);
    await expect.poll(() => provider.times.length).toBeGreaterThan(30);
    await lose(own);
    await expect.poll(() => toldBy('each gateway for its part'), { timeout: 10_000 }).toEqual([1, 1, 1]);
    const lostAt = provider.times.length;
    await expect.poll(() => provider.times.length, { timeout: 10_000 }).toBeGreaterThan(lostAt + 60);
    const mendedAt = provider.times.length;
    await mend(own);
    await expect.poll(() => toldBy('one for all gateways again'), { timeout: 10_000 }).toEqual([1, 1, 1]);
    const backAt = provider.times.length;
    await expect.poll(() => provider.times.length, { timeout: 10_000 }).toBeGreaterThan(backAt + 60);
    isOver = true;
    await Promise.all(asking);
    expect(replicas.flatMap(({ failures }) => failures)).toEqual([]);
    expect(replicas[0]?.logLines.join('')).toContain('"processes":3');
    // The bucket is as full afterwards as it was before: a change gives no burst.
    expect(excess(provider.times.slice(lostAt, mendedAt), limit)).toBeLessThanOrEqual(0);
    expect(excess(provider.times.slice(backAt), limit)).toBeLessThanOrEqual(0);
    // Where one has lost it while the others have not, its third comes on top: for a second or two, twice.
    const atChanges = (2 * 2 * limit.ratePerSecond) / 3;
    expect(excess(provider.times, { ...limit, burst: limit.burst + atChanges })).toBeLessThanOrEqual(0);
  });
});
