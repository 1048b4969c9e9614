import { type ProviderServer, startProviderServer } from '../kernel/provider-server.js';
import { Webhooks } from '../kernel/webhooks.js';
import type { World } from '../world/world.js';
import { createRespond } from './routes.js';
import { seedState } from './seed-state.js';
import { createTokens } from './tokens.js';

const SITE_ID = 77;
const ACCOUNT = { email: 'merchant@example.com', password: 'qpilot_sandbox_password' };

/** Starts the QPilot imitation; `now` is the clock of its tokens and of the dates it writes. */
export async function startQPilot(
  world: World,
  { host, port, now }: { host: string; port: number; now: () => Date },
): Promise<ProviderServer & { env: Record<string, string> }> {
  const webhooks = new Webhooks();
  const respond = createRespond(seedState(world, SITE_ID), { tokens: createTokens(ACCOUNT, now), webhooks, now });
  const server = await startProviderServer({ name: 'qpilot', host, port, respond, webhooks });
  const env = {
    QPILOT_BASE_URL: server.url,
    QPILOT_SITE_ID: String(SITE_ID),
    QPILOT_EMAIL: ACCOUNT.email,
    QPILOT_PASSWORD: ACCOUNT.password,
  };
  return Object.assign(server, { env });
}
