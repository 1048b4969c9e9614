import { GraphQLError, GraphQLScalarType } from 'graphql';
import { parseCalendarDate } from '../../domain/instant.js';
import { readLiteral } from './read-literal.js';

/** A calendar date, `YYYY-MM-DD`. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: (value) => readDate(value),
  parseValue: (value) => readDate(value),
  parseLiteral: (node) => readLiteral(node, readDate),
});

function readDate(value: unknown): string {
  const date = typeof value === 'string' && value.length === 10 ? parseCalendarDate(value) : null;
  if (date !== null && date === value) return date;
  const isWellWritten = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  throw new GraphQLError(
    isWellWritten ? 'Date must be a day that exists.' : 'Date must be a calendar date, such as "2020-01-31".',
  );
}
