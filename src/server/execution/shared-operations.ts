import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import type { Caller } from '../../access/caller.js';
import type { GatewayContext } from '../../context/gateway-context.js';
import type { PartialFailures } from '../../context/partial-failures.js';
import type { CallTally } from '../../http/call-tally.js';
import { mayJoin } from '../../http/joining.js';
import type { ExecutionTurns } from '../overload/execution-turns.js';

/** How old an execution under way may be for another caller to take its answer: what that shows may be as old. */
const youngMs = 250;

/** What an execution came to, before it is formatted for a caller. */
export interface ExecutedOperation {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly GraphQLError[];
  readonly failures: PartialFailures['entries'];
  /** What was asked for it. */
  readonly calls: CallTally;
}

interface AskedQuery {
  readonly operation: OperationDefinitionNode;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

interface Flight {
  /** In milliseconds since 1970; still to come, infinitely late, while it waits for its turn. */
  startedAtMs: number;
  readonly context: GatewayContext;
  /** Null when the caller for whom it was executed left before its end, or it broke: then it is nobody else's. */
  readonly result: Promise<ExecutedOperation | null>;
  /** Whether it has ended, and is shown for a moment longer. */
  isKept: boolean;
}

interface SharedOperationsOptions {
  /** Whether a result without a failure is shown until the query is so old that nobody would have joined it. */
  readonly keepsResults: boolean;
  /** When it is whose turn. */
  readonly turns: ExecutionTurns;
}

/**
 * Equal queries under way of callers who may see the same are executed once: of a page that fifty people open in the same moment, each
 * gets the answer of the one execution.
 */
export class SharedOperations {
  readonly #keepsResults: boolean;
  readonly #turns: ExecutionTurns;
  #flights = new WeakMap<OperationDefinitionNode, Map<string, Flight>>();

  constructor({ keepsResults, turns }: SharedOperationsOptions) {
    this.#keepsResults = keepsResults;
    this.#turns = turns;
  }

  /** The result of a query: of one that is executed for it, or of an equal one that began a moment ago. */
  async run(asked: AskedQuery, execute: () => Promise<ExecutedOperation>): Promise<ExecutedOperation> {
    const { operation, variables, context } = asked;
    if (context.isFresh()) return execute();
    const key = `${audienceOf(context.caller)} ${JSON.stringify(variables)}`;
    for (;;) {
      const flights = this.#flightsOf(operation);
      const flight = flights.get(key);
      if (flight === undefined || !isTakenBy(context, flight)) return this.#start({ flights, key }, context, execute);
      const result = await flight.result;
      if (result !== null) return result;
    }
  }

  /** From now on nobody is given the result of a query that began before. */
  forget(): void {
    this.#flights = new WeakMap();
  }

  async #start(
    { flights, key }: { readonly flights: Map<string, Flight>; readonly key: string },
    context: GatewayContext,
    execute: () => Promise<ExecutedOperation>,
  ): Promise<ExecutedOperation> {
    const executed = this.#turns.take(async () => {
      await atTheDoor();
      flight.startedAtMs = Date.now();
      return execute();
    });
    const result = executed.then(
      (outcome) => (context.signal.aborted ? null : outcome),
      () => null,
    );
    const flight: Flight = { startedAtMs: Number.POSITIVE_INFINITY, context, result, isKept: false };
    const remove = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flights.set(key, flight);
    try {
      flight.isKept = this.#keepsResults && (await result.then(isFlawless));
      return await executed;
    } finally {
      const leftMs = flight.startedAtMs + youngMs - Date.now();
      if (flight.isKept && leftMs > 0) setTimeout(remove, leftMs).unref();
      else remove();
    }
  }

  #flightsOf(operation: OperationDefinitionNode): Map<string, Flight> {
    const known = this.#flights.get(operation);
    if (known !== undefined) return known;
    const flights = new Map<string, Flight>();
    this.#flights.set(operation, flights);
    return flights;
  }
}

/** Resolves once the requests that have arrived already are read: equal ones among them need no execution of their own. */
function atTheDoor(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Whether nobody left, nothing failed and nothing old stood in. */
function isFlawless(outcome: ExecutedOperation | null): boolean {
  if (outcome === null || outcome.errors.length > 0 || outcome.failures.length > 0) return false;
  const { missing, providers } = outcome.calls;
  return missing.size === 0 && [...providers.values()].every(({ stale }) => stale === 0);
}

function isTakenBy(context: GatewayContext, flight: Flight): boolean {
  if (flight.isKept) return Date.now() - flight.startedAtMs <= youngMs;
  const { startedAtMs, context: executing } = flight;
  return (
    !executing.signal.aborted && mayJoin({ startedAtMs, deadlineAt: executing.deadlineAt }, context.deadlineAt, youngMs)
  );
}

/** Callers of one audience see the same of everything. */
function audienceOf(caller: Caller): string {
  if (caller.scope !== 'CUSTOMER') return caller.scope;
  const { scope, id, customerId, email } = caller;
  return JSON.stringify([scope, id, customerId, email]);
}
