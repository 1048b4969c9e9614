import { startSandbox } from './start-sandbox.js';

/** Fixed, so that a gateway's environment can be written once. */
const PORTS = { qpilot: 4101, quickbutik: 4102, influencersoft: 4103, qapla: 4104, qard: 4105 };

/** A whole number from the environment; the given one when the variable is not set. */
function numberFrom(name: string, absent: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return absent;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number`);
  return Number(text);
}

const sandbox = await startSandbox({
  seed: numberFrom('SANDBOX_SEED', 1),
  orders: numberFrom('SANDBOX_SIZE', 990),
  ports: PORTS,
});

const { WEBHOOK_SECRET: webhookSecret = '', GATEWAY_URL: gatewayUrl = 'http://127.0.0.1:4000' } = process.env;
if (webhookSecret !== '') sandbox.setWebhookTarget(gatewayUrl, webhookSecret);

const addresses = Object.values(sandbox.providers).map(({ name, url }) => `${name.padEnd(15)}${url}`);
const settings = Object.entries(sandbox.env).map(([name, value]) => `export ${name}=${value}`);
const help = [
  'Switch a fault on:   curl -X POST <url>/__faults -d \'{"fault":{"kind":"status","status":503},"times":1}\'',
  'See what was asked:  curl <url>/__requests',
  `Let orders arrive:   curl -X POST ${sandbox.providers.quickbutik.url}/__orders`,
  webhookSecret === ''
    ? 'Webhooks:            none; set WEBHOOK_SECRET here and at the gateway'
    : `Webhooks:            to ${gatewayUrl}/webhooks/…; see what was sent: curl <url>/__webhooks`,
];
process.stdout.write(`${[...addresses, '', ...settings, '', ...help].join('\n')}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
