import { setMaxListeners } from 'node:events';
import type { ApolloServer } from '@apollo/server';
import {
  createSourceEventStream,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { localMerchant } from '../../access/caller.js';
import { createContext, type Gateway } from '../../context/create-context.js';
import type { GatewayContext, ToldChange } from '../../context/gateway-context.js';
import { logUnexpected } from '../log-unexpected.js';
import { maskError } from '../mask-error.js';
import { maxTokens } from '../max-tokens.js';
import { withRequestId } from '../with-request-id.js';
import { type Answer, AnswerStream } from './answer-stream.js';

const longestName = 80;

/** What a caller asks for, as the bodies of GraphQL over HTTP and WebSocket have it. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface Asking {
  readonly requestId: string;
  /** Aborted when the caller leaves. */
  readonly signal: AbortSignal;
}

interface Parts {
  readonly gateway: Gateway;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly schema: GraphQLSchema;
}

/**
 * Operations over connections that stay open. Everything is executed by the engine that answers over HTTP, with its plugins, so that
 * answers look alike; a subscription is executed once for each change, each time in a context of its own.
 */
export class LiveOperations {
  readonly #parts: Parts;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get schema(): GraphQLSchema {
    return this.#parts.schema;
  }

  /** The answer of a query, of a mutation and to anything that cannot run; the stream of a subscription. Never rejects. */
  async start(request: OperationRequest, asking: Asking): Promise<Answer | AnswerStream> {
    const document = this.#readSubscription(request);
    if (document !== null) return this.#subscribe(request, document, asking);
    const answer = this.#execute(request, asking);
    this.#underWay.add(answer);
    return answer.finally(() => this.#underWay.delete(answer));
  }

  /** Resolves when the queries and mutations under way are answered. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  /** The document of a valid subscription; null for all else, of which the engine itself says what is wrong with it. */
  #readSubscription({ query, operationName }: OperationRequest): DocumentNode | null {
    try {
      const document = parse(query, { maxTokens });
      const isSubscription = getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION;
      return isSubscription && validate(this.schema, document).length === 0 ? document : null;
    } catch {
      return null;
    }
  }

  async #subscribe(request: OperationRequest, document: DocumentNode, asking: Asking): Promise<Answer | AnswerStream> {
    const { operationName, variables } = request;
    const context = this.#contextOf(asking);
    try {
      const source = await createSourceEventStream({
        schema: this.schema,
        document,
        contextValue: context,
        variableValues: variables ?? null,
        operationName: operationName ?? null,
      });
      if (!(Symbol.asyncIterator in source)) return refusal((source.errors ?? []).map(asInputError), context);
      const stream = this.#tell(request, source as AsyncIterable<ToldChange, undefined>, context);
      if (asking.signal.aborted) await stream.return();
      return stream;
    } catch (error) {
      return refusal([error], context);
    } finally {
      context.end();
    }
  }

  #tell(
    request: OperationRequest,
    source: AsyncIterable<ToldChange, undefined>,
    context: GatewayContext,
  ): AnswerStream {
    const { requestId, log } = context;
    const startedAt = performance.now();
    const operation = request.operationName?.slice(0, longestName) ?? null;
    return new AnswerStream(source[Symbol.asyncIterator](), {
      tell: (told, signal) => this.#execute(request, { requestId, signal }, told),
      tellFailure: (error) => refusal([error], context),
      onEnd: (count) =>
        log.info(
          { operation, answers: count, durationMs: Math.round(performance.now() - startedAt) },
          'subscription ended',
        ),
    });
  }

  async #execute(
    { query, operationName, variables }: OperationRequest,
    asking: Asking,
    told: ToldChange | null = null,
  ): Promise<Answer> {
    const context = this.#contextOf(asking, told);
    try {
      const { body } = await this.#parts.apollo.executeOperation(
        { query, ...(operationName && { operationName }), ...(variables && { variables }) },
        { contextValue: context },
      );
      return body.kind === 'single' ? body.singleResult : body.initialResult;
    } catch (error) {
      return refusal([error], context);
    } finally {
      context.end();
    }
  }

  /** A context that ends when its caller leaves: reads under way for nobody are cancelled. */
  #contextOf({ requestId, signal }: Asking, told: ToldChange | null = null): GatewayContext {
    const leave = () => context.end();
    const onEnd = () => signal.removeEventListener('abort', leave);
    const context = createContext(this.#parts.gateway, { requestId, caller: localMerchant, told, onEnd });
    // A connection has many operations under way, and a subscription many changes.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    return context;
  }
}

/** The answer to what cannot run, in the form the engine gives its own. */
function refusal(errors: readonly unknown[], { requestId, log }: GatewayContext): Answer {
  logUnexpected(errors, log);
  const masked = errors.map((error) =>
    maskError(error instanceof GraphQLError ? error.toJSON() : { message: '' }, error),
  );
  return { errors: masked.map((error) => withRequestId(error, requestId)) };
}

/** Before its field is asked, a valid subscription can fail by its variables alone; graphql-js gives those errors no code. */
function asInputError(error: GraphQLError): GraphQLError {
  if (error.path !== undefined) return error;
  return new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });
}
