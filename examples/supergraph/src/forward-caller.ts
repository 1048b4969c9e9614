import { type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from '@apollo/gateway';

/** What the gateway knows of a request. */
export interface GatewayRequest {
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
}

/** Headers by which a subgraph knows who asks, and by which a request is found in the log of each. */
const forwarded = ['authorization', 'x-api-key', 'x-request-id'];

/**
 * Passes on who asks. The rules of commercegraph are about the shopper who waits for the answer, not about the gateway in between: with a key
 * of its own the gateway would open everybody's records to whoever reaches it.
 */
export class ForwardCaller extends RemoteGraphQLDataSource<GatewayRequest> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<GatewayRequest>): void {
    for (const name of forwarded) {
      const value = context.headers?.[name];
      if (typeof value === 'string') request.http?.headers.set(name, value);
    }
  }
}
