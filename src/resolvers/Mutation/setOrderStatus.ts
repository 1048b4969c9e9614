import type { GatewayContext } from '../../context/gateway-context.js';
import { fromEpochMs } from '../../domain/instant.js';
import type { OrderHead } from '../../domain/order.js';
import type { ShopStatusChange } from '../../domain/shop-writes.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { putTracking } from '../../records/written-tracking.js';
import { unsentItems } from '../../writes/bulk-results.js';
import { InputCheck } from '../../writes/input-check.js';
import { readStatuses } from '../../writes/quickbutik/order-statuses.js';
import { foundRows, nameThings, presentShopRows, type ShopRows, sendShopRows } from './shop-rows.js';

export const setOrderStatus: MutationResolvers['setOrderStatus'] = async (_, { input }, context, info) => {
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
    send: async () => {
      const outcome = await sendShopRows({
        count: changes.length,
        send: () => writes.setOrderStatus(changes),
        find: (index) => writes.findStatuses(changes.slice(index, index + 1)),
      });
      return keepTracking(outcome, changes, context);
    },
    readBack: async () => {
      const outcome = foundRows(await writes.findStatuses(changes));
      return outcome && keepTracking(outcome, changes, context);
    },
  });
  const referenceOf = (index: number) => `order ${references[index]}`;
  const results = presentShopRows({ rows, list: 'orders', referenceOf }, context, info);
  return {
    userErrors: [],
    results: results.map(({ index, entity, userErrors }) => ({ index, order: entity, userErrors })),
  };
};

/** Keeps the tracking numbers that the shop has taken and will not give back, before the ledger calls the write done. */
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
