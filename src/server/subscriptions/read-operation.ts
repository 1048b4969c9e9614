import { z } from 'zod';
import type { OperationRequest } from './live-operations.js';

const body = z.object({
  query: z.string().min(1),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * The operation in the body of a request; null when it has none. A body that was not sent as JSON has none: browsers let any page send
 * other content types.
 */
export function readOperation(given: unknown): OperationRequest | null {
  return body.safeParse(given).data ?? null;
}
