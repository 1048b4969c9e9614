import type { PushOrderResultResolvers } from '../generated/resolvers-types.js';
import type { UserError } from '../writes/input-check.js';

/** What became of one order. */
export interface PushOrderResultParent {
  readonly index: number;
  readonly action: string | null;
  readonly reference: string | null;
  readonly userErrors: UserError[];
}

export const PushOrderResult: PushOrderResultResolvers = {
  order: ({ reference }, _, { joins }) => (reference === null ? null : joins.orders.byExternalId('QAPLA', reference)),
};
