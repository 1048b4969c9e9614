import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  Source,
  validate,
} from 'graphql';
import { readCosts } from '../../src/server/limits/cost-model.js';
import type { FieldOnPath } from '../../src/server/limits/cost-walk.js';
import { CostEstimator, type OperationCost } from '../../src/server/limits/estimate-cost.js';
import { type FieldCall, fieldCalls } from './field-calls.js';

/** What keeps an operation from being explained, as many sentences as there are problems. */
export class CannotExplain extends Error {
  override readonly name = 'CannotExplain';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** What one field of an operation adds to its calls. */
export interface PlannedField {
  readonly path: string;
  readonly field: string;
  /** How many objects it may be asked of, and how many rows it may give for each; null for a field that is no list. */
  readonly askedOf: number;
  readonly rows: number | null;
  /** The most calls it may make for all of them: those that batches and equal questions save are not taken off. */
  readonly mostCalls: number;
  readonly calls: readonly FieldCall[];
}

export interface OperationPlan {
  readonly operation: string | null;
  readonly kind: string;
  readonly bound: OperationCost;
  readonly fields: readonly PlannedField[];
  /** Calls on top of the bound, once, where there is no directory to look rows up in. */
  readonly scanCalls: number;
}

interface Asked {
  readonly text: string;
  /** How the document is called in messages. */
  readonly name: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly scanLimit: number;
}

/**
 * The plan of an operation and the bound of its calls, from the schema alone.
 *
 * @throws CannotExplain with everything that is wrong with the document or the variables.
 */
export function explainOperation(schema: GraphQLSchema, asked: Asked): OperationPlan {
  const document = readDocument(schema, asked);
  const operation = pickOperation(document, asked);
  const name = operation.name?.value ?? null;
  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variablesFor(operation, asked.variables),
  );
  if (coerced === undefined) throw new CannotExplain((errors ?? []).map(({ message }) => message));
  const estimator = new CostEstimator({ schema, model: readCosts(schema), scanCalls: 0 });
  const { cost, fields } = estimator.explain({ document, operation, variables: coerced });
  return {
    operation: name,
    kind: operation.operation,
    bound: cost,
    fields: fields.filter(({ cost }) => cost.calls + cost.callsPerRow > 0 || cost.mayScan).map(planned),
    scanCalls: fields.some(({ cost }) => cost.mayScan) ? asked.scanLimit : 0,
  };
}

function readDocument(schema: GraphQLSchema, { text, name }: Asked): DocumentNode {
  try {
    const document = parse(new Source(text, name));
    const errors = validate(schema, document);
    if (errors.length > 0) throw new CannotExplain(errors.map((error) => error.toString()));
    return document;
  } catch (error) {
    if (error instanceof GraphQLError) throw new CannotExplain([error.toString()]);
    throw error;
  }
}

function pickOperation({ definitions }: DocumentNode, { name, operationName }: Asked): OperationDefinitionNode {
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode[];
  const names = operations.map((operation) => operation.name?.value ?? '(without a name)').join(', ');
  const named = operations.filter((operation) => operationName === null || operation.name?.value === operationName);
  const [picked] = named;
  if (operations.length === 0) throw new CannotExplain([`${name} has no operation.`]);
  if (picked === undefined) throw new CannotExplain([`${name} has no operation "${operationName}"; it has ${names}.`]);
  if (named.length > 1) {
    throw new CannotExplain([`${name} has ${named.length} operations: ${names}. Say which one with --operation.`]);
  }
  return picked;
}

/** The variables of a file: those of the operation by its name, where the file has them for several. */
function variablesFor(
  { name, variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const own = name === undefined ? undefined : given[name.value];
  const isDeclared = variableDefinitions.some(({ variable }) => variable.name.value === name?.value);
  return typeof own === 'object' && own !== null && !isDeclared ? (own as Record<string, unknown>) : given;
}

function planned({ path, coordinate, parents, rows, cost, calls }: FieldOnPath): PlannedField {
  const isRows = cost.isList || cost.sizedFields.size > 0;
  return {
    path,
    field: coordinate,
    askedOf: parents,
    rows: isRows ? rows : null,
    mostCalls: calls,
    calls: fieldCalls[coordinate] ?? [],
  };
}
