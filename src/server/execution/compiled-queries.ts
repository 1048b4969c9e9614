import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type ListValueNode,
  type ObjectValueNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  type TypeNode,
  type VariableDefinitionNode,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** The most that are kept: each takes some hundred kilobytes. */
const mostKept = 200;

/** The type of every variable of a compiled query: their values are graphql-js's, which reads defaults and `@oneOf` as they are written. */
const asCoerced = new GraphQLScalarType({ name: 'AsCoerced' });
const typeOfCoerced: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: asCoerced.name } };

type Values = Readonly<Record<string, unknown>>;

/** A query as a function. */
export interface CompiledQuery {
  /** Variables as `query` takes them; null for those that do not fit, and those graphql-js has to execute. */
  readonly coerce: (variables: Values) => Values | null;
  readonly query: (context: object, values: Values) => Promise<ExecutionResult> | ExecutionResult;
}

/**
 * Queries as functions made for them, which run in a fraction of the time that it takes to go through their document. Compiling takes
 * longer than running a query once: it is done when a document is met for the second time.
 */
export class CompiledQueries {
  readonly #schema: GraphQLSchema;
  /** The same types, and that of the variables. */
  readonly #compilable: GraphQLSchema;
  readonly #met = new WeakSet<OperationDefinitionNode>();
  readonly #compiled = new LRUCache<OperationDefinitionNode, CompiledQuery | 'unfit'>({ max: mostKept });

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    const config = schema.toConfig();
    this.#compilable = new GraphQLSchema({ ...config, types: [...config.types, asCoerced], assumeValid: true });
  }

  /** Null for what graphql-js has to execute: what is no query, asks for the schema, or is met for the first time. */
  of(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | null {
    if (!this.#met.has(operation)) {
      this.#met.add(operation);
      return null;
    }
    const known = this.#compiled.get(operation) ?? this.#compile(document, operation);
    return known === 'unfit' ? null : known;
  }

  #compile(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | 'unfit' {
    const isQuery = operation.operation === OperationTypeNode.QUERY;
    const isPlain =
      isQuery &&
      !asksForSchema(operation) &&
      !hasGappyLists(this.#schema, document) &&
      !repeatsUnderCondition(document);
    const compiled = isPlain ? this.#functionOf(document, operation) : 'unfit';
    this.#compiled.set(operation, compiled);
    return compiled;
  }

  #functionOf(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | 'unfit' {
    const { variableDefinitions = [] } = operation;
    const definitions = document.definitions.map((definition) =>
      definition === operation ? withoutTypes(operation) : definition,
    );
    const compiled = compileQuery(this.#compilable, { ...document, definitions }, operation.name?.value);
    if (!isCompiledQuery(compiled)) return 'unfit';
    const inner = variablesInside(document);
    return {
      coerce: (variables) => {
        const { coerced } = getVariableValues(this.#schema, variableDefinitions, variables, { maxErrors: 1 });
        // In an object or a list the compiler takes one that is left out for null.
        return coerced === undefined || inner.some((name) => !Object.hasOwn(coerced, name)) ? null : coerced;
      },
      query: (context, values) => compiled.query(undefined, context, values),
    };
  }
}

/** The names of variables that stand inside of objects and lists. */
function variablesInside(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  const Variable = ({ name }: VariableNode) => void names.add(name.value);
  const collect = (node: ObjectValueNode | ListValueNode) => void visit(node, { Variable });
  visit(document, { ObjectValue: collect, ListValue: collect });
  return [...names];
}

/** An operation that takes the values of its variables as they are given. */
function withoutTypes(operation: OperationDefinitionNode): OperationDefinitionNode {
  const definitions = operation.variableDefinitions ?? [];
  const variableDefinitions = definitions.map((definition): VariableDefinitionNode => {
    const { type, variable } = definition;
    // Of conditions the compiler wants to see the type.
    return isOfType(type, 'Boolean') ? definition : { kind: Kind.VARIABLE_DEFINITION, variable, type: typeOfCoerced };
  });
  return { ...operation, variableDefinitions };
}

function isOfType(type: TypeNode, name: string): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isOfType(type.type, name);
  return type.kind === Kind.NAMED_TYPE && type.name.value === name;
}

/**
 * Whether a document spreads a fragment twice and has conditions. The compiler passes over the second place, also where the first is left
 * out: what only the second selects would be missing.
 */
function repeatsUnderCondition(document: DocumentNode): boolean {
  const spread = new Set<string>();
  let isRepeated = false;
  let isConditional = false;
  visit(document, {
    FragmentSpread: ({ name }) => {
      isRepeated ||= spread.has(name.value);
      spread.add(name.value);
    },
    Directive: ({ name }) => {
      isConditional ||= name.value === 'skip' || name.value === 'include';
    },
  });
  return isRepeated && isConditional;
}

/**
 * Whether a document asks for a list whose records may fail one by one. The compiler puts one that fails later than the others beside
 * them instead of in its place, so that the list gets longer: such documents graphql-js executes.
 */
function hasGappyLists(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isFound = false;
  const Field = () => {
    isFound ||= isGappyList(types.getType());
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return isFound;
}

function isGappyList(type: GraphQLOutputType | null | undefined): boolean {
  const list = getNullableType(type);
  return isListType(list) && !isNonNullType(list.ofType) && isCompositeType(list.ofType);
}

/** Whether a field of the schema's own stands at the top; a fragment there is looked at by graphql-js. */
function asksForSchema({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some((selection) =>
    selection.kind === Kind.FIELD ? selection.name.value.startsWith('__') : true,
  );
}
