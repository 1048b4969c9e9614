import { expect, it } from 'vitest';
import { startFakeUpstream } from '../support/fake-upstream.js';
import { connectClient, read } from '../unit/http/connect-client.js';

/** Answers so many calls in each second since it was first asked; the others it refuses until the next. */
function hiddenLimit(perSecond: number) {
  const startedAt = performance.now();
  const taken = new Map<number, number>();
  const told = { taken: 0, refused: 0 };
  const reply = () => {
    const second = Math.floor((performance.now() - startedAt) / 1000);
    const count = (taken.get(second) ?? 0) + 1;
    taken.set(second, count);
    if (count <= perSecond) told.taken += 1;
    else told.refused += 1;
    return count <= perSecond ? { json: {} } : { status: 429, headers: { 'retry-after': '1' } };
  };
  return { reply, told };
}

it('a provider that takes fewer calls than are set refuses few of them once it has said so', async () => {
  const { reply, told } = hiddenLimit(20);
  await using upstream = await startFakeUpstream(reply);
  await using connected = connectClient(upstream.url, { ratePerSecond: 1000, burst: 40, maxConcurrency: 4 });
  const { scope } = connected.operation(20_000);
  const ask = async () => {
    while (told.taken < 100) await connected.client.send(read, scope).catch(() => null);
  };
  await Promise.all(Array.from({ length: 20 }, ask));
  // Without learning each of the seconds that this takes ends in as many refusals as there are calls at once.
  expect(told.taken).toBeGreaterThanOrEqual(100);
  expect(told.refused).toBeLessThanOrEqual(8);
}, 20_000);
