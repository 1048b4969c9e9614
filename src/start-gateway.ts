import type { Logger } from 'pino';
import { Authenticator } from './access/authenticator.js';
import { loadIdSecret } from './config/id-secret.js';
import type { GatewayConfig } from './config/load-config.js';
import { Providers } from './datasources/providers.js';
import { CustomerIdCipher } from './domain/customer-id-cipher.js';
import type { Watch } from './observability/watch.js';
import { openDirectory } from './open-directory.js';
import { openStores, type Stores } from './open-stores.js';
import { openWatch, showGateway } from './open-watch.js';
import { type GatewayServer, startServer } from './server/create-server.js';
import type { WebhookIntake } from './webhooks/webhook-intake.js';
import { Writes } from './writes/writes.js';

/** A listening gateway from its settings: stores, providers, directory, server. */
export async function startGateway(config: GatewayConfig, log: Logger): Promise<GatewayServer> {
  const { mode, requestTimeoutMs, scanLimit, compilesQueries, slowOperationMs } = config;
  const idSecret = loadIdSecret(config.idSecret, config.dataDir);
  const stores = await openStores(config, log);
  const { ledger, records, events, rate } = stores;
  const watch = await openWatch(config, log);
  const providers = connectProviders(config, { stores, watch, log });
  events.whenStale((provider) => providers.forgetAnswers(provider));
  const directory =
    config.directory === null
      ? null
      : await openDirectory({ settings: config.directory, idSecret, stores, providers, log });
  const webhooks: WebhookIntake = {
    // Without a directory there is nothing that a call could make fresh.
    secret: directory === null ? null : config.webhookSecret,
    accounts: config.providers,
    note: async (refs, dedupeKey) => {
      for (const provider of new Set(refs.map((ref) => ref.provider))) events.publishStale(provider);
      await directory?.running.note(refs, dedupeKey);
    },
  };
  const gateway = {
    providers,
    customerIds: new CustomerIdCipher(idSecret.reveal()),
    writes: new Writes({ ledger, log, maxDurationMs: requestTimeoutMs }),
    records,
    directory: directory?.running ?? null,
    events,
    rate,
    webhooks,
    log,
    mode,
    requestTimeoutMs,
    scanLimit,
    compilesQueries,
    keepsRecords: config.cache.keepsRecords,
    watch,
    slowOperationMs,
  };
  showGateway(watch, gateway);
  const server = await startServer(gateway, { ...config, authenticator: new Authenticator(config.access, idSecret) });
  directory?.running.start();
  return {
    url: server.url,
    retire: server.retire,
    close: async () => {
      // Its calls are for nobody who waits: they end first.
      await directory?.stop();
      await server.close();
      await events.close();
      await stores.close();
      await watch.tracing?.close();
    },
  };
}

function connectProviders(
  config: GatewayConfig,
  { stores, watch, log }: { readonly stores: Stores; readonly watch: Watch; readonly log: Logger },
): Providers {
  return new Providers(config.providers, {
    ...config,
    log,
    onWrite: (provider) => stores.events.publishStale(provider),
    observerOf: (provider) => watch.metrics.upstream.observerOf(provider),
    rates: stores.providerRates,
  });
}
