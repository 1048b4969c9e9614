import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/**
 * How many rows the lists of introspection have on average, by type and field, so that reading the schema counts as what it is: the product
 * of averages along a path comes close to what is answered.
 */
export function introspectionSizes(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = withFields.flatMap((type) => Object.values(type.getFields()));
  const inputFields = types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields()));
  const enumValues = types.filter(isEnumType).flatMap((type) => type.getValues());
  const interfaces = withFields.flatMap((type) => type.getInterfaces());
  const per = (rows: readonly unknown[], parents: readonly unknown[]) => rows.length / Math.max(parents.length, 1);
  return new Map([
    ['__Schema.types', types.length],
    ['__Schema.directives', directives.length],
    ['__Type.fields', per(fields, types)],
    ['__Type.interfaces', per(interfaces, types)],
    ['__Type.possibleTypes', per(interfaces, types)],
    ['__Type.enumValues', per(enumValues, types)],
    ['__Type.inputFields', per(inputFields, types)],
    // Half of all types that are referred to are wrapped: `!`, `[]`.
    ['__Type.ofType', 0.5],
    [
      '__Field.args',
      per(
        fields.flatMap(({ args }) => args),
        fields,
      ),
    ],
    [
      '__Directive.args',
      per(
        directives.flatMap(({ args }) => args),
        directives,
      ),
    ],
  ]);
}
