import type { RequestErrorCode } from './codes.js';

/** Trouble that the caller can act on; its message is shown. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly code: RequestErrorCode,
    message: string,
  ) {
    super(message);
  }
}
