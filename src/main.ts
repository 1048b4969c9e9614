import { randomBytes } from 'node:crypto';
import type { Sandbox } from '../sandbox/start-sandbox.js';
import { ConfigError, type GatewayConfig, loadConfig } from './config/load-config.js';
import { Secret } from './config/secret.js';
import { createLog } from './observability/log.js';
import { startGateway } from './start-gateway.js';
import { welcome } from './welcome.js';

/** How long the process may take to end by itself once everything is closed. */
const longestAfterlifeMs = 1000;

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : describe(error)}\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  const given = loadConfig(process.env);
  const { config, sandbox } = given.mode === 'SANDBOX' ? await onSandbox(given) : { config: given, sandbox: null };
  const log = createLog(config.logLevel);
  const server = await startGateway(config, log);
  sandbox?.setWebhookTarget(server.url, config.webhookSecret?.reveal() ?? '');
  let isStopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    // A second one means: now, without what else is done at an exit.
    if (isStopping) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
      return;
    }
    isStopping = true;
    await server.retire();
    await server.close();
    await sandbox?.close();
    // All is done by now: whatever else might keep the process does so for nobody.
    setTimeout(() => process.exit(0), longestAfterlifeMs).unref();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.stdout.write(welcome({ url: server.url, providers: config.providers, sandbox }));
}

/** Starts the imitations and points the gateway at them; a secret for their webhooks is made unless one is set. */
async function onSandbox(given: GatewayConfig): Promise<{ config: GatewayConfig; sandbox: Sandbox }> {
  const { startSandbox } = await import('../sandbox/start-sandbox.js');
  const sandbox = await startSandbox(given.sandbox);
  const { SANDBOX: _, ...env } = process.env;
  // The imitation counts no calls by default: exploring must not run dry after the first hundred parcels.
  const unlimited = { QAPLA_RATE_PER_SECOND: '0' };
  const webhookSecret = given.webhookSecret ?? new Secret(randomBytes(24).toString('base64url'));
  const config = loadConfig({ ...unlimited, ...env, ...sandbox.env });
  return { config: { ...config, mode: 'SANDBOX', webhookSecret }, sandbox };
}

function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE'
    ? 'The port is taken by another program. Choose another one with PORT.'
    : `The gateway could not start: ${message}`;
}
