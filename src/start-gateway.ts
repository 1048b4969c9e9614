import type { Logger } from 'pino';
import { loadIdSecret } from './config/id-secret.js';
import type { GatewayConfig } from './config/load-config.js';
import { Providers } from './datasources/providers.js';
import { CustomerIdCipher } from './domain/customer-id-cipher.js';
import { type GatewayServer, startServer } from './server/create-server.js';

/** A listening gateway from its settings: configuration, providers, server. */
export function startGateway(config: GatewayConfig, log: Logger): Promise<GatewayServer> {
  const customerIds = new CustomerIdCipher(loadIdSecret(config.idSecret, config.dataDir).reveal());
  const { mode, requestTimeoutMs, scanLimit } = config;
  return startServer(
    { providers: new Providers(config.providers, log), customerIds, log, mode, requestTimeoutMs, scanLimit },
    config,
  );
}
