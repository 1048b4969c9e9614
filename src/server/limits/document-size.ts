import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation is, its fragments counted each time they are used. */
export interface OperationSize {
  readonly operation: OperationDefinitionNode;
  /** Fields, fragment spreads and inline fragments. */
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  /** Fields below one another. Introspection counts as one: its own depth is bounded by a rule of the engine. */
  readonly depth: number;
  /** A field that lies deepest. */
  readonly deepest: FieldNode | null;
}

type Size = Omit<OperationSize, 'operation'>;

const nothing: Size = { fields: 0, aliases: 0, directives: 0, rootFields: 0, depth: 0, deepest: null };
/** No document is nested or chained like this in earnest; deeper ones could use up the stack. */
const longestWay = 500;
const endless: Size = { ...nothing, depth: Number.POSITIVE_INFINITY };

/** The sizes of a document's operations. Takes time by the length of the text, whatever its fragments multiply to. */
export function sizesOf({ definitions }: DocumentNode): OperationSize[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measure = new Measure(fragments);
  return definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const size = measure.set(operation.selectionSet, 0);
      return { ...size, operation, directives: size.directives + (operation.directives?.length ?? 0) };
    });
}

class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, Size>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  set(set: SelectionSetNode | undefined, way: number): Size {
    if (set === undefined) return nothing;
    if (way > longestWay) return endless;
    return set.selections.map((selection) => this.#selection(selection, way + 1)).reduce(both, nothing);
  }

  #selection(selection: SelectionNode, way: number): Size {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) return this.#field(selection, { directives, way });
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? this.#fragment(selection.name.value, way)
        : this.set(selection.selectionSet, way);
    return { ...inner, fields: inner.fields + 1, directives: inner.directives + directives };
  }

  #field(field: FieldNode, { directives, way }: { directives: number; way: number }): Size {
    const inner = this.set(field.selectionSet, way);
    const isIntrospection = field.name.value === '__schema' || field.name.value === '__type';
    return {
      fields: inner.fields + 1,
      aliases: inner.aliases + (field.alias === undefined ? 0 : 1),
      directives: inner.directives + directives,
      rootFields: 1,
      depth: isIntrospection ? 1 : inner.depth + 1,
      deepest: isIntrospection ? field : (inner.deepest ?? field),
    };
  }

  /** A fragment is measured once. One that holds itself counts as nothing there: validation refuses it. */
  #fragment(name: string, way: number): Size {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, nothing);
    const fragment = this.#fragments.get(name);
    const inner = this.set(fragment?.selectionSet, way);
    const size = { ...inner, directives: inner.directives + (fragment?.directives?.length ?? 0) };
    this.#known.set(name, size);
    return size;
  }
}

function both(one: Size, other: Size): Size {
  const deeper = other.depth > one.depth ? other : one;
  return {
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    rootFields: one.rootFields + other.rootFields,
    depth: deeper.depth,
    deepest: deeper.deepest,
  };
}
