import { setMaxListeners } from 'node:events';
import type { ApolloServer } from '@apollo/server';
import {
  createSourceEventStream,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import type { Caller } from '../../access/caller.js';
import { createContext, type Gateway } from '../../context/create-context.js';
import type { GatewayContext, ToldChange } from '../../context/gateway-context.js';
import type { Admission, Limits } from '../limits/limits.js';
import { asCache, completeRequest, type DocumentRequest } from '../limits/stored-documents.js';
import { logUnexpected } from '../log-unexpected.js';
import type { FormatError } from '../mask-error.js';
import type { Overload } from '../overload/overload.js';
import { withRequestId } from '../with-request-id.js';
import { type Answer, AnswerStream } from './answer-stream.js';

const longestName = 80;

/** What a caller asks for, as the bodies of GraphQL over HTTP and WebSocket have it. */
export interface OperationRequest extends DocumentRequest {
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface Asking {
  readonly requestId: string;
  readonly caller: Caller;
  /** Aborted when the caller leaves. */
  readonly signal: AbortSignal;
}

interface Parts {
  readonly gateway: Gateway;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly overload: Overload;
  readonly formatError: FormatError;
}

/** A valid subscription. */
interface Subscribing {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The changes that a subscriber is told of. */
interface Followed {
  readonly changes: AsyncIterator<ToldChange, undefined>;
  readonly admission: Admission | null;
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
  async start(given: OperationRequest, asking: Asking): Promise<Answer | AnswerStream> {
    const refusal = this.#parts.overload.refusal();
    if (refusal !== null) return this.#refuse([refusal], { requestId: asking.requestId, log: this.#parts.gateway.log });
    const request = await completeRequest(given, this.#documents());
    const subscribing = this.#readSubscription(request);
    if (subscribing !== null) return this.#subscribe(request, subscribing, asking);
    const late = await this.#parts.overload.turn();
    if (late !== null) return this.#refuse([late], { requestId: asking.requestId, log: this.#parts.gateway.log });
    const end = this.#parts.overload.begin();
    const answer = this.#execute(request, asking);
    this.#underWay.add(answer);
    return answer.finally(() => {
      end();
      this.#underWay.delete(answer);
    });
  }

  #documents(): Parameters<typeof completeRequest>[1] {
    const { limits, apollo } = this.#parts;
    return limits.settings.trustedDocuments === null ? apollo.cache : asCache(limits.settings.trustedDocuments);
  }

  /** Resolves when the queries and mutations under way are answered. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  /** The document of a valid subscription; null for all else, of which the engine itself says what is wrong with it. */
  #readSubscription({ query, operationName }: OperationRequest): Subscribing | null {
    const { limits, schema } = this.#parts;
    if (!query) return null;
    try {
      const document = parse(query, { maxTokens: limits.settings.maxTokens });
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return null;
      if (limits.refusalsOf(query, document).length > 0 || validate(schema, document).length > 0) return null;
      return { document, operation };
    } catch {
      return null;
    }
  }

  async #subscribe(request: OperationRequest, asked: Subscribing, asking: Asking): Promise<Answer | AnswerStream> {
    const { operationName, variables } = request;
    const { document } = asked;
    const context = this.#contextOf(asking);
    let admission: Admission | null = null;
    let stream: AnswerStream | null = null;
    try {
      admission = await this.#parts.limits.admit({ ...asked, variables: variables ?? {} }, asking.caller);
      const source = await createSourceEventStream({
        schema: this.schema,
        document,
        contextValue: context,
        variableValues: variables ?? null,
        operationName: operationName ?? null,
      });
      if (!(Symbol.asyncIterator in source)) return this.#refuse((source.errors ?? []).map(asInputError), context);
      const changes = (source as AsyncIterable<ToldChange, undefined>)[Symbol.asyncIterator]();
      stream = this.#tell(request, { changes, admission }, context);
      if (asking.signal.aborted) await stream.return();
      return stream;
    } catch (error) {
      return this.#refuse([error], context);
    } finally {
      // A stream keeps its place until it ends.
      if (stream === null) admission?.leave();
      context.end();
    }
  }

  #tell(request: OperationRequest, { changes, admission }: Followed, context: GatewayContext): AnswerStream {
    const { requestId, caller, log } = context;
    const startedAt = performance.now();
    const operation = request.operationName?.slice(0, longestName) ?? null;
    return new AnswerStream(changes, {
      tell: (told, signal) => this.#execute(request, { requestId, caller, signal }, told),
      tellFailure: (error) => this.#refuse([error], context),
      onEnd: (count) => {
        admission?.leave();
        const durationMs = Math.round(performance.now() - startedAt);
        log.info({ operation, answers: count, durationMs }, 'subscription ended');
      },
    });
  }

  async #execute(
    { query, operationName, variables, extensions }: OperationRequest,
    asking: Asking,
    told: ToldChange | null = null,
  ): Promise<Answer> {
    const context = this.#contextOf(asking, told);
    try {
      const { body } = await this.#parts.apollo.executeOperation(
        {
          ...(query && { query }),
          ...(operationName && { operationName }),
          ...(variables && { variables }),
          ...(extensions && { extensions }),
        },
        { contextValue: context },
      );
      return body.kind === 'single' ? body.singleResult : body.initialResult;
    } catch (error) {
      return this.#refuse([error], context);
    } finally {
      context.end();
    }
  }

  /** The answer to what cannot run, in the form the engine gives its own. */
  #refuse(errors: readonly unknown[], { requestId, log }: Pick<GatewayContext, 'requestId' | 'log'>): Answer {
    logUnexpected(errors, log);
    const shown = errors.map((error) =>
      this.#parts.formatError(error instanceof GraphQLError ? error.toJSON() : { message: '' }, error),
    );
    return { errors: shown.map((error) => withRequestId(error, requestId)) };
  }

  /** A context that ends when its caller leaves: reads under way for nobody are cancelled. */
  #contextOf({ requestId, caller, signal }: Asking, told: ToldChange | null = null): GatewayContext {
    const leave = () => context.end();
    const onEnd = () => signal.removeEventListener('abort', leave);
    const context = createContext(this.#parts.gateway, { requestId, caller, told, onEnd });
    // A connection has many operations under way, and a subscription many changes.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    return context;
  }
}

/** Before its field is asked, a valid subscription can fail by its variables alone; graphql-js gives those errors no code. */
function asInputError(error: GraphQLError): GraphQLError {
  if (error.path !== undefined) return error;
  return new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });
}
