import type { Secret } from '../../config/secret.js';
import type { ProviderName } from '../../domain/provider.js';
import type { Reading } from '../../domain/reading.js';
import type { OperationScope, ProviderClient } from '../../http/upstream-request.js';
import type { Abilities } from './abilities.js';
import type { ProbeFindings } from './probe.js';

/** One variable of a provider, named without the provider's prefix: `API_KEY` stands for `QAPLA_API_KEY`. */
export interface VariableSpec {
  /** For .env.example and messages: what it is. */
  readonly meaning: string;
  /** A secret may also come from a file named by `…_FILE` and is never printed. */
  readonly isSecret?: boolean;
  /** What a value must look like, and the words for it. */
  readonly form?: { readonly pattern: RegExp; readonly words: string };
  /** @default none: the variable is unset */
  readonly fallback?: string;
}

/** Settings of one provider after the environment was read. */
export interface ProviderConfig<Credential extends string = string, Option extends string = string> {
  readonly isConfigured: boolean;
  readonly baseUrl: URL;
  readonly timeoutMs: number;
  /** Whether the operator chose the time-out: then one call may use all the time that is left. */
  readonly isTimeoutChosen: boolean;
  readonly maxConcurrency: number;
  readonly ratePerSecond: number | null;
  readonly burst: number;
  readonly timeZone: string;
  readonly currency: string | null;
  /** Empty texts when the provider is not configured. */
  readonly credentials: Readonly<Record<Credential, Secret>>;
  /** Null where unset, and for an option that is a secret: those are among `secrets`. */
  readonly options: Readonly<Record<Option, string | null>>;
  /** The options that are secrets; null where unset. */
  readonly secrets: Readonly<Partial<Record<Option, Secret | null>>>;
  /** The most rows a search without an index may read. */
  readonly scanLimit: number;
}

/** What a data source is built from, once per GraphQL operation. */
export interface SourceParts<Credential extends string = string, Option extends string = string> {
  readonly config: ProviderConfig<Credential, Option>;
  readonly client: ProviderClient;
  readonly scope: OperationScope;
  readonly reading: Reading;
  /** Of the process: what one operation finds missing the next does not ask for. */
  readonly abilities: Abilities;
}

/** All the house needs to know of a provider. */
export interface ProviderDefinition<Source, Credential extends string = string, Option extends string = string> {
  readonly name: ProviderName;
  /** As people write it, for messages: `Qapla'`. */
  readonly title: string;
  readonly defaults: {
    /** `{username}` and the like stand for credentials of that name. */
    readonly baseUrl: string;
    /** Of one try, in milliseconds. */
    readonly timeoutMs: number;
    readonly maxConcurrency: number;
    readonly ratePerSecond: number | null;
    readonly burst: number;
    readonly timeZone: string;
  };
  /** Needed together: some without the others is a start error. Keys are variable names without prefix. */
  readonly credentials: Readonly<Record<Credential, VariableSpec>>;
  /**
   * Which of the credentials say whose account it is and stay when its secrets are changed: what was written belongs to them. A provider
   * without such a one is told apart by its key, and needs the option `ACCOUNT`, see `account-option.ts`.
   */
  readonly account: readonly NoInfer<Credential>[];
  /** May be left out. The value of one that is a secret is given as a `Secret`. */
  readonly options: Readonly<Record<Option, VariableSpec>>;
  readonly createSource: (parts: SourceParts<Credential, Option>) => Source;
  /** Asks one cheap question, for `npm run doctor`. */
  readonly probe: (parts: SourceParts<Credential, Option>) => Promise<ProbeFindings>;
}

/** Types a provider definition by what it is built from. */
export function defineProvider<Source, Credential extends string, Option extends string>(
  definition: ProviderDefinition<Source, Credential, Option>,
): ProviderDefinition<Source, Credential, Option> {
  return definition;
}
