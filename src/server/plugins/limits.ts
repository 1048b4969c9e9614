import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type GraphQLError, OperationTypeNode, parse, type ValidationRule } from 'graphql';
import type { GatewayContext } from '../../context/gateway-context.js';
import type { Admission, Limits } from '../limits/limits.js';

/** The limits as the engine takes them. */
export interface EngineLimits {
  readonly plugin: ApolloServerPlugin<GatewayContext>;
  readonly rule: ValidationRule;
  /** Whether an operation was let in, its variables fitting. */
  readonly isAdmitted: (context: GatewayContext) => boolean;
}

/**
 * Holds operations to the limits. A document that is refused is taken from the engine as soon as it is parsed, so that no time is spent on
 * validating it: the engine validates an empty one in its stead, by a rule that tells why.
 */
export function holdToLimits(limits: Limits): EngineLimits {
  const refusals = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  const admissions = new WeakMap<GatewayContext, Admission>();
  const plugin: ApolloServerPlugin<GatewayContext> = {
    requestDidStart: async () => ({
      parsingDidStart: async (request) => async (error) => {
        const { document, source } = request as { document?: DocumentNode; source: string };
        const errors = error || document === undefined ? [] : limits.refusalsOf(source, document);
        if (errors.length === 0) return;
        const substitute = parse('{ __typename }');
        refusals.set(substitute, errors);
        Object.assign(request, { document: substitute });
      },
      didResolveOperation: async ({ document, operation, request: { variables = {} }, contextValue }) => {
        // Of a subscription the first is told to go elsewhere, and what it then tells was admitted with it.
        if (operation === undefined || operation.operation === OperationTypeNode.SUBSCRIPTION) return;
        const admission = await limits.admit({ document, operation, variables }, contextValue.caller);
        if (admission !== null) admissions.set(contextValue, admission);
      },
      willSendResponse: async ({ response: { body }, contextValue }) => {
        const admission = admissions.get(contextValue);
        if (admission === undefined) return;
        admission.leave();
        if (body.kind === 'single') {
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: admission.cost };
        }
      },
    }),
    unexpectedErrorProcessingRequest: async ({ requestContext: { contextValue } }) => {
      admissions.get(contextValue)?.leave();
    },
  };
  const rule: ValidationRule = (context) => ({
    Document: (document) => {
      for (const error of refusals.get(document) ?? []) context.reportError(error);
    },
  });
  return { plugin, rule, isAdmitted: (context) => admissions.has(context) };
}
