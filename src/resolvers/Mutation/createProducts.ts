import type { NewShopProduct } from '../../domain/shop-writes.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { unsentItems } from '../../writes/bulk-results.js';
import { InputCheck } from '../../writes/input-check.js';
import { readNewProducts } from '../../writes/quickbutik/products.js';
import { badInput } from '../arguments.js';
import { foundRows, lookOnce, nameThings, presentShopRows, sendShopRows } from './shop-rows.js';

export const createProducts: MutationResolvers['createProducts'] = async (_, { input }, context, info) => {
  if (input.products.length === 0) throw badInput('input.products', 'must have at least one entry');
  const check = new InputCheck();
  const products = readNewProducts(input.products, check);
  if (!check.isGood) {
    const { results, userErrors } = unsentItems(products.length, 'products', check.errors);
    return { userErrors, results: results.map((result) => ({ ...result, product: null })) };
  }
  const { writes } = context.datasources.quickbutik;
  const find = lookOnce((index, at) => writes.findCreatedProducts(products.slice(index, index + 1), at));
  const { rows, startedAtMs } = await context.write({
    mutation: 'createProducts',
    provider: 'QUICKBUTIK',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { products },
    reference: nameThings('product', products.map(nameOf)),
    send: () =>
      sendShopRows({
        count: products.length,
        send: () => writes.createProducts(products),
        find,
      }),
    readBack: async (claimedAtMs) => foundRows(await writes.findCreatedProducts(products, claimedAtMs), claimedAtMs),
  });
  const referenceOf = (index: number) => nameThings('product', products.slice(index, index + 1).map(nameOf));
  const results = await presentShopRows({ rows, startedAtMs, list: 'products', referenceOf, find }, context, info);
  return {
    userErrors: [],
    results: results.map(({ index, entity, userErrors }) => ({ index, product: entity, userErrors })),
  };
};

function nameOf({ sku, title }: NewShopProduct): string {
  return `"${sku ?? title}"`;
}
