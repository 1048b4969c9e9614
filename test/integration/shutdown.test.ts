import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { startGatewayProcess } from '../support/gateway-process.js';

let sandbox: Sandbox;
let env: Record<string, string>;
beforeEach(async () => {
  sandbox = await startSandbox({ orders: 20 });
  env = { ...sandbox.env, DATA_DIR: mkdtempSync(join(tmpdir(), 'commercegraph-shutdown-')) };
});
afterEach(async () => {
  await sandbox.close();
  rmSync(env['DATA_DIR'] ?? '', { recursive: true, force: true });
});

describe('a gateway that is asked to end', () => {
  it('says that it is not ready, serves on for the grace, answers what is under way, and ends with 0', async () => {
    sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 2500 }, pathIncludes: 'categories' });
    await using gateway = await startGatewayProcess({ ...env, SHUTDOWN_GRACE_MS: '1500' });
    const underWay = gateway.query('{ categories { name } }');
    await expect.poll(() => sandbox.providers.quickbutik.requests.length, { timeout: 10_000 }).toBe(1);
    const ended = gateway.stop();
    const ready = () => fetch(`${gateway.url}/readyz`).then(({ status }) => status);
    await expect.poll(ready, { timeout: 1000, interval: 20 }).toBe(503);
    const late = await fetch(`${gateway.url}/graphql?query=%7B__typename%7D`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect([late.status, late.headers.get('connection')]).toEqual([200, 'close']);
    const answer = await underWay;
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['categories']).not.toEqual([]);
    expect(await ended).toBe(0);
  }, 20_000);

  it('ends at once when it is asked a second time', async () => {
    await using gateway = await startGatewayProcess({ ...env, SHUTDOWN_GRACE_MS: '60000' });
    const first = gateway.stop();
    const ready = () => fetch(`${gateway.url}/readyz`).then(({ status }) => status);
    await expect.poll(ready, { timeout: 5000, interval: 20 }).toBe(503);
    const startedAt = performance.now();
    // The signal itself ends it.
    expect(await gateway.stop()).toBeNull();
    expect(await first).toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(2000);
  }, 20_000);
});
