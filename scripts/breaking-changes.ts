import { pruneSchema } from '@graphql-tools/utils';
import {
  type ASTVisitFn,
  buildASTSchema,
  buildSchema,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  findBreakingChanges,
  type InputValueDefinitionNode,
  parse,
  visit,
} from 'graphql';

/**
 * What a schema takes away from those who were built on an earlier one, in words. What was `@deprecated` in the earlier one may go;
 * nothing else may be removed or renamed, become nullable in answers or required in inputs.
 *
 * @param released The SDL that was released last.
 * @param current The SDL of now.
 */
export function breakingChanges(released: string, current: string): readonly string[] {
  const there = new Set<string>();
  visitParts(parse(current), (part, coordinate) => {
    there.add(coordinate);
    return part;
  });
  const kept = visitParts(parse(released), (part, coordinate) =>
    isDeprecated(part) && !there.has(coordinate) ? null : part,
  );
  // A type that only retired fields gave may go with them.
  return findBreakingChanges(pruneSchema(buildASTSchema(kept)), buildSchema(current)).map(
    ({ description }) => description,
  );
}

type Part = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

/** Changes all that can be deprecated, each told with where it stands: `Query.orders.first`. */
function visitParts(document: DocumentNode, change: (part: Part, coordinate: string) => Part | null): DocumentNode {
  const enter: ASTVisitFn<Part> = (part, ...[, , , ancestors]) => {
    const names = [...ancestors, part].flatMap((step) => ('name' in step && step.name ? [step.name.value] : []));
    return change(part, names.join('.'));
  };
  return visit(document, { FieldDefinition: enter, InputValueDefinition: enter, EnumValueDefinition: enter });
}

function isDeprecated({ directives = [] }: Part): boolean {
  return directives.some(({ name }) => name.value === 'deprecated');
}
