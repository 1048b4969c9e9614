import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { GatewayConfig } from './config/load-config.js';
import type { Secret } from './config/secret.js';
import { openDirectoryStore } from './directory/open-directory-store.js';
import type { OrderedStore } from './directory/ordered-store.js';
import { RedisOrderedStore } from './directory/redis-ordered-store.js';
import type { ChangeEvents } from './events/change-events.js';
import { InProcessEvents } from './events/in-process-events.js';
import { RedisEvents } from './events/redis-events.js';
import { LmdbLedger } from './ledger/lmdb-ledger.js';
import { RedisLedger } from './ledger/redis-ledger.js';
import type { WriteLedger } from './ledger/write-ledger.js';
import { CallerRate } from './limits/caller-rate.js';
import { LmdbRecords } from './records/lmdb-records.js';
import type { RecordsStore } from './records/records-store.js';
import { RedisRecords } from './records/redis-records.js';
import { RedisConnection } from './redis/connect.js';

/** What a gateway keeps, in its data folder or in Redis. */
export interface Stores {
  readonly ledger: WriteLedger;
  readonly records: RecordsStore;
  readonly events: ChangeEvents;
  /** Counts what callers use; null counts nothing. */
  readonly rate: CallerRate | null;
  /** Opens the store of the directory. @param format what it must have been written with, see `EmailHash.format` */
  readonly openDirectory: (format: string) => Promise<OrderedStore>;
  /** Ends what the stores share, after each of them is closed. */
  readonly close: () => Promise<void>;
}

/** How long a start waits for Redis before it goes on without: writes with a key are then refused until it is there. */
const patienceMs = 3000;

/** Opens the stores. Never throws for one that cannot be used: it says so when it is asked. */
export async function openStores(config: GatewayConfig, log: Logger): Promise<Stores> {
  return config.redisUrl === null ? openInFolder(config, log) : openInRedis(config, config.redisUrl, log);
}

function openInFolder(config: GatewayConfig, log: Logger): Stores {
  const folder = makeStoreFolder(config);
  return {
    ledger: new LmdbLedger(join(folder, 'ledger'), config.ledgerTtlMs),
    records: new LmdbRecords(join(folder, 'records')),
    events: new InProcessEvents(log),
    rate: rateOf(config, null),
    openDirectory: (format) => openDirectoryStore(folder, format, log),
    close: async () => {},
  };
}

async function openInRedis(config: GatewayConfig, url: Secret, log: Logger) {
  const { mode, credentialFingerprint, idSecret, ledgerTtlMs } = config;
  const isSandbox = mode === 'SANDBOX';
  if (!isSandbox && idSecret === null)
    log.warn('without ID_SECRET the customer ids of one machine are unknown to the others');
  // Process ids are used again, and by other machines.
  const scope = isSandbox ? `sandbox-${process.pid}-${randomBytes(6).toString('hex')}` : credentialFingerprint;
  const connection = new RedisConnection({ url, scope, log });
  await connection.waitUntilReady(patienceMs);
  return {
    ledger: new RedisLedger(connection, ledgerTtlMs),
    records: new RedisRecords(connection),
    events: new RedisEvents(connection, log),
    rate: rateOf(config, connection),
    openDirectory: async (format: string) => new RedisOrderedStore(connection, `directory-${format}`),
    close: async () => {
      if (isSandbox) await connection.dropAll();
      await connection.close();
    },
  };
}

function rateOf({ limits: { costPerMinute } }: GatewayConfig, redis: RedisConnection | null): CallerRate | null {
  return costPerMinute === null ? null : new CallerRate({ pointsPerMinute: costPerMinute, redis });
}

/** Stores stand apart by mode and credentials. The sandbox forgets what was written when it ends, and so do its stores. */
function makeStoreFolder({ dataDir, mode, credentialFingerprint }: GatewayConfig): string {
  if (mode === 'LIVE') return join(dataDir, `live-${credentialFingerprint}`);
  const folder = join(dataDir, `sandbox-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  return folder;
}
