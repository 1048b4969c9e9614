import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { isUnexpected } from './mask-error.js';

/** Logs the errors that were not made for callers, who are shown nothing of them. */
export function logUnexpected(errors: readonly unknown[], log: Logger): void {
  for (const error of errors) {
    if (!isUnexpected(error)) continue;
    const located = error instanceof GraphQLError ? error : null;
    log.error({ err: located?.originalError ?? error, path: located?.path?.join('.') }, 'unexpected error');
  }
}
