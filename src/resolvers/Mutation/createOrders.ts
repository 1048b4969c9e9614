import type { OrderHead } from '../../domain/order.js';
import type { RowOutcome, ShopOrderContent } from '../../domain/shop-writes.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { unsentItems } from '../../writes/bulk-results.js';
import { InputCheck } from '../../writes/input-check.js';
import { readNewOrders } from '../../writes/quickbutik/orders.js';
import { badInput } from '../arguments.js';
import { foundRows, lookOnce, nameThings, presentShopRows, sendShopRows } from './shop-rows.js';
import { things } from './things.js';

export const createOrders: MutationResolvers['createOrders'] = async (_, { input }, context, info) => {
  if (input.orders.length === 0) throw badInput('input.orders', 'must have at least one entry');
  const check = new InputCheck();
  const orders = readNewOrders(input.orders, check);
  if (!check.isGood) {
    const { results, userErrors } = unsentItems(orders.length, 'orders', check.errors);
    return { userErrors, results: results.map((result) => ({ ...result, order: null, checkoutUrl: null })) };
  }
  const { writes } = context.datasources.quickbutik;
  const find = lookOnce((index, at) => writes.findCreatedOrders(orders.slice(index, index + 1), at));
  const { rows, startedAtMs } = await context.write({
    mutation: 'createOrders',
    provider: 'QUICKBUTIK',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { orders },
    reference: nameOrders(orders),
    changes: (outcome) => things('QUICKBUTIK', 'ORDER', (outcome?.rows ?? []).map(idOf)),
    send: () =>
      sendShopRows({
        count: orders.length,
        send: () => writes.createOrders(orders),
        find,
      }),
    readBack: async (claimedAtMs) => foundRows(await writes.findCreatedOrders(orders, claimedAtMs), claimedAtMs),
  });
  const referenceOf = (index: number) => nameOrders(orders.slice(index, index + 1));
  const results = await presentShopRows({ rows, startedAtMs, list: 'orders', referenceOf, find }, context, info);
  return {
    userErrors: [],
    results: results.map(({ entity, ...result }) => ({ ...result, order: entity })),
  };
};

function idOf(row: RowOutcome<OrderHead>): string | null {
  return row.state === 'DONE' ? (row.entity?.externalId ?? null) : null;
}

/** By their payments; one without a payment has nothing else to be found by that is not personal. */
function nameOrders(orders: readonly ShopOrderContent[]): string {
  const payments = orders.map(({ payment }) => payment?.transactionId ?? null).filter((id) => id !== null);
  if (payments.length > 0)
    return nameThings(
      'payment',
      payments.map((id) => `"${id}"`),
    );
  return orders.length === 1 ? 'a new order of this customer' : 'new orders of these customers';
}
