import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/start-sandbox.js';
import { describeAccounts } from '../support/accounts-contract.js';
import { startGatewayProcess } from '../support/gateway-process.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'commercegraph-accounts-'));
  folders.push(folder);
  return folder;
}

describeAccounts('a data folder', () => ({ DATA_DIR: makeFolder() }));

describe('processes that start at the same time with one data folder', () => {
  it('have one memory of writes, also those with an older key', async () => {
    await using sandbox = Object.assign(await startSandbox({ orders: 20 }), {
      [Symbol.asyncDispose]: (): Promise<void> => sandbox.close(),
    });
    const env = { ...sandbox.env, DATA_DIR: makeFolder(), QUICKBUTIK_ACCOUNT: 'mine' };
    const starts = [env, { ...env, QPILOT_PASSWORD: 'qp_test_new' }].map((each) => startGatewayProcess(each));
    const gateways = await Promise.all(starts);
    const category = 'mutation { createCategory(input: { idempotencyKey: "once", name: "A" }) { category { id } } }';
    const answers = await Promise.all(gateways.map((gateway) => gateway.query(category)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    expect(answers[0]?.errors).toBeUndefined();
    expect(sandbox.providers.quickbutik.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    for (const gateway of gateways) await gateway.stop();
    // Processes take seconds to start.
  }, 60_000);
});
