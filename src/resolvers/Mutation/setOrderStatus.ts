import type { GatewayContext } from '../../context/gateway-context.js';
import { fromEpochMs } from '../../domain/instant.js';
import type { OrderHead } from '../../domain/order.js';
import type { ShopStatusChange } from '../../domain/shop-writes.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { putTracking } from '../../records/written-tracking.js';
import { unsentItems } from '../../writes/bulk-results.js';
import { InputCheck } from '../../writes/input-check.js';
import { readStatuses } from '../../writes/quickbutik/order-statuses.js';
import { badInput } from '../arguments.js';
import { nameThings, presentShopRows, type ShopRows, sendShopRows } from './shop-rows.js';
import { things } from './things.js';

export const setOrderStatus: MutationResolvers['setOrderStatus'] = async (_, { input }, context, info) => {
  if (input.orders.length === 0) throw badInput('input.orders', 'must have at least one entry');
  const check = new InputCheck();
  const changes = readStatuses(input.orders, check);
  if (!check.isGood) {
    const { results, userErrors } = unsentItems(changes.length, 'orders', check.errors);
    return { userErrors, results: results.map((result) => ({ ...result, order: null })) };
  }
  const references = changes.map(({ reference }) => reference);
  const { writes } = context.datasources.quickbutik;
  const { rows } = await context.write({
    mutation: 'setOrderStatus',
    provider: 'QUICKBUTIK',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { changes },
    reference: nameThings('order', references),
    changes: () => things('QUICKBUTIK', 'ORDER', references),
    send: async () => {
      const outcome = await sendShopRows({
        count: changes.length,
        send: () => writes.setOrderStatus(changes),
        find: null,
      });
      return keepTracking(outcome, changes, context);
    },
    // An order may have had the status before, and the shop never gives the tracking number back.
    readBack: null,
  });
  const referenceOf = (index: number) => `order ${references[index]}`;
  const results = await presentShopRows({ rows, list: 'orders', referenceOf, find: null }, context, info);
  return {
    userErrors: [],
    results: results.map(({ index, entity, userErrors }) => ({ index, order: entity, userErrors })),
  };
};

/** Keeps the tracking numbers of the rows the shop confirmed, which it will not give back, before the ledger calls the write done. */
async function keepTracking(
  outcome: ShopRows<OrderHead>,
  changes: readonly ShopStatusChange[],
  { records, log }: GatewayContext,
): Promise<ShopRows<OrderHead>> {
  const at = fromEpochMs(Date.now());
  for (const [index, { reference, shipping }] of changes.entries()) {
    if (outcome.rows[index]?.state !== 'DONE' || !shipping?.trackingNumber) continue;
    const { trackingNumber, company } = shipping;
    await putTracking(records, { reference, trackingNumber, company, at }).catch((error: unknown) => {
      // The order is sent all the same: that must not be denied because this process cannot remember its parcel.
      log.error({ err: error }, 'a tracking number could not be kept');
    });
  }
  return outcome;
}
