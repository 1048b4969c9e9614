import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.js';
import { loadConfig } from '../src/config/load-config.js';
import { Secret } from '../src/config/secret.js';
import { createLog } from '../src/observability/log.js';
import { startGateway } from '../src/start-gateway.js';

const folder = fileURLToPath(new URL('../examples/customer-360', import.meta.url));
const host = '127.0.0.1';

try {
  await run();
} catch (error) {
  process.stderr.write(`The example could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/** Starts the five imitations, a gateway on them and the example on that gateway, and ends all of them on Ctrl+C. */
async function run(): Promise<void> {
  installPackages();
  const { sandbox, gateway } = await startShop();
  const port = await freePort(Number(process.env['EXAMPLE_PORT'] ?? 5173));
  const app = startApp(port, gateway.url);
  let isStopping = false;
  const stop = async (exitCode: number) => {
    // A second signal means: now.
    if (isStopping) process.exit(1);
    isStopping = true;
    app.kill();
    await gateway.close();
    await sandbox.close();
    process.exitCode = exitCode;
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  app.once('exit', (code) => {
    if (isStopping) return;
    process.stderr.write('The page has ended; so does the rest.\n');
    void stop(code ?? 1);
  });
  const url = `http://${host}:${port}`;
  if (await answers(url, app)) process.stdout.write(welcome(url, gateway.url, sandbox));
}

/** Installs what the lock says, unless that is there already. */
function installPackages(): void {
  const lock = `${folder}/package-lock.json`;
  const installed = `${folder}/node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stdout.write('Installing the packages of examples/customer-360 …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('its packages could not be installed; npm says why above.');
}

/** A gateway on its sandbox, on a free port: the page alone has a fixed one. */
async function startShop() {
  const asked = loadConfig({ LOG_LEVEL: 'warn', SANDBOX: '1', PORT: '0' });
  const sandbox = await startSandbox(asked.sandbox);
  const config = loadConfig({
    LOG_LEVEL: 'warn',
    PORT: '0',
    DATA_DIR: process.env['DATA_DIR'],
    // Exploring must not run dry after the first hundred parcels.
    QAPLA_RATE_PER_SECOND: '0',
    ...sandbox.env,
  });
  const webhookSecret = new Secret(randomBytes(24).toString('base64url'));
  const gateway = await startGateway({ ...config, mode: 'SANDBOX', webhookSecret }, createLog(config.logLevel));
  sandbox.setWebhookTarget(gateway.url, webhookSecret.reveal());
  return { sandbox, gateway };
}

function startApp(port: number, gatewayUrl: string): ChildProcess {
  const vite = `${folder}/node_modules/vite/bin/vite.js`;
  const args = [vite, '--host', host, '--port', String(port), '--strictPort', '--logLevel', 'warn'];
  return spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, GATEWAY_URL: gatewayUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** The wanted port when it is free, else one that is. */
async function freePort(wanted: number): Promise<number> {
  const probe = createServer();
  const tried = await new Promise<number | null>((resolve) => {
    probe.once('error', () => resolve(null));
    probe.listen({ host, port: wanted, exclusive: true }, () => {
      const address = probe.address();
      resolve(typeof address === 'object' && address !== null ? address.port : null);
    });
  });
  if (tried === null) return freePort(0);
  probe.close();
  await once(probe, 'close');
  return tried;
}

/** Waits until the page answers; false when its server has ended before. */
async function answers(url: string, app: ChildProcess): Promise<boolean> {
  while (app.exitCode === null) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function welcome(url: string, gatewayUrl: string, { providers }: Sandbox): string {
  return [
    '',
    `Customer 360 is ready at ${url}`,
    `Its gateway is at ${gatewayUrl}, on five local imitations of the providers. Nothing leaves this machine.`,
    '',
    'While the page is open:',
    `  An order arrives     curl -s -X POST ${providers.quickbutik.url}/__orders -d '{"email":"chris@example.com"}'`,
    `  A parcel moves       curl -s -X POST ${providers.qapla.url}/__parcels/3003769953/advance`,
    `  Qapla' fails         curl -s -X POST ${providers.qapla.url}/__faults -d '{"fault":{"kind":"status","status":503}}'`,
    `  and recovers         curl -s -X DELETE ${providers.qapla.url}/__faults`,
    '',
    'Ctrl+C ends all of it.',
    '',
    '',
  ].join('\n');
}
