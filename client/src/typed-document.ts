/** A document that knows the types of its data and variables. Apollo Client, urql and others read them off it. */
export type { TypedDocumentNode } from '@graphql-typed-document-node/core';
