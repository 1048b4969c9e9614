import { pino } from 'pino';
import { Secret } from '../../src/config/secret.js';
import { Abilities } from '../../src/datasources/_shared/abilities.js';
import type { ProviderDefinition, SourceParts } from '../../src/datasources/_shared/define-provider.js';
import { ProviderHealth } from '../../src/http/provider-health.js';
import { SharedReads } from '../../src/http/shared-reads.js';
import { HttpUpstreamClient } from '../../src/http/upstream-client.js';
import { type FakeReply, type FakeUpstream, type ReceivedRequest, startFakeUpstream } from './fake-upstream.js';

/** Settings of a provider under test; what is left out follows the provider's definition. */
export interface ProviderSettings<Credential extends string, Option extends string> {
  readonly credentials: Readonly<Record<Credential, string>>;
  readonly options?: Partial<Record<Option, string>>;
  readonly timeZone?: string;
  readonly currency?: string;
  /** @default 200 */
  readonly scanLimit?: number;
  /** Milliseconds of the operation. @default 10000 */
  readonly deadlineMs?: number;
}

export interface ConnectedParts<Credential extends string, Option extends string> extends AsyncDisposable {
  readonly parts: SourceParts<Credential, Option>;
  /** Fields that could not be read, in the order they were counted. */
  readonly warnings: string[];
  /** Everything that was logged, one line each. */
  readonly logLines: string[];
}

/** The parts of a data source over a real connection to a base URL. */
export function connectParts<Source, Credential extends string, Option extends string>(
  definition: ProviderDefinition<Source, Credential, Option>,
  baseUrl: string,
  settings: ProviderSettings<Credential, Option>,
): ConnectedParts<Credential, Option> {
  const { defaults, name } = definition;
  const currency = settings.currency ?? null;
  const timeZone = settings.timeZone ?? defaults.timeZone;
  const limits = {
    timeoutMs: defaults.timeoutMs,
    isTimeoutChosen: false,
    largestShare: 1,
    maxConcurrency: defaults.maxConcurrency,
    ratePerSecond: defaults.ratePerSecond,
    burst: defaults.burst,
  };
  const url = new URL(baseUrl);
  const health = new ProviderHealth();
  const wire = new HttpUpstreamClient({
    provider: name,
    baseUrl: url,
    ...limits,
    maxBodyBytes: 10_000_000,
    secrets: [],
    health,
  });
  const client = new SharedReads(name, wire, { kept: null });
  const warnings: string[] = [];
  const logLines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logLines.push(line) });
  const controller = new AbortController();
  const deadlineMs = settings.deadlineMs ?? 10_000;
  const timer = setTimeout(() => controller.abort(), deadlineMs);
  return {
    parts: {
      config: {
        isConfigured: true,
        baseUrl: url,
        ...limits,
        timeZone,
        currency,
        credentials: mapValues(definition.credentials, (key) => new Secret(settings.credentials[key])),
        options: mapValues(definition.options, (key) =>
          definition.options[key].isSecret ? null : (settings.options?.[key] ?? null),
        ),
        secrets: mapValues(definition.options, (key) => {
          const value = definition.options[key].isSecret ? settings.options?.[key] : undefined;
          return value === undefined ? null : new Secret(value);
        }),
        scanLimit: settings.scanLimit ?? 200,
      },
      client,
      scope: { requestId: 'test-request', signal: controller.signal, deadlineAt: Date.now() + deadlineMs, log },
      abilities: new Abilities(),
      reading: { timeZone, currency, warn: (field) => void warnings.push(field) },
    },
    warnings,
    logLines,
    [Symbol.asyncDispose]: async () => {
      clearTimeout(timer);
      await wire.close();
    },
  };
}

export interface StartedSource<Source> extends AsyncDisposable {
  readonly source: Source;
  /** What the next operation of the same process reads with. */
  readonly sourceOfNextOperation: () => Source;
  readonly upstream: FakeUpstream;
  readonly requests: ReceivedRequest[];
  readonly warnings: string[];
  readonly logLines: string[];
}

/** A provider's real data source, for one operation, over a fake of the provider that answers as told. */
export async function startSource<Source, Credential extends string, Option extends string>(
  definition: ProviderDefinition<Source, Credential, Option>,
  settings: ProviderSettings<Credential, Option>,
  respond: (request: ReceivedRequest) => FakeReply | Promise<FakeReply>,
): Promise<StartedSource<Source>> {
  const upstream = await startFakeUpstream(respond);
  const connected = connectParts(definition, upstream.url, settings);
  return {
    source: definition.createSource(connected.parts),
    sourceOfNextOperation: () => definition.createSource(connected.parts),
    upstream,
    requests: upstream.requests,
    warnings: connected.warnings,
    logLines: connected.logLines,
    [Symbol.asyncDispose]: async () => {
      await connected[Symbol.asyncDispose]();
      await upstream.close();
    },
  };
}

function mapValues<Key extends string, Value>(
  named: Readonly<Record<Key, unknown>>,
  valueOf: (key: Key) => Value,
): Record<Key, Value> {
  const keys = Object.keys(named) as Key[];
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
