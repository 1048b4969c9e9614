import { vi } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const webhookSecret = 'e2e-webhook-secret';
/** Orders of two providers, parcels of one, customers of two, subscriptions of one. */
const feeds = 6;

/** What `npm start` gives: the sandbox of the usual size, a gateway whose directory has read all of it, and webhooks between them. */
export async function startShop(): Promise<TestGateway> {
  const gateway = await startTestGateway({
    // The shop offers whole pages, so that all orders are read within moments.
    sandbox: { orders: 990, now: new Date(), shopExtras: 'offered' },
    env: { DIRECTORY: '1', WEBHOOK_SECRET: webhookSecret },
    mode: 'SANDBOX',
  });
  gateway.sandbox.setWebhookTarget(gateway.url, webhookSecret);
  const read = () => gateway.logLines.filter((line) => line.includes('"up to date"')).length;
  const isFilled = () => {
    if (read() < feeds) throw new Error(`the directory has read ${read()} of ${feeds} lists`);
  };
  await vi.waitFor(isFilled, { timeout: 30_000, interval: 100 });
  return gateway;
}
