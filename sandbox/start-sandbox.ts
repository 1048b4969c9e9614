import { startInfluencerSoft } from './influencersoft/index.js';
import type { ProviderServer, SandboxProviderName } from './kernel/provider-server.js';
import { startQapla } from './qapla/index.js';
import type { RowOrder } from './qapla/state.js';
import { startQard } from './qard/index.js';
import { startQPilot } from './qpilot/index.js';
import { startQuickbutik } from './quickbutik/index.js';
import type { ShopExtras } from './quickbutik/state.js';
import { createWorld, type World } from './world/world.js';

export type { ProviderServer, SandboxProviderName } from './kernel/provider-server.js';

/** What a sandbox can be told; everything has a default. */
export interface SandboxOptions {
  /** Equal seeds, sizes and moments give equal data; 1 if left out. */
  seed?: number;
  /** How many orders the shop has; shoppers and products grow with them. 1,000 if left out. */
  orders?: number;
  /** Address to listen on; 127.0.0.1 if left out. */
  host?: string;
  /** Ports by provider; a free one where left out. */
  ports?: Partial<Record<SandboxProviderName, number>>;
  /** The moment at which the data end and from which the sandbox's clock runs; the real one if left out. */
  now?: Date;
  /** Whether Qapla's rate limit counts from the start; off if left out. */
  rateLimit?: boolean;
  /** Whether Qard's account starts without a connection; connected and synchronized if left out. */
  freshQard?: boolean;
  /** What Quickbutik does with query parameters that its document does not have; ignored if left out. */
  shopExtras?: ShopExtras;
  /** Which rows Qapla's lists show first, by time of import; ascending if left out. */
  qaplaRows?: RowOrder;
}

/** Five imitated providers that share one merchant's year. */
export interface Sandbox {
  readonly world: World;
  readonly providers: Record<SandboxProviderName, ProviderServer>;
  /** Environment variables that point a gateway at this sandbox, credentials included. */
  readonly env: Record<string, string>;
  /**
   * From now on the imitations call `{baseUrl}/webhooks/{provider}/{secret}` as the real providers would; null ends it.
   * Qard never calls.
   */
  setWebhookTarget(baseUrl: string | null, secret: string): void;
  /** Resolves when no webhook is under way any more, repeated attempts included. */
  webhooksSettled(): Promise<void>;
  /** Forgets recorded requests and webhooks and switches all faults off; data written stays. */
  clear(): void;
  close(): Promise<void>;
}

/** Starts all five providers; when one cannot start, the others are stopped again. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, orders = 990, host = '127.0.0.1', ports = {}, rateLimit = false, freshQard = false } = options;
  const { shopExtras = 'ignored', qaplaRows = 'ascending' } = options;
  const world = createWorld({ seed, orders, now: options.now ?? new Date() });
  const now = clockFrom(world.now);
  const at = (name: SandboxProviderName) => ({ host, port: ports[name] ?? 0, now });
  const starts = {
    qpilot: startQPilot(world, at('qpilot')),
    quickbutik: startQuickbutik(world, { ...at('quickbutik'), extras: shopExtras }),
    influencersoft: startInfluencerSoft(world, at('influencersoft')),
    qapla: startQapla(world, { ...at('qapla'), rateLimit, rows: qaplaRows }),
    qard: startQard(world, { ...at('qard'), isFresh: freshQard }),
  };
  const servers = await allOrNone(Object.values(starts));
  return {
    world,
    providers: {
      qpilot: await starts.qpilot,
      quickbutik: await starts.quickbutik,
      influencersoft: await starts.influencersoft,
      qapla: await starts.qapla,
      qard: await starts.qard,
    },
    env: Object.fromEntries(servers.flatMap(({ env }) => Object.entries(env))),
    setWebhookTarget(baseUrl, secret) {
      for (const { name, webhooks } of servers) {
        const path = `webhooks/${name}/${encodeURIComponent(secret)}`;
        webhooks.setTarget(baseUrl === null ? null : `${baseUrl.replace(/\/$/, '')}/${path}`);
      }
    },
    async webhooksSettled() {
      await Promise.all(servers.map(({ webhooks }) => webhooks.settled()));
    },
    clear() {
      for (const { requests, faults, webhooks } of servers) {
        requests.length = 0;
        webhooks.sent.length = 0;
        faults.clear();
      }
    },
    async close() {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

type Started = ProviderServer & { env: Record<string, string> };

async function allOrNone(starts: Promise<Started>[]): Promise<Started[]> {
  const settled = await Promise.allSettled(starts);
  const running = settled.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value);
  if (running.length < starts.length) await Promise.all(running.map((server) => server.close()));
  // Rejects with the first reason when any start failed.
  return Promise.all(starts);
}

/** A clock that shows the given moment now and runs at the usual speed. */
function clockFrom(start: Date): () => Date {
  const ahead = start.getTime() - Date.now();
  return () => new Date(Date.now() + ahead);
}
