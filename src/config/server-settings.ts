import { traceVariables } from '../observability/tracing/trace-settings.js';
import { accessVariables } from './access-variables.js';
import { limitVariables } from './limit-settings.js';
import { isRedisUrl } from './redis-url.js';

/** One of the gateway's own variables. */
interface SettingSpec {
  readonly meaning: string;
  readonly fallback: string | null;
  /** A secret may also come from a file named by `…_FILE` and is never printed. */
  readonly isSecret?: boolean;
  readonly form: { readonly pattern: Pick<RegExp, 'test'>; readonly words: string };
}

const wholeNumber = (words: string) => ({ pattern: /^\d{1,7}$/, words });
const yesOrNo = { pattern: /^[01]$/, words: '1 or 0' };
const anyText = { pattern: /^.+$/s, words: 'a text' };
const lengthOfTime = { pattern: /^[1-9]\d{0,5}[smhd]$/, words: 'a length of time such as 7d, 12h or 30m' };
const atLeast16 = { pattern: /^.{16,}$/s, words: 'at least 16 characters' };

/** The gateway's own variables; those of the providers stand with the providers. */
export const serverSettings = {
  HOST: { meaning: 'Address to listen on', fallback: '127.0.0.1', form: anyText },
  PORT: { meaning: 'Port to listen on; 0 picks a free one', fallback: '4000', form: wholeNumber('a port number') },
  REQUEST_TIMEOUT_MS: {
    meaning: 'Deadline of one operation in milliseconds, shared by all its upstream calls',
    fallback: '15000',
    form: { pattern: /^[1-9]\d{1,6}$/, words: 'milliseconds, at least 10' },
  },
  SHUTDOWN_GRACE_MS: {
    meaning:
      'How long the gateway goes on serving after it was asked to end and /readyz says 503, in milliseconds; unset 3000 beyond loopback or behind TRUSTED_PROXIES, 0 else',
    fallback: null,
    form: { pattern: /^\d{1,6}$/, words: 'milliseconds' },
  },
  DIRECTORY: {
    meaning:
      '1 keeps an index of orders, customers and parcels, filled from the providers in the background; 0 does without',
    fallback: '1',
    form: yesOrNo,
  },
  DIRECTORY_INTERVAL: {
    meaning: 'Time between two readings of what has changed: a number with s, m, h or d',
    fallback: '30s',
    form: lengthOfTime,
  },
  DIRECTORY_REFRESH: {
    meaning:
      'Time between two readings of everything where a provider cannot be asked for changes: a number with s, m, h or d',
    fallback: '1h',
    form: lengthOfTime,
  },
  SCAN_LIMIT: {
    meaning: 'The most rows a search without an index reads at one provider',
    fallback: '200',
    form: { pattern: /^[1-9]\d{0,4}$/, words: 'a number from 1 to 99999' },
  },
  CORS_ORIGINS: {
    meaning: 'Origins that browsers may call from, comma-separated; unset allows localhost and Apollo Studio',
    fallback: null,
    form: {
      pattern: /^https?:\/\/[^\s,]+(\s*,\s*https?:\/\/[^\s,]+)*$/,
      words: 'origins such as https://shop.example.com',
    },
  },
  TRUSTED_PROXIES: {
    meaning:
      'Proxies in front of the gateway whose `X-Forwarded-For` is believed, comma-separated addresses or networks; unset believes none',
    fallback: null,
    form: {
      pattern: /^[0-9a-fA-F.:]+(\/\d{1,3})?(\s*,\s*[0-9a-fA-F.:]+(\/\d{1,3})?)*$/,
      words: 'addresses or networks such as 10.0.0.7,192.168.0.0/16',
    },
  },
  ID_SECRET: {
    meaning: 'Key of the opaque customer ids; unset makes one and keeps it in DATA_DIR. At least 16 characters',
    fallback: null,
    isSecret: true,
    form: atLeast16,
  },
  WEBHOOK_SECRET: {
    meaning:
      'Last part of the addresses that providers call, /webhooks/{provider}/{secret}; unset they are not found. At least 16 characters',
    fallback: null,
    isSecret: true,
    form: atLeast16,
  },
  ...accessVariables,
  ...limitVariables,
  CACHE_MB: {
    meaning:
      'Memory for answers of each provider that are kept for a moment, in megabytes; 0 keeps none, and every operation reads anew',
    fallback: '16',
    form: { pattern: /^\d{1,4}$/, words: 'a number of megabytes, or 0' },
  },
  CACHE_RECORDS: {
    meaning:
      '1 keeps orders, parcels, customers, subscriptions and products for a few seconds, 0 does not; unset they are kept where webhooks are served, since providers then say what has changed',
    fallback: null,
    form: yesOrNo,
  },
  CIRCUIT_BREAKER: {
    meaning:
      '1 holds calls back that keep failing, but for one now and then that tries, until they are answered again; 0 sends each call',
    fallback: '1',
    form: yesOrNo,
  },
  GRAPHQL_JIT: {
    meaning: '1 compiles queries that are asked again into functions; 0 has graphql-js execute everything',
    fallback: '1',
    form: yesOrNo,
  },
  FEDERATION: {
    meaning:
      '1 makes the gateway a subgraph of a federation: `_entities` and `_service` for a router; 0 leaves both out of the schema',
    fallback: '0',
    form: yesOrNo,
  },
  ...traceVariables,
  SLOW_OPERATION_MS: {
    meaning:
      'From how many milliseconds on the log line of an operation is a warning and says what was asked of each provider; 0 for all operations',
    fallback: '2000',
    form: { pattern: /^\d{1,7}$/, words: 'milliseconds' },
  },
  DATA_DIR: { meaning: 'Folder for what the gateway keeps', fallback: '.data', form: anyText },
  REDIS_URL: {
    meaning:
      'Redis (6.2 or newer) that keeps what several machines share, instead of DATA_DIR: redis://… or rediss://…, with user and password if it has any. It needs appendonly yes and maxmemory-policy noeviction',
    fallback: null,
    isSecret: true,
    form: {
      pattern: { test: isRedisUrl },
      words: 'an address such as redis://127.0.0.1:6379 or rediss://user:password@redis.example.com:6380/0',
    },
  },
  LEDGER_TTL: {
    meaning: 'How long the outcome of a write with an idempotency key is kept: a number with s, m, h or d',
    fallback: '7d',
    form: lengthOfTime,
  },
  LOG_LEVEL: {
    meaning: 'How much is logged',
    fallback: 'info',
    form: { pattern: /^(trace|debug|info|warn|error|fatal|silent)$/, words: 'a level of pino, such as info' },
  },
  SANDBOX: {
    meaning: '1 runs on the built-in imitations of the providers; the default on loopback without credentials',
    fallback: null,
    form: yesOrNo,
  },
  SANDBOX_SEED: { meaning: 'Seed of the sandbox data', fallback: '1', form: wholeNumber('a whole number') },
  SANDBOX_SIZE: { meaning: 'Number of orders in the sandbox', fallback: '990', form: wholeNumber('a whole number') },
} as const satisfies Record<string, SettingSpec>;

export type ServerSetting = keyof typeof serverSettings;
