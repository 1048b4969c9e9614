import { type ProviderServer, startProviderServer } from '../kernel/provider-server.js';
import type { World } from '../world/world.js';
import { commerceRecords } from './commerce-records.js';
import { createRespond } from './routes.js';
import { connectedState, freshState } from './state.js';

const API_KEY = 'qard_sandbox_key';
const USER_ID = '3f1c0c1e-6a51-4a52-9f0e-0d4b5c1f7a11';

/** Where and how to start; `isFresh` starts an account that has connected and fetched nothing yet. */
export interface QardOptions {
  host: string;
  port: number;
  now: () => Date;
  isFresh?: boolean;
}

/** Starts the Qard imitation, by default with a Shopify shop that was last synchronized two hours ago. */
export async function startQard(
  world: World,
  { host, port, now, isFresh = false }: QardOptions,
): Promise<ProviderServer & { env: Record<string, string> }> {
  const state = isFresh ? freshState(USER_ID) : connectedState(USER_ID, now());
  const respond = createRespond({ apiKey: API_KEY, state, records: commerceRecords(world), now });
  const server = await startProviderServer({ name: 'qard', host, port, respond });
  const env = { QARD_BASE_URL: server.url, QARD_API_KEY: API_KEY, QARD_USER_ID: USER_ID };
  return Object.assign(server, { env });
}
