import { GraphQLError, Kind, type ValueNode } from 'graphql';

/**
 * Reads a text that stands in the document itself. The validator passes a GraphQLError on as it is: without its node it would not say
 * where.
 *
 * @param read given null for what is no text
 */
export function readLiteral<T>(node: ValueNode, read: (value: unknown) => T): T {
  try {
    return read(node.kind === Kind.STRING ? node.value : null);
  } catch (error) {
    throw error instanceof GraphQLError ? new GraphQLError(error.message, { nodes: node }) : error;
  }
}
