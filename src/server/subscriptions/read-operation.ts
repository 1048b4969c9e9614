import { z } from 'zod';
import type { OperationRequest } from './live-operations.js';

const body = z.object({
  query: z.string().nullish(),
  documentId: z.string().nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * The operation in the body of a request; null when it has none. A body that was not sent as JSON has none: browsers let any page send
 * other content types.
 */
export function readOperation(given: unknown): OperationRequest | null {
  const request = body.safeParse(given).data;
  const isNamed = Boolean(request?.query || request?.documentId || request?.extensions?.['persistedQuery']);
  return isNamed ? (request ?? null) : null;
}
