import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Caller } from '../../access/caller.js';
import type { LimitSettings } from '../../config/limit-settings.js';
import type { CallerRate } from '../../limits/caller-rate.js';
import { CallerSlots } from '../../limits/caller-slots.js';
import { readCosts } from './cost-model.js';
import { excessesOf } from './document-limits.js';
import { CostEstimator, type OperationCost } from './estimate-cost.js';
import { LimitError } from './limit-error.js';

interface LimitsOptions {
  readonly settings: LimitSettings;
  readonly schema: GraphQLSchema;
  /** Null counts no points. */
  readonly rate: CallerRate | null;
  /** What looking for rows one by one costs, once in an operation. */
  readonly scanCalls: number;
}

/** An operation that is about to be executed. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An operation that may be executed. */
export interface Admission {
  readonly cost: OperationCost;
  /** Gives the caller's place back. */
  readonly leave: () => void;
}

/** The most characters of variables that are remembered with a document: who sends more has their cost estimated each time. */
const mostRemembered = 2000;

/** Says which operations may be executed, before anything is sent for them. */
export class Limits {
  readonly settings: LimitSettings;
  readonly #schema: GraphQLSchema;
  readonly #rate: CallerRate | null;
  readonly #estimator: CostEstimator;
  readonly #operations: CallerSlots;
  readonly #subscriptions: CallerSlots;
  /** Of each operation the cost that was estimated last: most are asked again with the variables they had. */
  readonly #estimated = new WeakMap<
    OperationDefinitionNode,
    { readonly asked: string; readonly cost: OperationCost }
  >();

  constructor({ settings, schema, rate, scanCalls }: LimitsOptions) {
    this.settings = settings;
    this.#schema = schema;
    this.#rate = rate;
    this.#estimator = new CostEstimator({ schema, model: readCosts(schema), scanCalls });
    this.#operations = new CallerSlots(settings.maxOperationsPerCaller);
    this.#subscriptions = new CallerSlots(settings.maxSubscriptionsPerCaller);
  }

  /** Why a document is not executed, whoever sends it; empty when nothing speaks against it. */
  refusalsOf(text: string, document: DocumentNode): readonly GraphQLError[] {
    const trusted = this.settings.trustedDocuments;
    if (trusted !== null && !trusted.texts.has(text)) {
      return [new LimitError('FORBIDDEN', 'This gateway executes stored documents only (TRUSTED_DOCUMENTS).')];
    }
    return excessesOf(document, this.settings);
  }

  /**
   * Lets a valid operation in, on the account of its caller. Null when its variables do not fit: the engine refuses it then.
   *
   * @throws LimitError
   */
  async admit(asked: AskedOperation, caller: Caller): Promise<Admission | null> {
    const cost = this.#costOf(asked);
    if (cost === null) return null;
    const { maxCost } = this.settings;
    if (cost.points > maxCost) throw tooCostly(cost, maxCost, asked.operation);
    const leave = this.#takePlace(asked.operation, caller);
    try {
      await this.#use(cost.points, caller);
      return { cost, leave };
    } catch (error) {
      leave();
      throw error;
    }
  }

  #costOf({ document, operation, variables }: AskedOperation): OperationCost | null {
    const asked = textOf(variables);
    const known = this.#estimated.get(operation);
    if (asked !== null && known?.asked === asked) return known.cost;
    const { coerced } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: 1,
    });
    if (coerced === undefined) return null;
    const cost = this.#estimator.estimate({ document, operation, variables: coerced });
    if (asked !== null && asked.length <= mostRemembered) this.#estimated.set(operation, { asked, cost });
    return cost;
  }

  #takePlace(operation: OperationDefinitionNode, { id }: Caller): () => void {
    const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
    const leave = (isSubscription ? this.#subscriptions : this.#operations).take(id);
    if (leave !== null) return leave;
    const { maxOperationsPerCaller, maxSubscriptionsPerCaller } = this.settings;
    const message = isSubscription
      ? `You have ${maxSubscriptionsPerCaller} subscriptions open, which is all that is allowed at once (MAX_SUBSCRIPTIONS_PER_CALLER).`
      : `You have ${maxOperationsPerCaller} operations under way, which is all that is allowed at once (MAX_OPERATIONS_PER_CALLER).`;
    throw new LimitError('RATE_LIMITED', message, { nodes: [operation] });
  }

  async #use(points: number, { id }: Caller): Promise<void> {
    const retryAfterMs = (await this.#rate?.use(id, points)) ?? null;
    if (retryAfterMs === null) return;
    throw new LimitError(
      'RATE_LIMITED',
      `This operation costs ${points} points, and fewer are left of the ${this.settings.costPerMinute} you may use in a minute (RATE_COST_PER_MINUTE).`,
      { retryAfterMs },
    );
  }
}

/** Null for what is nested too deep to be written. */
function textOf(variables: Readonly<Record<string, unknown>>): string | null {
  try {
    return JSON.stringify(variables);
  } catch {
    return null;
  }
}

function tooCostly(
  { calls, objects, points }: OperationCost,
  maxCost: number,
  operation: OperationDefinitionNode,
): LimitError {
  return new LimitError(
    'COST_LIMIT_EXCEEDED',
    `This operation may cost ${points} points, for ${calls} calls and ${objects} objects; at most ${maxCost} are allowed (MAX_COST). Ask for fewer rows or fields.`,
    { nodes: [operation] },
  );
}
