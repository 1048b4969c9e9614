import type { AccessSettings } from '../access/access-settings.js';
import { type CacheSettings, definitions, type ProviderConfigs, providerKeys } from '../datasources/providers.js';
import { loadTracing, type TraceSettings } from '../observability/tracing/trace-settings.js';
import { type LimitSettings, loadLimits } from './limit-settings.js';
import { loadAccess } from './load-access.js';
import { isLoopback, loadProvider } from './load-provider.js';
import { accountsOf, fingerprintOf, type ProviderAccount } from './provider-accounts.js';
import { type Environment, entriesOf, VariableReader } from './read-variable.js';
import { Secret } from './secret.js';
import { type ServerSetting, serverSettings } from './server-settings.js';
import { unknownVariables } from './unknown-variables.js';

export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly requestTimeoutMs: number;
  /** Between the end of readiness and the end of serving, in milliseconds. */
  readonly shutdownGraceMs: number;
  readonly scanLimit: number;
  /** Null allows localhost origins and Apollo Studio. */
  readonly corsOrigins: readonly string[] | null;
  /** Addresses and networks whose word on the caller's address is taken. */
  readonly trustedProxies: readonly string[];
  /** Null serves whoever reaches it, on loopback. */
  readonly access: AccessSettings | null;
  readonly limits: LimitSettings;
  /** Whether it is a subgraph behind a federation router. */
  readonly federation: boolean;
  /** Null keeps no traces. */
  readonly tracing: TraceSettings | null;
  /** Null makes one and keeps it in `dataDir`. */
  readonly idSecret: Secret | null;
  /** Null serves no webhooks. */
  readonly webhookSecret: Secret | null;
  readonly dataDir: string;
  /** Null keeps the stores in `dataDir`. */
  readonly redisUrl: Secret | null;
  /** Null does without the index. */
  readonly directory: DirectorySettings | null;
  /** How long a write's outcome is kept, in milliseconds. */
  readonly ledgerTtlMs: number;
  /** Whose outcomes and records are kept: one account for each provider that is set up. */
  readonly accounts: readonly ProviderAccount[];
  /** What the stores of these credentials and addresses were called before they belonged to accounts; shows nothing of them. */
  readonly credentialFingerprint: string;
  /** What answers of each provider are kept for a moment. */
  readonly cache: CacheSettings;
  /** Whether calls that keep failing are held back. */
  readonly holdsFailingCalls: boolean;
  /** Whether queries that are asked again are compiled. */
  readonly compilesQueries: boolean;
  /** From how many milliseconds on an operation is logged with what it asked. */
  readonly slowOperationMs: number;
  readonly logLevel: string;
  readonly mode: 'LIVE' | 'SANDBOX';
  readonly sandbox: { readonly seed: number; readonly orders: number };
  readonly providers: ProviderConfigs;
}

export interface DirectorySettings {
  /** Between two readings of what has changed, in milliseconds. */
  readonly intervalMs: number;
  /** Between two readings of everything where a provider cannot be asked for changes, in milliseconds. */
  readonly refreshMs: number;
}

/** All that is wrong with the environment, told at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(
      `The environment has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

/** Whoever spreads the traffic looks every second or so, and believes the second look. */
const defaultGraceMs = 3000;

/**
 * Reads the gateway's settings.
 *
 * @throws ConfigError with every problem, before anything listens.
 */
