import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseCalendarDate } from '../../domain/instant.js';

/** A calendar date, `YYYY-MM-DD`. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: (value) => readDate(value),
  parseValue: (value) => readDate(value),
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : null),
});

function readDate(value: unknown): string {
  const date = typeof value === 'string' && value.length === 10 ? parseCalendarDate(value) : null;
  if (date === null || date !== value) throw new GraphQLError('Date must be a calendar date, such as "2020-01-31".');
  return date;
}
