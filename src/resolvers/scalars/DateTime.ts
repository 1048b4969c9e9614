import { GraphQLError, GraphQLScalarType } from 'graphql';
import { isWrittenWithOffset, parseOffsetInstant } from '../../domain/instant.js';
import { readLiteral } from './read-literal.js';

/** An instant: kept and answered as RFC 3339 in UTC, read with any offset. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: (value) => readInstant(value),
  parseValue: (value) => readInstant(value),
  parseLiteral: (node) => readLiteral(node, readInstant),
});

function readInstant(value: unknown): string {
  const instant = typeof value === 'string' ? parseOffsetInstant(value) : null;
  if (instant !== null) return instant;
  throw new GraphQLError(
    typeof value === 'string' && isWrittenWithOffset(value)
      ? 'DateTime must be a day and a time that exist.'
      : 'DateTime must be RFC 3339 with an offset, such as "2020-01-01T00:00:00Z".',
  );
}
