import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Arguments of fields that cannot do without, as the sandbox of the tests knows them. */
const neededArguments: Readonly<Record<string, readonly string[]>> = {
  customer: [
    'by: { email: "chris@example.com" }',
    'by: { externalId: "29920" }',
    'by: { email: "nobody@example.com" }',
  ],
  order: ['by: { reference: "115" }', 'by: { reference: "20929" }'],
  shipment: ['by: { trackingNumber: "2878202252347" }', 'by: { trackingNumber: "045125634849" }'],
  shipments: ['since: "2017-07-13T09:00:00Z"'],
  scheduledOrder: ['by: { id: "880001" }'],
  product: ['by: { sku: "rco-atl-993" }'],
};
/** They take ids, which other fields give. */
const leftOut = new Set(['Query.node', 'Query.nodes']);

/** Random valid queries with lists in lists, as documents. */
export function randomQueries(schema: GraphQLSchema): fc.Arbitrary<string> {
  const query = schema.getQueryType();
  if (!query) throw new Error('no queries');
  return selectionOf(query, 4).map((selection) => `query ${selection}`);
}

function selectionOf(type: GraphQLObjectType, levels: number): fc.Arbitrary<string> {
  const fields = Object.values(type.getFields()).filter(({ name }) => !leftOut.has(`${type.name}.${name}`));
  const isLeaf = (field: GraphQLField<unknown, unknown>) => isLeafType(getNamedType(field.type));
  const [leaves, objects] = [fields.filter(isLeaf), levels > 0 ? fields.filter((field) => !isLeaf(field)) : []];
  return fc
    .tuple(upToTwoOf(objects), upToTwoOf(leaves))
    .chain((chosen) => fc.tuple(...chosen.flat().map((field) => fieldOf(field, levels))))
    .map((texts) => `{ __typename ${texts.join(' ')} }`);
}

function upToTwoOf<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  const minLength = Math.min(1, items.length);
  return fc.subarray([...items], { minLength, maxLength: Math.min(2, items.length) });
}

function fieldOf(field: GraphQLField<unknown, unknown>, levels: number): fc.Arbitrary<string> {
  const type = getNamedType(field.type);
  const isPaged = field.args.some(({ name }) => name === 'first');
  const below =
    isObjectType(type) && !isInterfaceType(type)
      ? // What holds the rows is no level of its own.
        selectionOf(type, type.name.endsWith('Connection') || type.name.endsWith('Edge') ? levels : levels - 1)
      : fc.constant('');
  return fc
    .tuple(
      below,
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(...((needsArguments(field) ? neededArguments[field.name] : null) ?? [''])),
      fc.option(fc.constantFrom('a', 'b'), { nil: null }),
    )
    .map(([selection, first, needed, alias]) => {
      const given = [needed, ...(isPaged ? [`first: ${first}`] : [])].filter((text) => text !== '');
      const name = alias === null ? field.name : `${alias}_${field.name}: ${field.name}`;
      return `${name}${given.length === 0 ? '' : `(${given.join(', ')})`} ${selection}`;
    });
}

function needsArguments({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
}
