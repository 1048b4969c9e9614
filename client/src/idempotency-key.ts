/**
 * A key for one thing that a person wants to do. Make it before the button can be pressed, send it as `idempotencyKey`, and keep it
 * until the outcome is known: the same write sent again with it happens once.
 *
 * Needs a page served over https or from localhost; elsewhere browsers have no `crypto.randomUUID`.
 */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
