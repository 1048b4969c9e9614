import { describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../../../src/domain/global-id.js';
import { InputCheck } from '../../../src/writes/input-check.js';
import { type GivenStatus, readStatuses } from '../../../src/writes/quickbutik/order-statuses.js';
import {
  type GivenOrder,
  type GivenOrderChange,
  readNewOrders,
  readOrderChanges,
} from '../../../src/writes/quickbutik/orders.js';
import {
  type GivenProduct,
  type GivenProductChange,
  readNewProducts,
  readProductChanges,
} from '../../../src/writes/quickbutik/products.js';

/** The problems of an input as `path code`. */
function problems<Given, Read>(read: (given: readonly Given[], check: InputCheck) => Read, given: readonly Given[]) {
  const check = new InputCheck();
  read(given, check);
  return check.errors.map(({ field, code }) => `${field.join('.')} ${code}`);
}

const order: GivenOrder = { customer: { type: 'CONSUMER', email: 'ann@example.com' }, products: [{ sku: 'A' }] };
const idOf = (type: string, provider: string, externalId: string) => encodeGlobalId({ type, provider, externalId });

describe('new orders', () => {
  it('are told all their problems at once, each with its path', () => {
    const given: GivenOrder[] = [
      {
        customer: {
          type: 'BUSINESS',
          email: 'not one',
          shippingAddress: {
            lines: ['a', 'b', 'c'],
            region: 'MZ',
            phone: '1',
            email: 'x@example.com',
            countryCode: 'XX',
          },
        },
        shipping: { id: 'dhl', price: '-1' },
        products: [{}, { sku: 'A', productId: '1' }, { variantId: '2' }, { sku: 'A', quantity: 101 }],
        discount: '-5',
      },
      { ...order, products: [] },
    ];
    expect(problems(readNewOrders, given).sort()).toEqual(
      [
        'orders.0.customer.email INVALID',
        'orders.0.customer.shippingAddress.company REQUIRED',
        'orders.0.customer.shippingAddress.lines TOO_MANY',
        'orders.0.customer.shippingAddress.region UNSUPPORTED',
        'orders.0.customer.shippingAddress.phone UNSUPPORTED',
        'orders.0.customer.shippingAddress.email UNSUPPORTED',
        'orders.0.customer.shippingAddress.countryCode INVALID',
        'orders.0.shipping.id INVALID',
        'orders.0.shipping.price INVALID',
        'orders.0.products.0.sku REQUIRED',
        'orders.0.products.1.sku INVALID',
        'orders.0.products.2.productId REQUIRED',
        'orders.0.products.3.quantity INVALID',
        'orders.0.discount INVALID',
        'orders.1.products REQUIRED',
      ].sort(),
    );
  });

  it('have a company for a business only', () => {
    const customer = { ...order.customer, shippingAddress: { company: 'Name AB' } };
    expect(problems(readNewOrders, [{ ...order, customer }])).toEqual([
      'orders.0.customer.shippingAddress.company UNSUPPORTED',
    ]);
    expect(problems(readNewOrders, [{ ...order, customer: { ...customer, type: 'BUSINESS' } }])).toEqual([]);
  });

  it('split a single name at its first blank, take a country in any case and leave blank parts out', () => {
    const shippingAddress = {
      name: ' Kalle  Anka Ankesson ',
      lines: ['Gladagatan 10', ' '],
      countryCode: 'se',
      city: ' ',
    };
    const customer = { ...order.customer, shippingAddress };
    const [read] = readNewOrders([{ ...order, customer, payment: { method: ' ' }, shipping: {} }], new InputCheck());
    expect(read).toMatchObject({
      buyer: {
        address: {
          firstName: 'Kalle',
          lastName: 'Anka Ankesson',
          lines: ['Gladagatan 10'],
          countryCode: 'SE',
          city: null,
        },
      },
      payment: null,
      shipping: null,
    });
  });

  it.each([
    [{ name: 'Kalle Anka', firstName: 'Kalle', lastName: 'Anka' }, []],
    [{ name: ' Kalle  Anka ', firstName: 'Kalle', lastName: 'Anka' }, []],
    [{ name: 'Kalle Anka', firstName: 'Kalle' }, ['orders.0.customer.shippingAddress.name UNSUPPORTED']],
    [{ name: 'Kajsa', firstName: 'Kalle', lastName: 'Anka' }, ['orders.0.customer.shippingAddress.name UNSUPPORTED']],
  ])('refuse one of two names that differ: %j', (shippingAddress, told) => {
    expect(problems(readNewOrders, [{ ...order, customer: { ...order.customer, shippingAddress } }])).toEqual(told);
  });

  it('take global ids as well as the shop’s own, and refuse those of other records', () => {
    const lines = (productId: string) => ({ ...order, products: [{ productId }] });
    const [read] = readNewOrders([lines(idOf('Product', 'QUICKBUTIK', '34'))], new InputCheck());
    expect(read?.products).toEqual([{ product: { productId: '34', variantId: undefined }, quantity: 1 }]);
    const foreign = [idOf('Product', 'QPILOT', '34'), idOf('Order', 'QUICKBUTIK', '34'), '1,2'].map(lines);
    expect(problems(readNewOrders, foreign)).toEqual([0, 1, 2].map((n) => `orders.${n}.products.0.productId INVALID`));
  });

  it('are from 1 to 100, of at most 1000 pieces each', () => {
    expect(problems(readNewOrders, [])).toEqual(['orders REQUIRED']);
    expect(
      problems(
        readNewOrders,
        Array.from({ length: 101 }, () => order),
      ),
    ).toEqual(['orders TOO_MANY']);
    const many = Array.from({ length: 11 }, () => ({ sku: 'A', quantity: 100 }));
    expect(problems(readNewOrders, [{ ...order, products: many }])).toEqual(['orders.0.products TOO_MANY']);
  });
});

describe('changes of orders', () => {
  it('name each order once, however it is named, and change something', () => {
    const given: GivenOrderChange[] = [
      { reference: '115', addDiscount: '5' },
      { reference: idOf('Order', 'QUICKBUTIK', '115'), removeDiscount: true },
      { reference: '116', removeDiscount: false },
      { reference: '117', addDiscount: '5', removeDiscount: true },
      { reference: idOf('Order', 'QAPLA', '118'), removeDiscount: true },
      { reference: '119', products: [] },
    ];
    expect(problems(readOrderChanges, given).sort()).toEqual(
      [
        'orders.1.reference TAKEN',
        'orders.2 REQUIRED',
        'orders.3.removeDiscount INVALID',
        'orders.4.reference INVALID',
        'orders.5.products REQUIRED',
      ].sort(),
    );
  });
});

describe('steps of orders', () => {
  it('take only what the shop knows with the status', () => {
    const given: GivenStatus[] = [
      { reference: '1', status: 'PAID', shipping: { trackingNumber: 'A' } },
      { reference: '2', status: 'DONE', sendWebhook: false, language: 'sv' },
      { reference: '3', status: 'CANCELLED', sendEmail: false, shipping: {} },
      { reference: '4', status: 'PAID', language: 'de' },
      { reference: '4', status: 'PAID', language: 'SV' },
    ];
    expect(problems(readStatuses, given)).toEqual([
      'orders.0.shipping UNSUPPORTED',
      'orders.1.sendWebhook UNSUPPORTED',
      'orders.1.language UNSUPPORTED',
      'orders.2.shipping UNSUPPORTED',
      'orders.2.sendEmail UNSUPPORTED',
      'orders.3.language INVALID',
      'orders.4.reference TAKEN',
    ]);
  });
});

describe('new products', () => {
  it('are told their problems', () => {
    const given: GivenProduct[] = [
      { description: 'x' },
      { title: 'A', price: '-1', weightGrams: '0.000000001' },
      { sku: 'A', taxRatePercent: '12345678901234567' },
      { title: 'line\nbreak', description: 'line\nbreak', stock: -3 },
    ];
    expect(problems(readNewProducts, given)).toEqual([
      'products.0.title REQUIRED',
      'products.1.price INVALID',
      'products.1.weightGrams INVALID',
      'products.2.taxRatePercent INVALID',
      'products.3.title INVALID',
    ]);
  });
});

describe('changes of products', () => {
  it('name a product and change something; an empty text is a change, except of the title', () => {
    const given: GivenProductChange[] = [
      { sku: 'A' },
      { price: '1' },
      { sku: 'A', title: ' ' },
      { sku: 'A', description: '' },
      { productId: '1', variantId: '2', stock: 0 },
      { productId: '1', visible: false },
      { sku: 'A', price: '-1' },
    ];
    expect(problems(readProductChanges, given)).toEqual([
      'products.0 REQUIRED',
      'products.1.sku REQUIRED',
      'products.2.title REQUIRED',
      'products.6.price INVALID',
    ]);
  });
});
