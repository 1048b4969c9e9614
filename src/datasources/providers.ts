import type { Logger } from 'pino';
import type { ConfigurableProvider } from '../config/load-provider.js';
import type { Secret } from '../config/secret.js';
import type { ProviderName } from '../domain/provider.js';
import type { Reading } from '../domain/reading.js';
import { UpstreamError } from '../errors/upstream-error.js';
import type { CallObserver } from '../http/call-observer.js';
import { Circuits, type HeldCalls } from '../http/circuit/circuits.js';
import { KeptAnswers } from '../http/kept-answers.js';
import { ProviderHealth, type ProviderStatus } from '../http/provider-health.js';
import type { SharedRates } from '../http/shared-rate/shared-rates.js';
import { SharedReads } from '../http/shared-reads.js';
import { HttpUpstreamClient } from '../http/upstream-client.js';
import type { OperationScope, ProviderClient } from '../http/upstream-request.js';
import { unreadValues } from '../observability/unread-values.js';
import { Abilities } from './_shared/abilities.js';
import type { ProviderConfig, SourceParts } from './_shared/define-provider.js';
import { type Forgettable, forgettable } from './_shared/forgettable.js';
import type { IndexFeed } from './_shared/index-feed.js';
import type { ProbeFindings } from './_shared/probe.js';
import * as registry from './registry.js';

export type ProviderKey = keyof typeof registry;
type Definition<Key extends ProviderKey> = (typeof registry)[Key];

/** What resolvers read from: one source per registered provider, made for one operation. */
export type Datasources = { readonly [Key in ProviderKey]: ReturnType<Definition<Key>['createSource']> };
export type ProviderConfigs = { readonly [Key in ProviderKey]: ProviderConfig };

/** The registered definitions by key. */
export const definitions: { readonly [Key in ProviderKey]: Definition<Key> } = registry;
export const providerKeys = Object.keys(registry).sort() as readonly ProviderKey[];

/** The data sources of one operation. */
export interface OperationSources extends Forgettable {
  readonly datasources: Datasources;
}

/** What one provider offers to the directory. */
export interface ProviderFeeds {
  readonly provider: ProviderName;
  readonly feeds: readonly IndexFeed[];
}

/** How one provider stands in this process. */
export interface ProviderStanding {
  readonly isConfigured: boolean;
  readonly status: ProviderStatus;
  /** Calls that are held back because they kept failing. */
  readonly held: readonly HeldCalls[];
}

interface Connected {
  readonly client: ProviderClient;
  readonly reading: Reading;
  readonly health: ProviderHealth;
  readonly circuits: Circuits;
  readonly abilities: Abilities;
  /** Has what was read so far shown to nobody any more. */
  readonly forgetAnswers: () => void;
  readonly close: () => Promise<void>;
}

export interface CacheSettings {
  /** Of memory, about; 0 keeps nothing. */
  readonly maxBytes: number;
  /** Whether orders, parcels, customers and the like are kept, beside what an account is set up with. */
  readonly keepsRecords: boolean;
}

/** What all providers of the process have in common. */
export interface ProviderSettings {
  readonly log: Logger;
  /** What answers of each provider are kept for a moment. */
  readonly cache: CacheSettings;
  /** Whether calls that keep failing are held back. @default false */
  readonly holdsFailingCalls?: boolean;
  /** Called at the end of each write at a provider, whatever came of it. */
  readonly onWrite?: (provider: ProviderName) => void;
  /** Who is told of what is asked of a provider. */
  readonly observerOf?: (provider: ProviderName) => CallObserver;
  /** Makes the rates of the providers those of several processes together. @default this process has its own */
  readonly rates?: Pick<SharedRates, 'rateOf'> | null;
}

/** Of the time an operation has left, what one read may use: whatever depends on its failure needs some too. */
const defaultShare = 0.6;

/** Answers larger than this are not read to the end. */
const maxBodyBytes = 10 * 1024 * 1024;

/** The providers as this process is connected to them: pools, budgets and health, shared by all operations. */
export class Providers {
  readonly #configs: ProviderConfigs;
  readonly #connected: { readonly [Key in ProviderKey]: Connected };

  constructor(configs: ProviderConfigs, settings: ProviderSettings) {
    this.#configs = configs;
    this.#connected = mapKeys((key) => connect(definitions[key], configs[key], settings));
  }

  /**
   * Fresh data sources for one operation; their loaders remember what it has read and nobody else's. Each is made when it is first
   * asked for: most operations need one or two.
   */
  sourcesFor(scope: OperationScope): OperationSources {
    const made: unknown[] = [];
    const make = (key: ProviderKey) => {
      const source = this.#sourceOf(key, scope);
      made.push(source);
      return source;
    };
    // They are told to forget and stay, with the tokens they have logged in for.
    const forget = () => {
      for (const source of made) if (isForgettable(source)) source.forget();
    };
    return { datasources: sourcesOn({ make }) as Record<ProviderKey, unknown> as Datasources, forget };
  }

