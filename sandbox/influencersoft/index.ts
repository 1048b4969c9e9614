import { type ProviderServer, startProviderServer } from '../kernel/provider-server.js';
import { Webhooks } from '../kernel/webhooks.js';
import type { World } from '../world/world.js';
import { createRespond } from './routes.js';

const ACCOUNT = { apiKey: 'is_sandbox_key', secret: 'is_sandbox_secret' };

/** Starts the InfluencerSoft imitation; it only takes orders in, so nothing of the world shows in it. */
export async function startInfluencerSoft(
  _world: World,
  { host, port, now }: { host: string; port: number; now: () => Date },
): Promise<ProviderServer & { env: Record<string, string> }> {
  const webhooks = new Webhooks();
  const respond = createRespond({ orders: [], applied: {} }, ACCOUNT, { webhooks, now });
  const server = await startProviderServer({ name: 'influencersoft', host, port, respond, webhooks });
  const env = {
    INFLUENCERSOFT_BASE_URL: `${server.url}/api`,
    INFLUENCERSOFT_USERNAME: 'sandboxshop',
    INFLUENCERSOFT_API_KEY: ACCOUNT.apiKey,
    INFLUENCERSOFT_SECRET: ACCOUNT.secret,
  };
  return Object.assign(server, { env });
}
