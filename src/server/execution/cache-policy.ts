import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { type AccessRules, readAccessRules } from '../../access/access-rules.js';

/** How long an answer may be shown again by who stores it. */
export interface CachePolicy {
  /** In seconds, at least 1. */
  readonly maxAge: number;
  /** PRIVATE where a field is not for everybody. */
  readonly scope: 'PUBLIC' | 'PRIVATE';
}

interface Hint {
  readonly maxAge?: number | null;
  readonly scope?: CachePolicy['scope'] | null;
  readonly inheritMaxAge?: boolean | null;
}

/**
 * What the schema's `@cacheControl` says of whole operations. It is worked out from the document alone, once: no field is looked at when
 * it is resolved, and what `@skip` or `@include` leave out counts as asked for.
 */
export class CachePolicies {
  readonly #schema: GraphQLSchema;
  readonly #access: AccessRules;
  readonly #known = new WeakMap<OperationDefinitionNode, CachePolicy | null>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    this.#access = readAccessRules(schema);
  }

  /** The policy of an operation of a valid document; null for one whose answer must not be stored. */
  of(document: DocumentNode, operation: OperationDefinitionNode): CachePolicy | null {
    const known = this.#known.get(operation);
    if (known !== undefined) return known;
    const policy = this.#read(document, operation);
    this.#known.set(operation, policy);
    return policy;
  }

  #read(document: DocumentNode, operation: OperationDefinitionNode): CachePolicy | null {
    const root = this.#schema.getRootType(operation.operation);
    if (operation.operation !== OperationTypeNode.QUERY || !root) return null;
    const walk = new PolicyWalk(this.#schema, this.#access, document);
    walk.visit(root, operation.selectionSet);
    const { maxAge, scope } = walk;
    // Without any hint there is nothing that allows it.
    return Number.isFinite(maxAge) && maxAge > 0 ? { maxAge, scope } : null;
  }
}

class PolicyWalk {
  maxAge = Number.POSITIVE_INFINITY;
  scope: CachePolicy['scope'] = 'PUBLIC';
  readonly #schema: GraphQLSchema;
  readonly #access: AccessRules;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #visited = new Map<GraphQLObjectType, Set<SelectionSetNode>>();

  constructor(schema: GraphQLSchema, access: AccessRules, { definitions }: DocumentNode) {
    this.#schema = schema;
    this.#access = access;
    const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION) as FragmentDefinitionNode[];
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** A field restricts the whole answer, wherever it stands: each set is looked at once for each type. */
  visit(type: GraphQLObjectType, set: SelectionSetNode): void {
    const visited = this.#visited.get(type) ?? new Set();
    this.#visited.set(type, visited);
    if (visited.has(set)) return;
    visited.add(set);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) this.#field(type, selection.name.value, selection.selectionSet);
      else if (selection.kind === Kind.INLINE_FRAGMENT) this.#fragment(type, selection);
      else {
        const fragment = this.#fragments.get(selection.name.value);
        if (fragment !== undefined) this.#fragment(type, fragment);
      }
    }
  }

  #fragment(
    type: GraphQLObjectType,
    { typeCondition, selectionSet }: FragmentDefinitionNode | InlineFragmentNode,
  ): void {
    const condition = typeCondition === undefined ? type : this.#schema.getType(typeCondition.name.value);
    const isMet =
      condition === type || (isAbstractType(condition) && this.#schema.getPossibleTypes(condition).includes(type));
    if (isMet) this.visit(type, selectionSet);
  }

  #field(parent: GraphQLObjectType, name: string, below: SelectionSetNode | undefined): void {
    if (name === '__typename') return;
    const field = parent.getFields()[name];
    // The schema's own fields: what they say may differ after the next start.
    if (field === undefined) return this.#restrict(0);
    this.#restrictBy(parent, field);
    if (below === undefined) return;
    const type = getNamedType(field.type);
    const types = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    for (const each of types) this.visit(each, below);
  }

  #restrictBy(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): void {
    const type = getNamedType(field.type);
    const hint = { ...this.#hintAt(type.astNode), ...this.#hintAt(field.astNode) };
    const isForAll = this.#access.get(parent.name)?.get(field.name)?.to === 'ANYONE';
    if (hint.scope === 'PRIVATE' || !isForAll) this.scope = 'PRIVATE';
    const isOwnThing = parent === this.#schema.getQueryType() || isCompositeType(type);
    if (typeof hint.maxAge === 'number') this.#restrict(hint.maxAge);
    else if (isOwnThing && hint.inheritMaxAge !== true) this.#restrict(0);
  }

  #restrict(maxAge: number): void {
    this.maxAge = Math.min(this.maxAge, maxAge);
  }

  #hintAt(node: object | null | undefined): Hint {
    const directive = this.#schema.getDirective('cacheControl');
    return (directive && node && getDirectiveValues(directive, node)) ?? {};
  }
}