  /** What the providers that are set up offer to the directory. */
  feedsFor(scope: OperationScope): readonly ProviderFeeds[] {
    const configured = providerKeys.filter((key) => this.#configs[key].isConfigured);
    // A source is made when its feeds are asked for: one thing is read anew at one provider.
    return configured.map((key) => {
      const sourceOf = () => this.#sourceOf(key, scope) as Datasources[ProviderKey];
      return {
        provider: definitions[key].name,
        get feeds() {
          return sourceOf().feeds;
        },
      };
    });
  }

  /** Whether a provider is set up, and how it has answered lately. */
  stateOf(name: ProviderName): ProviderStanding {
    const key = providerKeys.find((candidate) => definitions[candidate].name === name);
    if (key === undefined) return { isConfigured: false, status: 'UNKNOWN', held: [] };
    const { health, circuits } = this.#connected[key];
    return { isConfigured: this.#configs[key].isConfigured, status: health.status, held: circuits.held };
  }

  /** Has what was read of a provider so far shown to nobody any more; of all of them without one. */
  forgetAnswers(name?: ProviderName): void {
    for (const key of providerKeys) {
      if (name === undefined || definitions[key].name === name) this.#connected[key].forgetAnswers();
    }
  }

  /** Asks one provider a cheap question. @throws UpstreamError as its data source does */
  async probe(key: ProviderKey, scope: OperationScope): Promise<ProbeFindings> {
    const probe = definitions[key].probe as (parts: SourceParts) => unknown;
    return probe(this.#partsOf(key, scope)) as Promise<ProbeFindings>;
  }

  async close(): Promise<void> {
    await Promise.all(providerKeys.map((key) => this.#connected[key].close()));
  }

  #sourceOf(key: ProviderKey, scope: OperationScope): unknown {
    // Each definition was typed by its own credentials and options; the configs were read by the same definitions.
    const createSource = definitions[key].createSource as (parts: SourceParts) => unknown;
    return createSource(this.#partsOf(key, scope));
  }

  #partsOf(key: ProviderKey, scope: OperationScope): SourceParts {
    const { client, reading, abilities } = this.#connected[key];
    return { config: this.#configs[key], client, scope, reading, abilities };
  }
}

function connect(definition: ConfigurableProvider, config: ProviderConfig, settings: ProviderSettings): Connected {
  const { log, cache, onWrite, observerOf, rates } = settings;
  const provider = definition.name;
  const health = new ProviderHealth();
  const observer = config.isConfigured ? observerOf?.(provider) : undefined;
  const isOn = settings.holdsFailingCalls === true;
  const circuits = new Circuits(provider, { timeoutMs: config.timeoutMs, isOn, observer });
  const abilities = new Abilities();
  const reading: Reading = { timeZone: config.timeZone, currency: config.currency, warn: unreadValues(log, provider) };
  if (!config.isConfigured)
    return {
      client: unconfigured(provider),
      reading,
      health,
      circuits,
      abilities,
      forgetAnswers: () => {},
      close: async () => {},
    };
  const client = new HttpUpstreamClient({
    ...config,
    provider,
    maxBodyBytes,
    secrets: secretsOf(definition, config),
    health,
    circuits,
    largestShare: config.isTimeoutChosen ? 1 : defaultShare,
    ...(observer && { observer }),
    ...(rates && { shareRate: (limit, whenMore) => rates.rateOf(provider, limit, whenMore) }),
  });
  const reads = new SharedReads(provider, client, {
    kept: cache.maxBytes === 0 ? null : new KeptAnswers(cache),
    onWrite: () => onWrite?.(provider),
    observer,
  });
  return {
    client: reads,
    reading,
    health,
    circuits,
    abilities,
    forgetAnswers: () => reads.forget(),
    close: () => client.close(),
  };
}

/** The credentials of a provider that are secrets, with options that are. */
function secretsOf(definition: ConfigurableProvider, { credentials, secrets }: ProviderConfig): readonly Secret[] {
  const own = Object.entries(definition.credentials).flatMap(([name, { isSecret }]) =>
    isSecret === true ? (credentials[name] ?? []) : [],
  );
  return [...own, ...Object.values(secrets).flatMap((secret) => secret ?? [])];
}

function unconfigured(provider: ProviderName): ProviderClient {
  const refuse = () => Promise.reject(new UpstreamError('PROVIDER_NOT_CONFIGURED', provider));
  return { send: refuse, read: refuse };
}

function mapKeys<Value>(valueOf: (key: ProviderKey) => Value): Record<ProviderKey, Value> {
  return Object.fromEntries(providerKeys.map((key) => [key, valueOf(key)])) as Record<ProviderKey, Value>;
}

interface Ground {
  readonly make: (key: ProviderKey) => unknown;
}

const sourcesOn = forgettable<Ground, Record<ProviderKey, unknown>>(mapKeys((key) => (ground) => ground.make(key)));

function isForgettable(source: unknown): source is Forgettable {
  return typeof source === 'object' && source !== null && 'forget' in source;
}
