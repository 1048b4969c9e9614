import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from '../sandbox/start-sandbox.js';
import { fromBuild, startGatewayProcess } from '../test/support/gateway-process.js';
import { quantile } from './quantile.js';

// Customer 360 over providers that take 50 ms a call: npm run --silent build && npx tsx scripts/measure-customer-360.ts [ms] [fresh|warm]
// A warm gateway has compiled the operation and logged in, and is asked for customers that it was not asked for before; a fresh one
// is started for each customer.
const latencyMs = Number(process.argv[2] ?? 50);
const isFresh = process.argv[3] === 'fresh';
const customerCount = isFresh ? 9 : 31;
const warmUps = 60;
const longestFillMs = 60_000;
/** So many customers one after the other would wait for the parcel service's rate, not for its answers. */
const withoutRate = { QAPLA_RATE_PER_SECOND: '0' };

const document = readFileSync(join(import.meta.dirname, '../operations/customer-360.graphql'), 'utf8');
const sandbox = await startSandbox();
const folder = mkdtempSync(join(tmpdir(), 'customer-360-'));

type Gateway = Awaited<ReturnType<typeof startGateway>>;

function startGateway() {
  return startGatewayProcess(
    { ...sandbox.env, DATA_DIR: folder, DIRECTORY: '1', DIRECTORY_INTERVAL: '1h', ...withoutRate },
    fromBuild,
  );
}

/** Waits until the directory has read all that it can. */
async function filled({ url }: Gateway): Promise<void> {
  const latest = performance.now() + longestFillMs;
  for (let calm = 0, before = -1; calm < 20; await pause(100)) {
    if (performance.now() > latest) throw new Error('the directory was not filled in time');
    const { length } = Object.values(sandbox.providers).flatMap(({ requests }) => requests);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const isComplete = /^commercegraph_directory_complete\{[^}]*QUICKBUTIK[^}]*\} 1$/m.test(metrics);
    calm = isComplete && length === before ? calm + 1 : 0;
    before = length;
  }
}

function slowDown(): void {
  for (const { faults } of Object.values(sandbox.providers)) faults.add({ fault: { kind: 'latency', ms: latencyMs } });
}

async function ask(gateway: Gateway, email: string): Promise<number> {
  const startedAt = performance.now();
  const { errors } = await gateway.query(document, { by: { email }, first: 10 });
  const tookMs = performance.now() - startedAt;
  if (errors !== undefined) throw new Error(`Customer 360 was answered with ${errors[0]?.message}`);
  return tookMs;
}

const times: number[] = [];
let gateway = await startGateway();
try {
  await filled(gateway);
  const answer = await gateway.query('{ customers(first: 100) { nodes { email } } }');
  if (!answer.data) throw new Error(`the customers were answered with ${answer.errors?.[0]?.message}`);
  const { nodes } = answer.data['customers'] as { nodes: { email: string | null }[] };
  const emails = [...new Set(nodes.flatMap(({ email }) => email ?? []))];
  const wanted = emails.slice(0, customerCount);
  if (!isFresh) {
    const others = emails.slice(customerCount);
    for (let index = 0; index < warmUps; index += 1) await ask(gateway, others[index % others.length] ?? '');
    slowDown();
    // Connections that were closed as idle are no part of the question.
    await ask(gateway, others[0] ?? '');
  }
  for (const email of wanted) {
    if (isFresh) {
      await gateway.stop();
      for (const { faults } of Object.values(sandbox.providers)) faults.clear();
      gateway = await startGateway();
      slowDown();
    }
    times.push(await ask(gateway, email));
  }
  const [least, middle, most] = [0, 0.5, 1].map((share) => `${Math.round(quantile(times, share))} ms`);
  process.stdout.write(
    `${times.length} customers, ${isFresh ? 'each of a gateway just started' : 'a warm gateway'}, ${latencyMs} ms a call: median ${middle} (${least} to ${most})\n`,
  );
} finally {
  await gateway.stop();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}
