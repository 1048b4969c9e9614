import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getDirectiveValues,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { packageRoot } from '../../../src/package-root.js';

export type Scope = 'ANYONE' | 'CUSTOMER' | 'MERCHANT';
export type Field = GraphQLField<unknown, unknown>;

/** The schema as it is printed for callers, read without the code that serves it. */
export const printed = buildSchema(readFileSync(join(packageRoot, 'schema.printed.graphql'), 'utf8'));

export const objectTypes: readonly GraphQLObjectType[] = Object.values(printed.getTypeMap())
  .filter((type) => isObjectType(type))
  .filter(({ name }) => !name.startsWith('__'));

/** Who may ask for a field, as the printed schema's directives say; null where they do not. */
export function printedScope(type: GraphQLObjectType, field: Field): Scope | null {
  const directive = printed.getDirective('access');
  if (!directive) throw new Error('the schema has no @access');
  const of = ({ astNode }: GraphQLObjectType | Field) =>
    (astNode ? (getDirectiveValues(directive, astNode)?.['to'] as Scope | undefined) : undefined) ?? null;
  return of(field) ?? of(type);
}

export function fieldsOf(typeName: string): readonly Field[] {
  const type = printed.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

export function isLeaf({ type }: Field): boolean {
  const named = getNamedType(type);
  return isScalarType(named) || isEnumType(named);
}

export function targetOf({ type }: Field): string {
  return getNamedType(type).name;
}
