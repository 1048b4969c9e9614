import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

const strictMediaType = 'application/graphql-response+json';
/** Of requests that are not executed: for their document or variables, by whom they come from, for how much they ask. */
const refused = new Set<number | undefined>([400, 403, 429]);

/**
 * The status of a GraphQL request that failed before it ran, by the media type that was asked for: 4xx in the GraphQL media type, 200 in
 * plain JSON, as the GraphQL-over-HTTP specification recommends for clients that know only the latter. A request that came the wrong way
 * is 4xx in both.
 */
export function statusByMediaType(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response: { http, body } }) => {
        const accepts = request.http?.headers.get('accept') ?? '';
        if (body.kind !== 'single' || accepts.includes(strictMediaType)) return;
        const isBeforeExecution = body.singleResult.errors !== undefined && body.singleResult.data === undefined;
        if (!isBeforeExecution || !refused.has(http.status) || !isGraphQLRequest(request.query)) return;
        if (!body.singleResult.errors?.some(isOfTheWay)) http.status = 200;
      },
    }),
  };
}

function isGraphQLRequest(query: string | undefined): boolean {
  return query !== undefined && query !== '';
}

function isOfTheWay({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'BAD_REQUEST';
}
