import { asRecords, minorField, numberField, textField } from '../kernel/json-fields.js';
import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';
import { findLine } from './product-match.js';
import { failure } from './replies.js';
import { nextId, PRODUCT_TEXTS, type ShopProduct, type ShopState } from './state.js';

type Fields = Record<string, unknown>;

/** Answers POST /v1/products. The document has one error for the whole call, so nothing is made unless all can be. */
export function createProducts(request: SandboxRequest, state: ShopState): SandboxReply {
  const items = asRecords(request.json());
  if (items === null || items.length === 0) return failure(404, 'Expected a list of products');
  if (items.some((item) => textField(item, 'title') === null)) return failure(404, 'A product needs a title');
  const created = items.map((item) => {
    const product = blankProduct(nextId(state.products.map(({ shopId }) => shopId)), state.now());
    change(product, item, state);
    state.products.push(product);
    return { product_id: Number(product.shopId), success: 1 };
  });
  state.applied.count('createProduct', created.length);
  return { status: 200, body: { created } };
}

/** Answers PUT /v1/products: items that name no known product end up in `errors`, the others are changed. */
export function updateProducts(request: SandboxRequest, state: ShopState): SandboxReply {
  const items = asRecords(request.json());
  if (items === null) return failure(404, 'Expected a list of products');
  const errors: string[] = [];
  for (const item of items) {
    const found = findLine(item, state.products);
    if (found === null) {
      errors.push(`Could not find product ${textField(item, 'product_id') ?? textField(item, 'sku') ?? ''}`.trim());
      continue;
    }
    if (found.variant === null) change(found.product, item, state);
    else changeVariant(found.variant, item);
    found.product.modifiedAt = state.now();
    state.applied.count('updateProduct');
  }
  return { status: 200, body: { success: errors.length < items.length || items.length === 0 ? 1 : 0, errors } };
}

function change(product: ShopProduct, item: Fields, state: ShopState): void {
  product.sku = product.sku === '' ? (textField(item, 'sku') ?? '') : product.sku;
  product.title = textField(item, 'title') ?? product.title;
  product.priceMinor = minorField(item, 'price') ?? product.priceMinor;
  product.beforePriceMinor = minorField(item, 'before_price') ?? product.beforePriceMinor;
  product.purchaseMinor = minorField(item, 'purchase_price') ?? product.purchaseMinor;
  product.taxRate = numberField(item, 'tax_rate') ?? product.taxRate;
  product.weightGrams = numberField(item, 'weight') ?? product.weightGrams;
  product.stock = numberField(item, 'stock') ?? product.stock;
  product.gtin = textField(item, 'gtin') ?? product.gtin;
  product.visible = (numberField(item, 'visible') ?? Number(product.visible)) === 1;
  const shelf = textField(item, 'headcategory_name');
  product.categoryId = state.categories.find(({ name }) => name === shelf)?.id ?? product.categoryId;
  for (const name of PRODUCT_TEXTS) {
    const text = item[name];
    if (typeof text === 'string') product.texts[name] = text;
  }
}

function changeVariant(variant: ShopProduct['variants'][number], item: Fields): void {
  variant.priceMinor = minorField(item, 'price') ?? variant.priceMinor;
  variant.stock = numberField(item, 'stock') ?? variant.stock;
  variant.gtin = textField(item, 'gtin') ?? variant.gtin;
}

function blankProduct(shopId: string, modifiedAt: Date): ShopProduct {
  return {
    shopId,
    sku: '',
    title: '',
    priceMinor: 0,
    beforePriceMinor: null,
    purchaseMinor: 0,
    stock: 0,
    gtin: null,
    weightGrams: 0,
    categoryId: '',
    visible: true,
    variants: [],
    inQPilot: false,
    inShop: true,
    modifiedAt,
    taxRate: 25,
    texts: {},
  };
}