export function loadConfig(env: Environment): GatewayConfig {
  const reader = new VariableReader(env);
  const text = (name: ServerSetting) => reader.read(name, serverSettings[name]) ?? serverSettings[name].fallback;
  const scanLimit = Number(text('SCAN_LIMIT'));
  const providers = Object.fromEntries(
    providerKeys.map((key) => [key, loadProvider(definitions[key], reader, scanLimit)]),
  ) as ProviderConfigs;
  const host = text('HOST') ?? '';
  const secret = (name: ServerSetting) => {
    const value = text(name);
    return value === null ? null : new Secret(value);
  };
  const access = loadAccess(reader);
  const webhookSecret = secret('WEBHOOK_SECRET');
  // Without a directory there is nothing that a call could make fresh: none is served.
  const servesWebhooks = webhookSecret !== null && text('DIRECTORY') !== '0';
  const trustedProxies = entriesOf(text('TRUSTED_PROXIES'));
  // Nobody spreads traffic over it who would have to learn that it ends.
  const isAlone = isLoopback(host) && trustedProxies.length === 0;
  const config: GatewayConfig = {
    host,
    port: Number(text('PORT')),
    requestTimeoutMs: Number(text('REQUEST_TIMEOUT_MS')),
    shutdownGraceMs: Number(text('SHUTDOWN_GRACE_MS') ?? (isAlone ? 0 : defaultGraceMs)),
    scanLimit,
    corsOrigins: readOrigins(text('CORS_ORIGINS'), host),
    trustedProxies,
    access,
    limits: loadLimits(reader, access !== null),
    federation: text('FEDERATION') === '1',
    tracing: loadTracing(reader),
    idSecret: secret('ID_SECRET'),
    webhookSecret,
    dataDir: text('DATA_DIR') ?? '',
    redisUrl: secret('REDIS_URL'),
    directory: text('DIRECTORY') === '0' ? null : directoryOf(text),
    ledgerTtlMs: readDuration(text('LEDGER_TTL') ?? ''),
    accounts: accountsOf(providers),
    credentialFingerprint: fingerprintOf(providers),
    cache: {
      maxBytes: Number(text('CACHE_MB')) * 1024 * 1024,
      keepsRecords: text('CACHE_MB') !== '0' && (text('CACHE_RECORDS') ?? (servesWebhooks ? '1' : '0')) === '1',
    },
    holdsFailingCalls: text('CIRCUIT_BREAKER') !== '0',
    compilesQueries: text('GRAPHQL_JIT') === '1',
    slowOperationMs: Number(text('SLOW_OPERATION_MS')),
    logLevel: text('LOG_LEVEL') ?? 'info',
    mode: decideMode(text('SANDBOX'), host, { env, providers, reader }),
    sandbox: { seed: Number(text('SANDBOX_SEED')), orders: Number(text('SANDBOX_SIZE')) },
    providers,
  };
  checkTogether(config, reader);
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  return config;
}

function directoryOf(text: (name: ServerSetting) => string | null) {
  return {
    intervalMs: readDuration(text('DIRECTORY_INTERVAL') ?? ''),
    refreshMs: readDuration(text('DIRECTORY_REFRESH') ?? ''),
  };
}

/** Beyond this machine no page may call that was not named. */
function readOrigins(text: string | null, host: string): readonly string[] | null {
  if (text === null) return isLoopback(host) ? null : [];
  return entriesOf(text);
}

/** What no variable shows by itself. */
function checkTogether(config: GatewayConfig, reader: VariableReader): void {
  const { problems } = reader;
  if (config.ledgerTtlMs < config.requestTimeoutMs * 10) {
    problems.push(
      'LEDGER_TTL must be at least ten times REQUEST_TIMEOUT_MS, so that no write is forgotten while it runs',
    );
  }
  if (config.federation && config.limits.trustedDocuments !== null) {
    problems.push(
      'FEDERATION=1 and TRUSTED_DOCUMENTS exclude each other: a router writes documents of its own; give the manifest to the router',
    );
  }
  if (config.port > 65_535) problems.push('PORT must be at most 65535');
  if (!isLoopback(config.host) && config.access === null) {
    problems.push(
      `HOST ${config.host} is not a loopback address: set AUTH_JWKS_URL, AUTH_JWT_SECRET or API_KEYS first, or everybody who reaches it can do everything`,
    );
  }
  problems.push(...unknownVariables(reader));
}

function decideMode(
  sandbox: string | null,
  host: string,
  { env, providers, reader }: { env: Environment; providers: ProviderConfigs; reader: VariableReader },
): 'LIVE' | 'SANDBOX' {
  const configured = providerKeys.filter((key) => providers[key].isConfigured).map((key) => definitions[key].name);
  if (sandbox === '1') {
    if (configured.length > 0)
      reader.problems.push(`SANDBOX=1 and credentials of ${configured.join(', ')} exclude each other`);
    return 'SANDBOX';
  }
  if (configured.length > 0) return 'LIVE';
  const isByDefault = sandbox === null && isLoopback(host) && env['NODE_ENV'] !== 'production';
  if (!isByDefault)
    reader.problems.push('no provider has credentials; give some, or ask for the built-in imitations with SANDBOX=1');
  return 'SANDBOX';
}

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function readDuration(text: string): number {
  return Number.parseInt(text, 10) * (unitMs[text.at(-1) ?? ''] ?? 0);
}
