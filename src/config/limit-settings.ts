import type { VariableReader } from './read-variable.js';
import { type TrustedDocuments, trustedDocumentsIn } from './trusted-documents.js';

/** What one caller may ask at once, and how much of the schema errors tell. */
export interface LimitSettings {
  /** Of a request's body and of a message over a socket. */
  readonly maxBodyBytes: number;
  readonly maxTokens: number;
  readonly maxDepth: number;
  /** Fields and fragments, those of a fragment each time it is used. */
  readonly maxFields: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxRootFields: number;
  readonly maxMutations: number;
  /** References of one `_entities`; without federation there is none. */
  readonly maxEntities: number;
  /** In points, see `@cost`. */
  readonly maxCost: number;
  /** Points that a caller may use in a minute; null for no limit. */
  readonly costPerMinute: number | null;
  readonly maxOperationsPerCaller: number;
  readonly maxSubscriptionsPerCaller: number;
  /** Queries and mutations of all callers at once, at this process. */
  readonly maxOperations: number;
  /** How long work may wait for its turn before more is turned away, in milliseconds. */
  readonly maxLoopDelayMs: number;
  /** Whether callers may read the schema, be it by introspection or from what errors say. */
  readonly showsSchema: boolean;
  /** The documents that alone are executed; null for any. */
  readonly trustedDocuments: TrustedDocuments | null;
}

/** The points a minute of callers that have to show who they are, unless it is set. */
const defaultCostPerMinute = 120_000;

const count = { pattern: /^[1-9]\d{0,8}$/, words: 'a whole number from 1' };

/** The variables of the limits; read together by `loadLimits`. */
export const limitVariables = {
  MAX_BODY_BYTES: {
    meaning: 'The most bytes of a request, and of a message over a socket',
    fallback: '1048576',
    form: count,
  },
  MAX_TOKENS: { meaning: 'The most tokens of a document', fallback: '15000', form: count },
  MAX_DEPTH: { meaning: 'The most fields below one another, introspection left out', fallback: '15', form: count },
  MAX_FIELDS: {
    meaning: 'The most fields and fragments of an operation, those of a fragment counted each time it is used',
    fallback: '2000',
    form: count,
  },
  MAX_ALIASES: { meaning: 'The most aliases of an operation, counted like MAX_FIELDS', fallback: '200', form: count },
  MAX_DIRECTIVES: {
    meaning: 'The most directives of an operation, counted like MAX_FIELDS',
    fallback: '50',
    form: count,
  },
  MAX_ROOT_FIELDS: { meaning: 'The most fields at the top of a query', fallback: '100', form: count },
  MAX_MUTATIONS: { meaning: 'The most mutations of one request', fallback: '10', form: count },
  MAX_ENTITIES: {
    meaning: 'The most references of one `_entities`, which a router sends with FEDERATION=1',
    fallback: '1000',
    form: count,
  },
  MAX_COST: {
    meaning: 'The most points an operation may cost by the estimate made before it runs, see docs/limits.md',
    fallback: '10000',
    form: count,
  },
  RATE_COST_PER_MINUTE: {
    meaning: `The most points a caller may use in a minute; unset ${defaultCostPerMinute} with access control, and no limit without. 0 for no limit`,
    fallback: null,
    form: { pattern: /^\d{1,9}$/, words: 'a whole number' },
  },
  MAX_OPERATIONS_PER_CALLER: {
    meaning: 'The most operations of one caller at once, at one process',
    fallback: '200',
    form: count,
  },
  MAX_SUBSCRIPTIONS_PER_CALLER: {
    meaning: 'The most subscriptions of one caller at once, at one process',
    fallback: '200',
    form: count,
  },
  MAX_OPERATIONS: {
    meaning: 'The most queries and mutations at once, of all callers, at one process; more are turned away with 503',
    fallback: '1000',
    form: count,
  },
  MAX_EVENT_LOOP_DELAY_MS: {
    meaning:
      'How long work may wait for its turn in the process, in milliseconds, for about half a second, before more is turned away with 503',
    fallback: '500',
    form: count,
  },
  INTROSPECTION: {
    meaning:
      '1 lets callers read the schema; 0 refuses introspection and leaves what tells of the schema out of errors. Unset 1, and 0 with NODE_ENV=production',
    fallback: null,
    form: { pattern: /^[01]$/, words: '1 or 0' },
  },
  TRUSTED_DOCUMENTS: {
    meaning:
      'A manifest such as client/persisted-documents.json: its documents are executed and no others; unset executes any',
    fallback: null,
    form: { pattern: /^.+$/s, words: 'a text' },
  },
} as const;

type LimitVariable = keyof typeof limitVariables;

/** The limits. Adds what is wrong to the reader's problems. */
export function loadLimits(reader: VariableReader, hasAccessControl: boolean): LimitSettings {
  const text = (name: LimitVariable) => reader.read(name, limitVariables[name]) ?? limitVariables[name].fallback;
  const number = (name: LimitVariable) => Number(text(name));
  const rate = text('RATE_COST_PER_MINUTE');
  const defaultRate = hasAccessControl ? Math.max(defaultCostPerMinute, number('MAX_COST')) : null;
  const introspection = text('INTROSPECTION');
  const manifest = text('TRUSTED_DOCUMENTS');
  const settings: LimitSettings = {
    maxBodyBytes: number('MAX_BODY_BYTES'),
    maxTokens: number('MAX_TOKENS'),
    maxDepth: number('MAX_DEPTH'),
    maxFields: number('MAX_FIELDS'),
    maxAliases: number('MAX_ALIASES'),
    maxDirectives: number('MAX_DIRECTIVES'),
    maxRootFields: number('MAX_ROOT_FIELDS'),
    maxMutations: number('MAX_MUTATIONS'),
    maxEntities: number('MAX_ENTITIES'),
    maxCost: number('MAX_COST'),
    costPerMinute: rate === null ? defaultRate : Number(rate) || null,
    maxOperationsPerCaller: number('MAX_OPERATIONS_PER_CALLER'),
    maxSubscriptionsPerCaller: number('MAX_SUBSCRIPTIONS_PER_CALLER'),
    maxOperations: number('MAX_OPERATIONS'),
    maxLoopDelayMs: number('MAX_EVENT_LOOP_DELAY_MS'),
    showsSchema: introspection === null ? reader.env['NODE_ENV'] !== 'production' : introspection === '1',
    trustedDocuments: manifest === null ? null : trustedDocumentsIn(manifest, reader),
  };
  if (settings.costPerMinute !== null && settings.costPerMinute < settings.maxCost) {
    reader.problems.push(
      'RATE_COST_PER_MINUTE must be at least MAX_COST, or an operation of that cost could never be executed',
    );
  }
  return settings;
}
