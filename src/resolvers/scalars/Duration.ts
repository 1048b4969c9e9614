import { GraphQLError, GraphQLScalarType } from 'graphql';
import { readLiteral } from './read-literal.js';

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };
const forms = [/^(?<count>\d{1,6})(?<unit>ms|s|m)$/, /^pt(?<count>\d{1,6})(?<unit>s|m)$/];

/** A length of time as an argument, read as milliseconds. */
export const Duration = new GraphQLScalarType<number, string>({
  name: 'Duration',
  serialize: (value) => `${String(value)}ms`,
  parseValue: (value) => readDuration(value),
  parseLiteral: (node) => readLiteral(node, readDuration),
});

function readDuration(value: unknown): number {
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  for (const form of forms) {
    const { count, unit } = form.exec(text)?.groups ?? {};
    if (count !== undefined && unit !== undefined) return Number(count) * (unitMs[unit] ?? 0);
  }
  throw new GraphQLError(
    'Duration must be a number with ms, s or m, such as "5s", or an ISO 8601 duration such as "PT5S".',
  );
}
