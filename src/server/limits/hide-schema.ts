import type { GraphQLFormattedError } from 'graphql';

/** An error without what it tells of the schema: names, types, and what was perhaps meant. */
export function hideSchema(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = error.extensions?.['code'];
  if (code === 'GRAPHQL_VALIDATION_FAILED') return { ...error, message: validationMessage(error.message) };
  if (code !== 'BAD_USER_INPUT') return error;
  const variable = /^Variable "\$\w+"/.exec(error.message)?.[0];
  return variable === undefined ? error : { ...error, message: `${variable} has a value that does not fit.` };
}

function validationMessage(message: string): string {
  return /introspection is not allowed/i.test(message)
    ? 'Introspection is switched off (INTROSPECTION).'
    : 'The document does not fit the schema.';
}
