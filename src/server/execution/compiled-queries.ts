import {
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** The most that are kept: each takes some hundred kilobytes. */
const mostKept = 200;

/**
 * Queries as functions made for them, which run in a fraction of the time that it takes to go through their document. Compiling takes
 * longer than running a query once: it is done when a document is met for the second time.
 */
export class CompiledQueries {
  readonly #schema: GraphQLSchema;
  readonly #met = new WeakSet<OperationDefinitionNode>();
  readonly #compiled = new LRUCache<OperationDefinitionNode, CompiledQuery | 'unfit'>({ max: mostKept });

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
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
    const isPlain = isQuery && !asksForSchema(operation) && !hasGappyLists(this.#schema, document);
    const compiled = isPlain ? compileQuery(this.#schema, document, operation.name?.value) : null;
    const kept = compiled !== null && isCompiledQuery(compiled) ? compiled : 'unfit';
    this.#compiled.set(operation, kept);
    return kept;
  }
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
