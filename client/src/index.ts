export * from './errors.js';
export * from './generated/operations.js';
export { newIdempotencyKey } from './idempotency-key.js';
export type { TypedDocumentNode } from './typed-document.js';
