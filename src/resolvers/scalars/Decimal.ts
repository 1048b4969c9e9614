import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const plainDecimal = /^-?\d{1,18}(\.\d{1,9})?$/;

/**
 * An exact decimal as a string, answered with as many digits as upstream states; a number as input is refused, since it
 * may have been rounded on its way.
 */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize: (value) => {
    if (typeof value !== 'string') throw new GraphQLError('Decimal must be answered from a text.');
    return value;
  },
  parseValue: (value) => readDecimal(value),
  parseLiteral: (node) => readDecimal(node.kind === Kind.STRING ? node.value : null),
});

function readDecimal(value: unknown): string {
  if (typeof value !== 'string' || !plainDecimal.test(value)) {
    throw new GraphQLError('Decimal must be a string with a plain decimal number, such as "79.80".');
  }
  return value;
}
