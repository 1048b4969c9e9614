import type { Product } from '../../domain/product.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { InputCheck } from '../../writes/input-check.js';
import { readNewProduct } from '../../writes/qpilot/product.js';
import { rejectionOf } from '../../writes/rejection.js';

export const createSubscriptionProduct: MutationResolvers['createSubscriptionProduct'] = async (
  _,
  { input },
  { datasources, write },
) => {
  const check = new InputCheck();
  const product = readNewProduct(input, check);
  if (!check.isGood) return { product: null, userErrors: check.errors };
  const { qpilot } = datasources;
  const created = (written: Product) => ({ product: written, userErrors: [] });
  return write({
    mutation: 'createSubscriptionProduct',
    provider: 'QPILOT',
    idempotencyKey: input.idempotencyKey ?? null,
    input: product,
    reference: `product ${product.externalId}`,
    send: async () => {
      try {
        return created(await qpilot.writes.createProduct(product));
      } catch (error) {
        return { product: null, userErrors: rejectionOf(error) };
      }
    },
    readBack: async () => {
      const written = await qpilot.written.product(product);
      return written === null ? null : created(written);
    },
  });
};
