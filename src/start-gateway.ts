import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { loadIdSecret } from './config/id-secret.js';
import type { GatewayConfig } from './config/load-config.js';
import { Providers } from './datasources/providers.js';
import { CustomerIdCipher } from './domain/customer-id-cipher.js';
import { LmdbLedger } from './ledger/lmdb-ledger.js';
import { LmdbRecords } from './records/lmdb-records.js';
import { type GatewayServer, startServer } from './server/create-server.js';
import { Writes } from './writes/writes.js';

/** A listening gateway from its settings: stores, providers, server. */
export function startGateway(config: GatewayConfig, log: Logger): Promise<GatewayServer> {
  const { mode, requestTimeoutMs, scanLimit, ledgerTtlMs } = config;
  const customerIds = new CustomerIdCipher(loadIdSecret(config.idSecret, config.dataDir).reveal());
  const folder = makeStoreFolder(config);
  const ledger = new LmdbLedger(join(folder, 'ledger'), ledgerTtlMs);
  const writes = new Writes({ ledger, log, maxDurationMs: requestTimeoutMs });
  const records = new LmdbRecords(join(folder, 'records'));
  const providers = new Providers(config.providers, log);
  return startServer({ providers, customerIds, writes, records, log, mode, requestTimeoutMs, scanLimit }, config);
}

/** Stores stand apart by mode and credentials. The sandbox forgets what was written when it ends, and so do its stores. */
function makeStoreFolder({ dataDir, mode, credentialFingerprint }: GatewayConfig): string {
  if (mode === 'LIVE') return join(dataDir, `live-${credentialFingerprint}`);
  const folder = join(dataDir, `sandbox-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  return folder;
}
