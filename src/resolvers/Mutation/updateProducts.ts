import type { ShopProductChange } from '../../domain/shop-writes.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { unsentItems } from '../../writes/bulk-results.js';
import { InputCheck } from '../../writes/input-check.js';
import { readProductChanges } from '../../writes/quickbutik/products.js';
import { badInput } from '../arguments.js';
import { nameThings, presentShopRows, sendShopRows } from './shop-rows.js';

export const updateProducts: MutationResolvers['updateProducts'] = async (_, { input }, context, info) => {
  if (input.products.length === 0) throw badInput('input.products', 'must have at least one entry');
  const check = new InputCheck();
  const changes = readProductChanges(input.products, check);
  if (!check.isGood) {
    const { results, userErrors } = unsentItems(changes.length, 'products', check.errors);
    return { userErrors, results: results.map((result) => ({ ...result, product: null })) };
  }
  const { writes } = context.datasources.quickbutik;
  const { rows } = await context.write({
    mutation: 'updateProducts',
    provider: 'QUICKBUTIK',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { changes },
    reference: nameThings('product', changes.map(nameOf)),
    send: () => sendShopRows({ count: changes.length, send: () => writes.updateProducts(changes), find: null }),
    // The shop shows only some of the fields that can be written, and another change may have come since.
    readBack: null,
  });
  const referenceOf = (index: number) => nameThings('product', changes.slice(index, index + 1).map(nameOf));
  const results = await presentShopRows({ rows, list: 'products', referenceOf, find: null }, context, info);
  return {
    userErrors: [],
    results: results.map(({ index, entity, userErrors }) => ({ index, product: entity, userErrors })),
  };
};

function nameOf({ key }: ShopProductChange): string {
  return 'sku' in key ? `"${key.sku}"` : key.productId;
}
