import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '../../src/events/change-events.js';
import { RedisEvents } from '../../src/events/redis-events.js';
import { createLog } from '../../src/observability/log.js';
import { connect } from './connection.js';
import { type RedisServer, startRedisServer } from './redis-server.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis[Symbol.asyncDispose]());

function event(externalId: string): ChangeEvent {
  return {
    kind: 'ORDER',
    change: 'CREATED',
    provider: 'QUICKBUTIK',
    externalId,
    reference: null,
    emailHash: null,
  };
}

/** The events of one gateway, and what it has heard. */
async function openEvents(url: string) {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => lines.push(line) });
  const connection = await connect(url, log);
  const events = new RedisEvents(connection, log);
  const heard: string[] = [];
  const end = events.subscribe(({ externalId }) => heard.push(externalId));
  const channel = `${connection.keyPrefix}events`;
  await expect.poll(async () => (await connection.client.pubsub('NUMSUB', channel))[1]).toBeGreaterThan(0);
  return {
    events,
    heard,
    end,
    lines,
    channel,
    client: connection.client,
    [Symbol.asyncDispose]: async () => {
      await events.close();
      await connection.close();
    },
  };
}

const countListeners = (one: Awaited<ReturnType<typeof openEvents>>) =>
  one.client.pubsub('NUMSUB', one.channel).then((reply) => reply[1]);

describe('events over Redis', () => {
  it('reach the listeners of every gateway once, in their order, and those of their own gateway at once', async () => {
    await using one = await openEvents(redis.url);
    await using other = await openEvents(redis.url);
    await expect.poll(() => countListeners(one)).toBe(2);
    const ids = Array.from({ length: 1000 }, (_, index) => String(index));
    for (const id of ids) one.events.publish(event(id));
    expect(one.heard).toEqual(ids);
    await expect.poll(() => other.heard.length).toBe(1000);
    other.events.publish(event('back'));
    await expect.poll(() => one.heard.at(-1)).toBe('back');
    expect(other.heard).toEqual([...ids, 'back']);
    expect(one.heard).toEqual([...ids, 'back']);
  });

  it('are whole, and nothing else that stands in the channel passes for one', async () => {
    await using one = await openEvents(redis.url);
    await using other = await openEvents(redis.url);
    await expect.poll(() => countListeners(one)).toBe(2);
    const received: ChangeEvent[] = [];
    other.events.subscribe((given) => received.push(given));
    const full = { ...event('1'), reference: '#1', emailHash: 'h' };
    for (const text of [
      '',
      '{',
      'null',
      '{"from":"x","event":{}}',
      JSON.stringify({ from: 'x', event: { ...full, provider: 'NOBODY' } }),
    ])
      await one.client.publish(one.channel, text);
    one.events.publish(full);
    await expect.poll(() => received).toEqual([full]);
    expect(other.lines.filter((line) => line.includes('could not be read'))).toHaveLength(5);
  });

  it('end for a listener that does not want them any more, and go on for the others', async () => {
    await using one = await openEvents(redis.url);
    const others: string[] = [];
    one.events.subscribe(() => {
      throw new Error('a listener that fails');
    });
    one.events.subscribe(({ externalId }) => others.push(externalId));
    one.end();
    one.events.publish(event('1'));
    expect([one.heard, others]).toEqual([[], ['1']]);
  });

  it('stay within the gateway while Redis is away, and reach the others again when it is back', async () => {
    await using away = await startRedisServer();
    await using one = await openEvents(away.url);
    await using other = await openEvents(away.url);
    await away.stop();
    await expect.poll(() => one.client.status).not.toBe('ready');
    one.events.publish(event('lost'));
    expect(one.heard).toEqual(['lost']);
    await away.start();
    await expect.poll(() => countListeners(one).catch(() => 0), { timeout: 10_000 }).toBe(2);
    one.events.publish(event('found'));
    await expect.poll(() => other.heard).toEqual(['found']);
    expect(one.heard).toEqual(['lost', 'found']);
  });
});
