import { localText } from '../kernel/zone.js';
import { moneyText, SHOP_ZONE } from './replies.js';
import type { ShopProduct, ShopState } from './state.js';

/** A product in the list of the newest ones: the short form. */
export function productRow(product: ShopProduct, { categories }: ShopState): Record<string, unknown> {
  return {
    id: product.shopId,
    sku: product.sku,
    title: product.title,
    price: moneyText(product.priceMinor),
    qty: String(product.stock),
    visible: product.visible ? '1' : '0',
    headcategory_name: categories.find((category) => category.id === product.categoryId)?.name ?? '',
    date_modified: localText(product.modifiedAt, SHOP_ZONE),
  };
}

/** A product asked for by id: everything. The document shows no body; names are assumed from its write fields. */
export function productDetail(product: ShopProduct, state: ShopState): Record<string, unknown> {
  const { texts } = product;
  return {
    ...productRow(product, state),
    hasVariants: product.variants.length > 0 ? '1' : '0',
    before_price: product.beforePriceMinor === null ? null : moneyText(product.beforePriceMinor),
    purchase_price: moneyText(product.purchaseMinor),
    tax_rate: String(product.taxRate),
    weight: String(product.weightGrams),
    gtin: product.gtin ?? '',
    description: texts.description ?? '',
    stock_location: texts.stock_location ?? '',
    disable_minusqty: texts.disable_minusqty ?? '0',
    supplier_name: texts.supplier_name ?? '',
    supplier_sku: texts.supplier_sku ?? '',
    datafield_1: texts.datafield_1 ?? '',
    datafield_2: texts.datafield_2 ?? '',
    datafield_3: texts.datafield_3 ?? '',
    seo_title: texts.seo_title ?? '',
    seo_description: texts.seo_description ?? '',
    url: `https://shop.example.com/produkter/${product.shopId}`,
    images: imagesOf(product),
    variants: variantsOf(product),
  };
}

/** PHP prints a map without entries as a list. */
function imagesOf(product: ShopProduct): unknown {
  if (Number(product.shopId) % 4 === 0) return [];
  return { '1': { image: `https://shop.example.com/bilder/${product.shopId}.jpg`, alttext: product.title } };
}

function variantsOf(product: ShopProduct): unknown[] {
  return product.variants.map((variant) => ({
    id: variant.id,
    product_id: product.shopId,
    sku: variant.sku,
    price: moneyText(variant.priceMinor),
    qty: String(variant.stock),
    gtin: variant.gtin ?? '',
    values: [{ field_name: 'Storlek', val: variant.value }],
  }));
}
