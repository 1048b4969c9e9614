import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { unsentItems } from '../../writes/bulk-results.js';
import { InputCheck } from '../../writes/input-check.js';
import { readOrderChanges } from '../../writes/quickbutik/orders.js';
import { badInput } from '../arguments.js';
import { nameThings, presentShopRows, sendShopRows } from './shop-rows.js';
import { things } from './things.js';

export const updateOrders: MutationResolvers['updateOrders'] = async (_, { input }, context, info) => {
  if (input.orders.length === 0) throw badInput('input.orders', 'must have at least one entry');
  const check = new InputCheck();
  const changes = readOrderChanges(input.orders, check);
  if (!check.isGood) {
    const { results, userErrors } = unsentItems(changes.length, 'orders', check.errors);
    return { userErrors, results: results.map((result) => ({ ...result, order: null })) };
  }
  const references = changes.map(({ reference }) => reference);
  const { writes } = context.datasources.quickbutik;
  const { rows } = await context.write({
    mutation: 'updateOrders',
    provider: 'QUICKBUTIK',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { changes },
    reference: nameThings('order', references),
    changes: () => things('QUICKBUTIK', 'ORDER', references),
    send: () => sendShopRows({ count: changes.length, send: () => writes.updateOrders(changes), find: null }),
    // The shop does not show what an order was before: a line that was added cannot be told from one that was there.
    readBack: null,
  });
  const referenceOf = (index: number) => `order ${references[index]}`;
  const results = await presentShopRows({ rows, list: 'orders', referenceOf, find: null }, context, info);
  return {
    userErrors: [],
    results: results.map(({ index, entity, userErrors }) => ({ index, order: entity, userErrors })),
  };
};
