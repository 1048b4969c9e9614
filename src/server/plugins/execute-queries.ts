import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import { type GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../../context/gateway-context.js';
import { CompiledQueries, type CompiledQuery } from '../execution/compiled-queries.js';
import type { ExecutedOperation, SharedOperations } from '../execution/shared-operations.js';
import { logUnexpected } from '../log-unexpected.js';
import type { FormatError } from '../mask-error.js';

interface ExecutionParts {
  readonly isAdmitted: (context: GatewayContext) => boolean;
  readonly schema: GraphQLSchema;
  readonly shared: SharedOperations;
  readonly formatError: FormatError;
}

/**
 * Executes the queries that are met again as functions compiled for them, each once for all callers who ask it in the same moment. All
 * else the engine executes: mutations, the schema's own fields, what is met for the first time, and variables that do not fit.
 */
export function executeQueries(parts: ExecutionParts): ApolloServerPlugin<GatewayContext> {
  const { schema, shared, formatError, isAdmitted } = parts;
  const queries = new CompiledQueries(schema);
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ document, operation, request: { variables = {} }, contextValue }) => {
        // There is none under a name that the document does not have.
        const kind = (operation as typeof operation | undefined)?.operation;
        if (kind !== OperationTypeNode.QUERY || contextValue.told !== null) return null;
        if (!isAdmitted(contextValue)) return null;
        const compiled = queries.of(document, operation);
        const values = compiled?.coerce(variables) ?? null;
        if (compiled === null || values === null) return null;
        const result = await shared.run({ operation, variables, context: contextValue }, () =>
          execute(compiled, values, contextValue),
        );
        return respond(result, contextValue, formatError);
      },
    }),
  };
}

async function execute(
  { query }: CompiledQuery,
  values: Readonly<Record<string, unknown>>,
  context: GatewayContext,
): Promise<ExecutedOperation> {
  const { data, errors = [] } = await query(context, values);
  logUnexpected(errors, context.log);
  return { data, errors, failures: context.failures.entries, calls: context.calls };
}

/** The answer for one of those who asked. */
function respond(
  { data, errors, failures, calls }: ExecutedOperation,
  context: GatewayContext,
  formatError: FormatError,
): GraphQLResponse {
  context.failures.take(failures);
  if (calls !== context.calls) context.calls.share(calls);
  const formatted = errors.map((error: GraphQLError) => formatError(error.toJSON(), error));
  const singleResult = { ...(formatted.length > 0 && { errors: formatted }), ...(data !== undefined && { data }) };
  return {
    http: { headers: new HeaderMap() },
    body: { kind: 'single', singleResult },
  };
}
