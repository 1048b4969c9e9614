import {
  type ASTNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type NamedTypeNode,
  print,
  visit,
} from 'graphql';

/**
 * The SDL that a composer is given: the subgraph's own, without what federation defines and without the directives that only this
 * process reads.
 *
 * @param internalDirectives names of directives that are left out, their definitions and their uses
 */
export function subgraphSdl(typeDefs: DocumentNode, internalDirectives: readonly string[]): string {
  const isInternal = (name: string) => internalDirectives.includes(name);
  const shown = visit(typeDefs, {
    DirectiveDefinition: ({ name }) => (isInternal(name.value) ? null : undefined),
    Directive: ({ name }: DirectiveNode) => (isInternal(name.value) ? null : undefined),
  });
  const orphans = typesOnlyIn(typeDefs, shown);
  const definitions = shown.definitions.filter(
    (definition) => !isBareExtension(definition) && !(nameOf(definition) !== null && orphans.has(nameOf(definition))),
  );
  return `${print({ ...shown, definitions })}\n`;
}

/** Types that nothing refers to any more since the directives are gone: the enums of their arguments. */
function typesOnlyIn(before: DocumentNode, after: DocumentNode): ReadonlySet<string | null> {
  const kept = namesReferredTo(after);
  return new Set([...namesReferredTo(before)].filter((name) => !kept.has(name)));
}

function namesReferredTo(document: ASTNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { NamedType: ({ name }: NamedTypeNode) => void names.add(name.value) });
  return names;
}

function nameOf(definition: DefinitionNode): string | null {
  return 'name' in definition && definition.name !== undefined ? definition.name.value : null;
}

/** An extension that added nothing but internal directives. */
function isBareExtension(definition: DefinitionNode): boolean {
  if (definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return false;
  const { directives = [], fields = [], interfaces = [] } = definition;
  return directives.length + fields.length + interfaces.length === 0;
}
