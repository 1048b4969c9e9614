import type { NewShopProduct, ShopProductChange, ShopProductText } from '../../domain/shop-writes.js';
import { checkItemCount } from '../check-items.js';
import type { InputCheck } from '../input-check.js';
import type { Maybe } from '../maybe.js';
import { type GivenProductKey, readProductKey } from './product-key.js';
import { checkClearable, checkDecimal, checkHtml, checkShort, type Field } from './values.js';

interface GivenValues {
  readonly title?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly price?: Maybe<string>;
  readonly compareAtPrice?: Maybe<string>;
  readonly purchasePrice?: Maybe<string>;
  readonly taxRatePercent?: Maybe<string>;
  readonly stock?: Maybe<number>;
  readonly gtin?: Maybe<string>;
  readonly visible?: Maybe<boolean>;
  readonly disableNegativeStock?: Maybe<boolean>;
}

/** A new product as a caller gives it. */
export interface GivenProduct extends GivenValues {
  readonly sku?: Maybe<string>;
  readonly weightGrams?: Maybe<string>;
  readonly categoryName?: Maybe<string>;
}

/** A changed product as a caller gives it. */
export interface GivenProductChange
  extends GivenValues,
    GivenProductKey,
    Readonly<Partial<Record<ShopProductText, Maybe<string>>>> {}

/** Reads products to make. The document marks no field as required; a product of which nothing is said is none. */
export function readNewProducts(given: readonly GivenProduct[], check: InputCheck): NewShopProduct[] {
  checkItemCount(given.length, ['products'], check);
  return given.map((product, index) => {
    const field = ['products', index];
    const read: NewShopProduct = {
      sku: checkShort(product.sku, [...field, 'sku'], check),
      title: checkShort(product.title, [...field, 'title'], check),
      description: checkHtml(product.description, [...field, 'description'], check),
      gtin: checkShort(product.gtin, [...field, 'gtin'], check),
      ...readValues(product, field, check),
      weightGrams: checkDecimal(product.weightGrams, [...field, 'weightGrams'], check),
      categoryName: checkShort(product.categoryName, [...field, 'categoryName'], check),
    };
    if (!product.sku?.trim() && !product.title?.trim())
      check.add([...field, 'title'], 'REQUIRED', 'A product needs a title or a sku.');
    return read;
  });
}

/** Reads changes of products. An empty text clears a field, except the title. One product may stand twice: the later change wins. */
export function readProductChanges(given: readonly GivenProductChange[], check: InputCheck): ShopProductChange[] {
  checkItemCount(given.length, ['products'], check);
  return given.map((product, index) => {
    const field = ['products', index];
    const text = (name: ShopProductText | 'gtin') => checkClearable(product[name], [...field, name], check);
    const { key, ...change }: ShopProductChange = {
      key: readProductKey(product, field, check),
      title: checkShort(product.title, [...field, 'title'], check),
      description: checkClearable(product.description, [...field, 'description'], check, { isHtml: true }),
      gtin: text('gtin'),
      ...readValues(product, field, check),
      stockLocation: text('stockLocation'),
      supplierName: text('supplierName'),
      supplierSku: text('supplierSku'),
      dataField1: text('dataField1'),
      dataField2: text('dataField2'),
      dataField3: text('dataField3'),
      seoTitle: text('seoTitle'),
      seoDescription: text('seoDescription'),
    };
    if (product.title?.trim() === '') check.add([...field, 'title'], 'REQUIRED', 'Must not be blank.');
    else if (!isAnyGiven(change, product)) check.add(field, 'REQUIRED', 'Nothing is to be changed.');
    return { key, ...change };
  });
}

function readValues(given: GivenValues, field: Field, check: InputCheck) {
  const decimal = (name: 'price' | 'compareAtPrice' | 'purchasePrice' | 'taxRatePercent') =>
    checkDecimal(given[name], [...field, name], check);
  return {
    price: decimal('price'),
    compareAtPrice: decimal('compareAtPrice'),
    purchasePrice: decimal('purchasePrice'),
    taxRatePercent: decimal('taxRatePercent'),
    stock: given.stock ?? null,
    visible: given.visible ?? null,
    disableNegativeStock: given.disableNegativeStock ?? null,
  };
}

/** Whether a change has a value, or had one that was refused. */
function isAnyGiven(change: Omit<ShopProductChange, 'key'>, given: GivenProductChange): boolean {
  return Object.keys(change).some((name) => (given[name as keyof typeof change] ?? null) !== null);
}
