import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { unsentItems } from '../../writes/bulk-results.js';
import { InputCheck } from '../../writes/input-check.js';
import { readImports } from '../../writes/qapla/imports.js';
import { isImported } from '../../writes/qapla/is-imported.js';
import { nameSome, presentRows, requireItems, sendRows } from './push-rows.js';
import { things } from './things.js';

interface Done {
  readonly action: string | null;
}

/** How many of the newest imports are looked through for an order that may have been imported. */
const searched = 100;

export const pushOrders: MutationResolvers['pushOrders'] = async (_, { input }, context, info) => {
  requireItems(input.orders, 'orders');
  const check = new InputCheck();
  const orders = readImports(input.orders, check);
  if (!check.isGood) return toPayload(unsentItems(orders.length, 'orders', check.errors));
  const { qapla } = context.datasources;
  const readBack = async (index: number): Promise<Done | null> => {
    const { rows } = await qapla.orders.newest(searched);
    const stated = orders[index];
    // Whether it was there before the provider does not show.
    return stated && rows.some((row) => isImported(row, stated)) ? { action: null } : null;
  };
  const { rows } = await context.write({
    mutation: 'pushOrders',
    provider: 'QAPLA',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { orders },
    reference: nameSome(
      'order',
      orders.map(({ reference }) => reference),
    ),
    changes: () =>
      things(
        'QAPLA',
        'ORDER',
        orders.map(({ reference }) => reference),
      ),
    send: () => sendRows<Done>(orders.length, () => qapla.writes.pushOrders(orders)),
    readBack: async (claimedAtMs) => {
      qapla.forget();
      const found = await Promise.all(orders.map((__, index) => readBack(index)));
      const done = found.filter((row) => row !== null).map((row) => ({ state: 'DONE', ...row }) as const);
      return done.length === orders.length ? { rows: done, sentAtMs: claimedAtMs } : null;
    },
  });
  const presenting = {
    rows,
    list: 'orders',
    key: 'reference',
    referenceOf: (index: number) => `order ${orders[index]?.reference}`,
    readBack,
  };
  const results = await presentRows(presenting, context, info);
  return {
    userErrors: [],
    results: results.map(({ index, done, userErrors }) => {
      const reference = done === null ? null : (orders[index]?.reference ?? null);
      return { index, action: done?.action ?? null, reference, userErrors };
    }),
  };
};

function toPayload({ results, userErrors }: ReturnType<typeof unsentItems>) {
  return { userErrors, results: results.map((result) => ({ ...result, action: null, reference: null })) };
}
