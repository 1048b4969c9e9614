import { UpstreamError } from '../errors/upstream-error.js';
import { UpstreamRejection } from '../errors/upstream-rejection.js';
import type { UserError } from './input-check.js';

/**
 * The outcome of a write that the provider refused: data for the caller. Every other error goes on.
 *
 * @param error what the write threw
 * @param field the input field the refusal is about; empty for the whole input
 */
export function rejectionOf(error: unknown, field: string[] = []): UserError[] {
  if (!(error instanceof UpstreamError) || error.code !== 'PROVIDER_REJECTED') throw error;
  const words = error instanceof UpstreamRejection ? error.words : null;
  return [{ field, code: 'REJECTED', message: words ?? 'The provider refused this.' }];
}
