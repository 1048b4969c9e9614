import type { GatewayContext } from '../context/gateway-context.js';
import type { Product as ProductParent } from '../domain/product.js';
import type { ProductResolvers } from '../generated/resolvers-types.js';
import { globalId } from './ids.js';
import { onlyShown } from './own-records.js';

export const Product: ProductResolvers = {
  id: (product) => globalId('Product', product),
  description: fromComplete('description'),
  compareAtPrice: fromComplete('compareAtPrice'),
  salePrice: fromComplete('salePrice'),
  stock: fromComplete('stock'),
  availability: fromComplete('availability'),
  rawAvailability: fromComplete('rawAvailability'),
  gtin: fromComplete('gtin'),
  mpn: fromComplete('mpn'),
  weightGrams: fromComplete('weightGrams'),
  isVisible: fromComplete('isVisible'),
  url: fromComplete('url'),
  categoryName: fromComplete('categoryName'),
  updatedAt: fromComplete('updatedAt'),
  variants: async (product, _, { joins }) => [...(await joins.products.complete(product)).variants],
  counterparts: async (product, _, context) => {
    const shown = await onlyShown(await context.joins.products.counterparts(product), context);
    return [...shown].map((counterpart) => ({ matchedBy: 'SKU', product: counterpart }));
  },
};

type Detail = Exclude<
  keyof ProductParent,
  'variants' | 'isComplete' | 'provider' | 'externalId' | 'sku' | 'title' | 'price'
>;

/** A field that a list in short may lack: the shop's details are loaded unless the row has it. */
function fromComplete<Field extends Detail>(field: Field) {
  return async (product: ProductParent, _: unknown, { joins }: GatewayContext): Promise<ProductParent[Field]> =>
    product[field] ?? (await joins.products.complete(product))[field];
}
