import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RedisLedger } from '../../src/ledger/redis-ledger.js';
import { createLog } from '../../src/observability/log.js';
import { Writes } from '../../src/writes/writes.js';
import { outcomeUnknown, refuse, request } from '../support/write-requests.js';
import { connect } from './connection.js';
import { startProxy } from './proxy.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis[Symbol.asyncDispose]());
afterEach(async () => {
  const connection = await connect(redis.url);
  await connection.client.flushall();
  await connection.close();
});

const unavailable = { code: 'LEDGER_UNAVAILABLE' };
const done = async () => ({ id: '1' });

/** The writes of one gateway, at a Redis or at a way to one. */
async function startWrites(url: string) {
  const connection = await connect(url);
  const options = { ledger: new RedisLedger(connection, 60_000), log: createLog('silent'), maxDurationMs: 20_000 };
  return Object.assign(new Writes(options), {
    client: connection.client,
    [Symbol.asyncDispose]: () => connection.close(),
  });
}

describe('a claim whose answer is lost', () => {
  it('sends nothing, fails when the connection breaks, and is given back as soon as there is another', async () => {
    await using way = await startProxy(redis.url);
    await using writes = await startWrites(way.url);
    await using other = await startWrites(redis.url);
    way.loseAnswers();
    const startedAt = Date.now();
    const lost = writes.run('a', request(refuse)).catch((error: unknown) => error);
    const claimed = () => other.client.keys('*:ledger:*');
    await expect.poll(claimed).toHaveLength(1);
    way.heal();
    expect(await lost).toMatchObject(unavailable);
    expect(Date.now() - startedAt).toBeLessThan(1500);
    await expect.poll(claimed, { timeout: 5000 }).toHaveLength(0);
    expect(await other.run('a', request(done))).toEqual({ id: '1' });
  });

  it('may be asked for again by the same gateway', async () => {
    await using way = await startProxy(redis.url);
    await using writes = await startWrites(way.url);
    way.loseAnswers();
    await expect(writes.run('a', request(refuse))).rejects.toMatchObject(unavailable);
    way.heal();
    const again = () => writes.run('a', request(done)).catch(() => null);
    await expect.poll(again, { timeout: 8000 }).toEqual({ id: '1' });
  });

  it('is waited for by another gateway, which sends nothing while the first one lives', async () => {
    await using way = await startProxy(redis.url);
    await using writes = await startWrites(way.url);
    await using other = await startWrites(redis.url);
    way.loseAnswers();
    const lost = writes.run('a', request(refuse));
    await expect.poll(() => other.client.keys('*:ledger:*')).toHaveLength(1);
    let sent = 0;
    const waiting = other.run(
      'a',
      request(async () => ({ id: String((sent += 1)) })),
    );
    await expect(lost).rejects.toMatchObject(unavailable);
    expect(sent).toBe(0);
    way.heal();
    expect(await waiting).toEqual({ id: '1' });
  });
});

describe('a gateway that is cut off from Redis while it sends', () => {
  it('is taken for dead after its heartbeat, and changes nothing when it comes back', async () => {
    await using way = await startProxy(redis.url);
    await using writes = await startWrites(way.url);
    await using other = await startWrites(redis.url);
    let finish: (() => void) | undefined;
    const sending = writes.run(
      'a',
      request(() => new Promise((resolve) => (finish = () => resolve({ id: 'own' })))),
    );
    await expect.poll(() => finish).toBeDefined();
    const waiting = other.run('a', request(refuse));
    await expect(Promise.race([waiting, sleep(4000, 'still waiting')])).resolves.toBe('still waiting');
    await way.cut();
    await expect(waiting).rejects.toMatchObject(outcomeUnknown);
    await way.mend();
    await expect.poll(() => writes.client.status, { timeout: 5000 }).toBe('ready');
    finish?.();
    expect(await sending).toEqual({ id: 'own' });
    const readBack = async () => ({ id: 'found' });
    expect(await other.run('a', request(refuse, { readBack }))).toEqual({ id: 'found' });
  });

  it('says that the outcome is unknown when it cannot record it, and the next one reads back', async () => {
    await using way = await startProxy(redis.url);
    await using writes = await startWrites(way.url);
    await using other = await startWrites(redis.url);
    const send = async () => {
      await way.cut();
      return { id: 'own' };
    };
    await expect(writes.run('a', request(send))).rejects.toMatchObject(outcomeUnknown);
    const readBack = async () => ({ id: 'found' });
    expect(await other.run('a', request(refuse, { readBack }))).toEqual({ id: 'found' });
  });
});

describe('a Redis that goes silent', () => {
  it('makes keyed writes fail within seconds, and what was on its way is given back', async () => {
    await using writes = await startWrites(redis.url);
    redis.pause();
    const startedAt = Date.now();
    await expect(writes.run('a', request(refuse))).rejects.toMatchObject(unavailable);
    expect(Date.now() - startedAt).toBeLessThan(4000);
    redis.goOn();
    await expect.poll(() => writes.run('a', request(done)).catch(() => null), { timeout: 8000 }).toEqual({ id: '1' });
  });
});
