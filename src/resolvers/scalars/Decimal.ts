import { GraphQLError, GraphQLScalarType } from 'graphql';
import { readLiteral } from './read-literal.js';

const plainDecimal = /^-?\d{1,18}(\.\d{1,9})?$/;
const longDecimal = /^-?\d+(\.\d+)?$/;

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
  parseLiteral: (node) => readLiteral(node, readDecimal),
});

function readDecimal(value: unknown): string {
  if (typeof value === 'string' && plainDecimal.test(value)) return value;
  throw new GraphQLError(
    typeof value === 'string' && longDecimal.test(value)
      ? 'Decimal must have at most 18 digits before the point and 9 after it.'
      : 'Decimal must be a string with a plain decimal number, such as "79.80".',
  );
}
