import type { NewShopProduct, ShopProductChange, ShopProductKey } from '../../domain/shop-writes.js';
import { amountNumber, flagNumber, flagText, numberWhenDigits, onlyGiven } from './write-values.js';

/**
 * A product of POST /products (seed document). Amounts go as JSON numbers: the document calls them integers, but its reads have decimals
 * (public), so decimals are not cut.
 */
export function newProductBody(product: NewShopProduct): Record<string, unknown> {
  return onlyGiven({
    sku: product.sku,
    ...commonBody(product),
    weight: amountNumber(product.weightGrams),
    headcategory_name: product.categoryName,
  });
}

/** A change of PUT /products (seed document): the product by ids or by sku, then what is new. */
export function productChangeBody(change: ShopProductChange): Record<string, unknown> {
  return {
    ...productKeyBody(change.key),
    ...onlyGiven({
      ...commonBody(change),
      stock_location: change.stockLocation,
      supplier_name: change.supplierName,
      supplier_sku: change.supplierSku,
      datafield_1: change.dataField1,
      datafield_2: change.dataField2,
      datafield_3: change.dataField3,
      seo_description: change.seoDescription,
      seo_title: change.seoTitle,
    }),
  };
}

/** How a write names a product (seed document, order.products and PUT /products): ids as numbers, null for "no variant". */
export function productKeyBody(key: ShopProductKey): Record<string, unknown> {
  if ('sku' in key) return { sku: key.sku };
  const { productId, variantId } = key;
  return {
    product_id: numberWhenDigits(productId),
    ...(variantId !== undefined && { variant_id: variantId === null ? null : numberWhenDigits(variantId) }),
  };
}

function commonBody(product: Omit<NewShopProduct, 'sku' | 'weightGrams' | 'categoryName'>): Record<string, unknown> {
  return {
    title: product.title,
    description: product.description,
    price: amountNumber(product.price),
    before_price: amountNumber(product.compareAtPrice),
    purchase_price: amountNumber(product.purchasePrice),
    tax_rate: amountNumber(product.taxRatePercent),
    stock: product.stock,
    gtin: product.gtin,
    visible: flagNumber(product.visible),
    disable_minusqty: flagText(product.disableNegativeStock),
  };
}
