import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.js';
import { startGatewayProcess } from '../support/gateway-process.js';

let sandbox: Sandbox;
let env: Record<string, string>;
beforeEach(async () => {
  sandbox = await startSandbox({ orders: 20 });
  env = { ...sandbox.env, DATA_DIR: mkdtempSync(join(tmpdir(), 'commercegraph-process-')) };
});
afterEach(async () => {
  await sandbox.close();
  rmSync(env['DATA_DIR'] ?? '', { recursive: true, force: true });
});

const mutation =
  'mutation ($key: String) { createCategory(input: { idempotencyKey: $key, name: "Kablar" }) { category { id name } } }';

async function applied(): Promise<number> {
  const counters = (await (await fetch(`${sandbox.providers.quickbutik.url}/__applied`)).json()) as Record<
    string,
    number
  >;
  return counters['createCategory'] ?? 0;
}

describe('a gateway process', () => {
  it('never sends a write again that it was killed in the middle of', async () => {
    sandbox.providers.quickbutik.faults.add({ fault: { kind: 'latency', ms: 60_000 }, method: 'POST' });
    await using first = await startGatewayProcess(env);
    const lost = first.query(mutation, { key: 'k-1' }).catch(() => 'connection lost');
    await expect.poll(() => sandbox.providers.quickbutik.requests.length, { timeout: 10_000 }).toBe(1);
    await first.kill();
    expect(await lost).toBe('connection lost');
    sandbox.providers.quickbutik.faults.clear();

    await using second = await startGatewayProcess(env);
    const answer = await second.query(mutation, { key: 'k-1' });
    expect(answer.errors).toMatchObject([
      {
        message: 'Quickbutik may or may not have done this. Look for category "Kablar" before trying again.',
        extensions: { code: 'PROVIDER_OUTCOME_UNKNOWN', provider: 'QUICKBUTIK', retryable: false },
      },
    ]);
    expect(sandbox.providers.quickbutik.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('gives the outcome of a write that another process of the machine did, after a restart too', async () => {
    await using first = await startGatewayProcess(env);
    await using second = await startGatewayProcess(env);
    const made = await first.query(mutation, { key: 'k-2' });
    expect(made.errors).toBeUndefined();
    expect(await second.query(mutation, { key: 'k-2' })).toEqual(made);
    await first.kill();
    await using third = await startGatewayProcess(env);
    expect(await third.query(mutation, { key: 'k-2' })).toEqual(made);
    expect(await applied()).toBe(1);
  });

  it('sends one write for fifty requests with one key', async () => {
    await using gateway = await startGatewayProcess(env);
    const answers = await Promise.all(Array.from({ length: 50 }, () => gateway.query(mutation, { key: 'k-3' })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.errors).toBeUndefined();
    expect(await applied()).toBe(1);
  });

  it('leaves nothing of its sandbox behind, nor of one that was killed', async () => {
    const { DATA_DIR: dataDir = '' } = env;
    const own = { DATA_DIR: dataDir, DIRECTORY: '1', SANDBOX_SIZE: '20' };
    await using killed = await startGatewayProcess(own);
    await killed.kill();
    const left = readdirSync(dataDir).filter((name) => name.startsWith('sandbox-'));
    await using gateway = await startGatewayProcess(own);
    const kept = readdirSync(dataDir).filter((name) => name.startsWith('sandbox-'));
    expect([left.length, kept.length]).toEqual([1, 1]);
    expect(kept).not.toEqual(left);
    await gateway.query(mutation, { key: 'k-4' });
    expect(await gateway.stop()).toBe(0);
    expect(readdirSync(dataDir)).toEqual(['id-secret']);
  });

  it('ends with code 0 when asked to', async () => {
    await using gateway = await startGatewayProcess(env);
    expect(await gateway.stop()).toBe(0);
  });
});
