import type {
  NewShopProduct,
  ShopOrderChange,
  ShopOrderContent,
  ShopProductChange,
  ShopStatusChange,
} from '../../../src/domain/shop-writes.js';
import type { FakeReply, ReceivedRequest } from '../../support/fake-upstream.js';
import { documentedOrder } from './start-shop.js';

const noProduct: NewShopProduct = {
  sku: null,
  title: null,
  description: null,
  price: null,
  compareAtPrice: null,
  purchasePrice: null,
  taxRatePercent: null,
  weightGrams: null,
  stock: null,
  gtin: null,
  categoryName: null,
  visible: null,
  disableNegativeStock: null,
};

/** A new product of which only this is given. */
export function newProduct(given: Partial<NewShopProduct>): NewShopProduct {
  return { ...noProduct, ...given };
}

/** A change of which only this is given. */
export function productChange(given: Partial<ShopProductChange> & Pick<ShopProductChange, 'key'>): ShopProductChange {
  const { sku: _, weightGrams: __, categoryName: ___, ...common } = noProduct;
  return {
    ...common,
    stockLocation: null,
    supplierName: null,
    supplierSku: null,
    dataField1: null,
    dataField2: null,
    dataField3: null,
    seoTitle: null,
    seoDescription: null,
    ...given,
  };
}

/** The order of the seed document's POST sample. */
export const sampleOrder: ShopOrderContent = {
  buyer: {
    type: 'BUSINESS',
    email: 'kalle@example.com',
    phone: '+46123456789',
    address: {
      company: 'Name AB',
      firstName: 'Kalle',
      lastName: 'Anka Ankesson',
      lines: ['Gladagatan 10'],
      city: 'Ankeborg',
      postalCode: '12345',
      countryCode: 'SE',
    },
    newsletterSubscribe: null,
    createLogin: null,
  },
  payment: null,
  shipping: { id: '1', name: 'Postnord Parcel Special', price: null },
  products: [{ product: { sku: 'SHIRT-123' }, quantity: 1 }],
  addProducts: null,
  removeProducts: null,
  addDiscount: null,
  removeDiscount: false,
};

/** Changes of an order of which only this is given. */
export function orderChange(reference: string, given: Partial<ShopOrderContent>): ShopOrderChange {
  return { ...sampleOrder, reference, buyer: null, shipping: null, products: null, ...given };
}

/** A step of an order of which only this is given. */
export function statusChange(given: Pick<ShopStatusChange, 'reference' | 'status'> & Partial<ShopStatusChange>) {
  return { shipping: null, sendEmail: null, sendWebhook: null, language: null, ...given };
}

/** Answers a write as told and reads with the documented order under whichever id is asked for. */
export function writesAnswered(reply: FakeReply, orderFields: object = {}): (request: ReceivedRequest) => FakeReply {
  return ({ method, query }) => {
    if (method !== 'GET') return reply;
    const id = query.find(([name]) => name === 'order_id')?.[1];
    return id === undefined ? { status: 404 } : { json: { ...documentedOrder, order_id: id, ...orderFields } };
  };
}

/** The JSON that was sent by writes, call by call. */
export function written(requests: readonly ReceivedRequest[]): unknown[] {
  return requests.filter(({ method }) => method !== 'GET').map(({ body }) => JSON.parse(body) as unknown);
}
