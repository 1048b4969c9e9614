import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseOffsetInstant } from '../../domain/instant.js';

/** An instant: kept and answered as RFC 3339 in UTC, read with any offset. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: (value) => readInstant(value),
  parseValue: (value) => readInstant(value),
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});

function readInstant(value: unknown): string {
  const instant = typeof value === 'string' ? parseOffsetInstant(value) : null;
  if (instant === null)
    throw new GraphQLError('DateTime must be RFC 3339 with an offset, such as "2020-01-01T00:00:00Z".');
  return instant;
}
