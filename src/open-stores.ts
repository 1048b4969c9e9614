import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { GatewayConfig } from './config/load-config.js';
import { digestOfAccounts, type ProviderAccount } from './config/provider-accounts.js';
import type { Secret } from './config/secret.js';
import { openDirectoryStore } from './directory/open-directory-store.js';
import type { OrderedStore } from './directory/ordered-store.js';
import { RedisOrderedStore } from './directory/redis-ordered-store.js';
import { providerNames } from './domain/provider.js';
import type { ChangeEvents } from './events/change-events.js';
import { InProcessEvents } from './events/in-process-events.js';
import { RedisEvents } from './events/redis-events.js';
import { SharedRates } from './http/shared-rate/shared-rates.js';
import { AccountLedger } from './ledger/account-ledger.js';
import { LmdbLedger } from './ledger/lmdb-ledger.js';
import { RedisLedger } from './ledger/redis-ledger.js';
import type { WriteLedger } from './ledger/write-ledger.js';
import type { CallerRate } from './limits/caller-rate.js';
import { AccountRecords, kindsOf } from './records/account-records.js';
import { LmdbRecords } from './records/lmdb-records.js';
import type { RecordsStore } from './records/records-store.js';
import { RedisRecords } from './records/redis-records.js';
import type { RedisConnection } from './redis/connect.js';
import { RedisPlaceKeeper } from './redis/redis-place-keeper.js';
import { type AccountBook, keptBook, passingBook } from './stores/account-book.js';
import { folderOf, LmdbPlaceKeeper } from './stores/lmdb-place-keeper.js';
import type { Settlers } from './stores/place-book.js';
import { beginSandboxPlace } from './stores/sandbox-place.js';
import { tellOfOthers } from './stores/tell-of-others.js';

/** What a gateway keeps, in its data folder or in Redis. */
export interface Stores {
  readonly ledger: WriteLedger;
  readonly records: RecordsStore;
  readonly events: ChangeEvents;
  /** Counts what callers use; null counts nothing. */
  readonly rate: CallerRate | null;
  /** The rates of the providers for all gateways together; null where each has its own. */
  readonly providerRates: SharedRates | null;
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

async function openInFolder(config: GatewayConfig, log: Logger): Promise<Stores> {
  const { dataDir, mode, ledgerTtlMs } = config;
  const isSandbox = mode === 'SANDBOX';
  const folderAt = (place: string) => (isSandbox ? join(dataDir, place) : folderOf(dataDir, place));
  const sandboxPlace = isSandbox ? beginSandboxPlace(dataDir) : null;
  const book =
    sandboxPlace === null
      ? keptBook(new LmdbPlaceKeeper(dataDir), settlersOf(config))
      : passingBook(sandboxPlace.name, providerNames);
  const ledger = new AccountLedger(book, (place) => new LmdbLedger(join(folderAt(place), 'ledger'), ledgerTtlMs));
  const records = new AccountRecords(book, (place) => new LmdbRecords(join(folderAt(place), 'records')));
  const common = await openNow(book, { ledger, log });
  const telling = tellOfThem(book, { ledger, records, log });
  return {
    ledger,
    records,
    events: new InProcessEvents(log),
    rate: await rateOf(config, null),
    providerRates: null,
    openDirectory: (format) => openDirectoryStore(folderAt(common ?? digestOfAccounts(config.accounts)), format, log),
    close: async () => {
      await telling;
      await records.close();
      await book.close();
      sandboxPlace?.forget();
    },
  };
}

/** Opens what is written to before it is needed: that takes a moment. Gives the common place; null for a book that cannot be used. */
async function openNow(book: AccountBook, { ledger, log }: { ledger: AccountLedger; log: Logger }) {
  try {
    const { accounts, common } = await book.settled();
    for (const { own } of accounts.values()) for (const place of own) ledger.at(place);
    return common;
  } catch (error) {
    log.error({ err: error }, 'it cannot be told whose stores are whose: writes with an idempotency key are refused');
    return null;
  }
}

async function openInRedis(config: GatewayConfig, url: Secret, log: Logger): Promise<Stores> {
  const { mode, idSecret, ledgerTtlMs } = config;
  const isSandbox = mode === 'SANDBOX';
  if (!isSandbox && idSecret === null)
    log.warn('without ID_SECRET the customer ids of one machine are unknown to the others');
  // Process ids are used again, and by other machines.
  const scope = isSandbox
    ? `sandbox-${process.pid}-${randomBytes(6).toString('hex')}`
    : digestOfAccounts(config.accounts);
  // Its client is loaded only where there is one to talk to.
  const { RedisConnection } = await import('./redis/connect.js');
  const connection = new RedisConnection({ url, scope, log });
  await connection.waitUntilReady(patienceMs);
  const book = isSandbox
    ? passingBook(scope, providerNames)
    : keptBook(new RedisPlaceKeeper(connection), settlersOf(config));
  const ledger = new AccountLedger(book, (place) => new RedisLedger(connection.scopedTo(place), ledgerTtlMs));
  const records = new AccountRecords(book, (place) => new RedisRecords(connection.scopedTo(place)));
  const tell = () => void tellOfThem(book, { ledger, records, log });
  if (connection.client.status === 'ready') tell();
  else connection.client.once('ready', tell);
  const providerRates = new SharedRates(connection, { log });
  await providerRates.join();
  return {
    ledger,
    records,
    events: new RedisEvents(connection, log),
    rate: await rateOf(config, connection),
    providerRates,
    openDirectory: async (format: string) => new RedisOrderedStore(connection, `directory-${format}`),
    close: async () => {
      await providerRates.close();
      if (isSandbox) await connection.dropAll();
      await connection.close();
    },
  };
}

function settlersOf({ accounts, credentialFingerprint }: GatewayConfig): Settlers {
  return { accounts, formerPlace: credentialFingerprint, accountsDigest: digestOfAccounts(accounts) };
}

interface Told {
  readonly ledger: AccountLedger;
  readonly records: AccountRecords;
  readonly log: Logger;
}

/** Never throws: stores that cannot be read say so when they are used. */
async function tellOfThem(book: AccountBook, { ledger, records, log }: Told): Promise<void> {
  const holdsAnything = async (place: string, { provider }: ProviderAccount) => {
    if (!(await ledger.at(place).isEmpty())) return true;
    const found = await Promise.all(kindsOf(provider).map((kind) => records.at(place).list(kind)));
    return found.some((rows) => rows.length > 0);
  };
  await tellOfOthers({ book, log, holdsAnything }).catch((error: unknown) =>
    log.debug({ err: error }, 'whether other accounts left anything could not be read'),
  );
}

async function rateOf(
  { limits: { costPerMinute } }: GatewayConfig,
  redis: RedisConnection | null,
): Promise<CallerRate | null> {
  if (costPerMinute === null) return null;
  const { CallerRate } = await import('./limits/caller-rate.js');
  return new CallerRate({ pointsPerMinute: costPerMinute, redis });
}
