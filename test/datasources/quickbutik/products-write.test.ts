import { describe, expect, it } from 'vitest';
import { askedOf, type FakeReply } from '../../support/fake-upstream.js';
import { paramOf, startShop } from './start-shop.js';
import { newProduct, productChange, written } from './write-samples.js';

const shirt = newProduct({ sku: 'SHIRT-123', title: 'T-shirt', description: '<p><b>Cool!</b></p>', price: '199' });
const special = newProduct({ sku: 'SHIRT-333', title: 'T-shirt Special', price: '399' });

/** A shop that answers writes as told and shows these products by id and in its list. */
const startStocked = (reply: FakeReply, products: readonly object[] = []) =>
  startShop((request) => {
    if (request.method !== 'GET') return reply;
    const ids = paramOf(request, 'product_id')?.split(',');
    return { json: { product: products.filter((row) => !ids || ids.includes(String(Reflect.get(row, 'id')))) } };
  }, 'SEK');

const created = { json: { created: [123, 124].map((product_id) => ({ product_id, success: 1 })) } };

describe('products to make', () => {
  it('are sent as the sample of the document, prices as numbers', async () => {
    await using shop = await startStocked(created);
    await shop.source.writes.createProducts([shirt, special]);
    expect(shop.requests[0]).toMatchObject({ method: 'POST', path: '/products' });
    expect(written(shop.requests)).toEqual([
      [
        { sku: 'SHIRT-123', title: 'T-shirt', description: '<p><b>Cool!</b></p>', price: 199 },
        { sku: 'SHIRT-333', title: 'T-shirt Special', price: 399 },
      ],
    ]);
  });

  it('carry every field in the type of the document', async () => {
    await using shop = await startStocked({ json: { created: [{ product_id: 1, success: 1 }] } });
    await shop.source.writes.createProducts([
      newProduct({
        title: 'A',
        price: '9.75',
        compareAtPrice: '399.00',
        purchasePrice: '69',
        taxRatePercent: '25',
        weightGrams: '400',
        stock: 1,
        gtin: 'Shirt-100BNMB',
        categoryName: 'T-shirts',
        visible: true,
        disableNegativeStock: false,
      }),
    ]);
    expect(written(shop.requests)).toEqual([
      [
        {
          title: 'A',
          price: 9.75,
          before_price: 399,
          purchase_price: 69,
          tax_rate: 25,
          weight: 400,
          stock: 1,
          gtin: 'Shirt-100BNMB',
          headcategory_name: 'T-shirts',
          visible: 1,
          disable_minusqty: '0',
        },
      ],
    ]);
  });

  it('are read afterwards in one call', async () => {
    await using shop = await startStocked(created, [
      { id: 124, sku: 'SHIRT-333', title: 'T-shirt Special', qty: '3' },
      { id: 123, title: 'T-shirt', variants: [{ id: 1, sku: 'SHIRT-123' }] },
    ]);
    const rows = await shop.source.writes.createProducts([shirt, special]);
    expect(rows).toMatchObject([
      { state: 'DONE', entity: { externalId: '123', title: 'T-shirt' } },
      { state: 'DONE', entity: { externalId: '124', stock: 3, isComplete: true } },
    ]);
    expect(askedOf(shop.requests)).toEqual(['POST /products', 'GET /products?product_id=123,124']);
  });

  it('are made even where they cannot be read afterwards', async () => {
    await using shop = await startShop(({ method }) => (method === 'GET' ? { status: 400 } : created), 'SEK');
    const [row] = await shop.source.writes.createProducts([shirt, special]);
    expect(row).toMatchObject({
      state: 'DONE',
      entity: {
        externalId: '123',
        sku: 'SHIRT-123',
        title: 'T-shirt',
        price: { amount: '199.00', currency: 'SEK' },
        isComplete: false,
      },
    });
  });

  it('are unknown where the product read back has the sku of another', async () => {
    await using shop = await startStocked(created, [
      { id: 123, sku: 'SHIRT-123' },
      { id: 124, sku: 'OTHER' },
    ]);
    expect(await shop.source.writes.createProducts([shirt, special])).toMatchObject([
      { state: 'DONE', entity: { externalId: '123' } },
      { state: 'UNKNOWN' },
    ]);
  });

  it('are not told to be refused or made by their place once a product stands in the place of another', async () => {
    const rows = [
      { product_id: 124, success: 1 },
      { success: 0, errors: ['Nej'] },
      { product_id: 125, success: 1 },
    ];
    await using shop = await startStocked({ json: { created: rows } }, [
      { id: 124, sku: 'SHIRT-333' },
      { id: 125, title: 'Plain' },
    ]);
    const sent = [shirt, special, newProduct({ title: 'Plain' })];
    expect(await shop.source.writes.createProducts(sent)).toEqual(sent.map(() => ({ state: 'UNKNOWN' })));
  });

  it('fail one by one where the rows are as many as the products', async () => {
    const rows = [
      { product_id: 123, success: '1' },
      { success: '0', errors: ['Finns redan'] },
    ];
    await using shop = await startStocked({ json: { created: rows } });
    expect(await shop.source.writes.createProducts([shirt, special])).toMatchObject([
      { state: 'DONE' },
      { state: 'REFUSED', words: 'Finns redan' },
    ]);
  });

  it.each([
    ['a row is missing', { json: { created: [{ product_id: 123, success: 1 }] } }],
    ['there is a row too many', { json: { created: [1, 2, 3].map((id) => ({ product_id: id, success: 1 })) } }],
    ['the answer is empty', { json: [] }],
    ['the answer is cut', { drop: true }],
    ['the shop fails', { status: 500 }],
  ])('have an unknown outcome when %s', async (_, reply) => {
    await using shop = await startShop(() => reply);
    await expect(shop.source.writes.createProducts([shirt, special])).rejects.toMatchObject({
      code: 'PROVIDER_OUTCOME_UNKNOWN',
    });
    expect(shop.requests).toHaveLength(1);
  });

  it('are refused by 404, which is no absence here', async () => {
    await using shop = await startShop(() => ({ status: 404, json: { code: 404, error: 'Fel' } }));
    await expect(shop.source.writes.createProducts([shirt])).rejects.toMatchObject({
      code: 'PROVIDER_REJECTED',
      words: 'Fel',
    });
  });
});

describe('products to change', () => {
  it('are sent as the sample of the document: by sku, or by the numbers of product and variant', async () => {
    await using shop = await startStocked({ json: { success: 1, errors: [] } });
    await shop.source.writes.updateProducts([
      productChange({
        key: { sku: 'SHIRT-123' },
        title: 'T-shirt',
        description: '',
        supplierName: 'Shirt Factory',
        supplierSku: 'SHIRT-WHITE-123',
        dataField1: 'CustomData',
        gtin: 'Shirt-100BNMB',
      }),
      productChange({ key: { productId: '1', variantId: '2' }, price: '123' }),
      productChange({
        key: { productId: '7', variantId: undefined },
        stock: 0,
        stockLocation: 'A1',
        visible: false,
        disableNegativeStock: true,
        seoTitle: 't',
        seoDescription: '',
      }),
    ]);
    expect(shop.requests[0]).toMatchObject({ method: 'PUT', path: '/products' });
    expect(written(shop.requests)).toEqual([
      [
        {
          sku: 'SHIRT-123',
          title: 'T-shirt',
          description: '',
          supplier_name: 'Shirt Factory',
          supplier_sku: 'SHIRT-WHITE-123',
          datafield_1: 'CustomData',
          gtin: 'Shirt-100BNMB',
        },
        { product_id: 1, variant_id: 2, price: 123 },
        {
          product_id: 7,
          stock: 0,
          stock_location: 'A1',
          visible: 0,
          disable_minusqty: '1',
          seo_title: 't',
          seo_description: '',
        },
      ],
    ]);
  });

  it('are read afterwards by id and by sku; a sku that several have tells none', async () => {
    const products = [
      { id: 1, sku: 'A', title: 'one' },
      { id: 2, sku: 'B', title: 'two' },
      { id: 3, sku: 'C', title: 'three' },
      { id: 4, sku: 'C', title: 'four' },
    ];
    await using shop = await startStocked({ json: { success: '1', errors: [] } }, products);
    const rows = await shop.source.writes.updateProducts([
      productChange({ key: { productId: '1', variantId: undefined }, stock: 1 }),
      productChange({ key: { sku: 'B' }, stock: 1 }),
      productChange({ key: { sku: 'C' }, stock: 1 }),
    ]);
    expect(rows).toMatchObject([
      { state: 'DONE', entity: { title: 'one' } },
      { state: 'DONE', entity: { title: 'two' } },
      { state: 'DONE', entity: null },
    ]);
  });

  const three = ['AB', 'ABC', '9'].map((name) =>
    productChange({ key: name === '9' ? { productId: '9', variantId: undefined } : { sku: name }, stock: 1 }),
  );

  it.each([
    ['nothing', 1, [], ['DONE', 'DONE', 'DONE']],
    ['nothing, as an empty map', 1, {}, ['DONE', 'DONE', 'DONE']],
    ['a sku as a whole word', 1, ['Could not find product AB'], ['REFUSED', 'DONE', 'DONE']],
    ['two skus, one within the other', 1, ['ABC och AB saknas'], ['REFUSED', 'REFUSED', 'DONE']],
    ['an id', 1, [{ product_id: 9, error: 'Nej' }], ['DONE', 'DONE', 'REFUSED']],
    ['a sku as the key of a map', 1, { ABC: 'Nej' }, ['DONE', 'REFUSED', 'DONE']],
    ['no row', 1, ['Något gick fel'], ['UNKNOWN', 'UNKNOWN', 'UNKNOWN']],
    ['no row while all failed', 0, ['Något gick fel'], ['REFUSED', 'REFUSED', 'REFUSED']],
    ['nothing while all failed', '0', [], ['REFUSED', 'REFUSED', 'REFUSED']],
  ])('are told by errors that name %s', async (_, success, errors, states) => {
    await using shop = await startStocked({ json: { success, errors } });
    const rows = await shop.source.writes.updateProducts(three);
    expect(rows.map(({ state }) => state)).toEqual(states);
  });

  it.each([
    [1, ['Bilden kunde inte laddas'], { state: 'UNKNOWN' }],
    ['1', { AB: 'Nej' }, { state: 'UNKNOWN' }],
    [0, ['Nej'], { state: 'REFUSED', words: 'Nej' }],
    [1, [], { state: 'DONE' }],
  ])('that are one, answered with success %j and errors %j, become %j', async (success, errors, row) => {
    await using shop = await startStocked({ json: { success, errors } });
    expect(await shop.source.writes.updateProducts(three.slice(0, 1))).toMatchObject([row]);
  });

  it.each([{ json: {} }, { json: { success: 'ja' } }, { text: 'OK' }, { status: 500 }, { drop: true }])(
    'have an unknown outcome after %j',
    async (reply) => {
      await using shop = await startShop(() => reply);
      await expect(shop.source.writes.updateProducts(three)).rejects.toMatchObject({
        code: 'PROVIDER_OUTCOME_UNKNOWN',
      });
      expect(shop.requests).toHaveLength(1);
    },
  );
});

describe('products that may have been made', () => {
  const claimedAtMs = Date.parse('2026-05-01T10:00:00Z');
  const row = { id: 5, sku: 'SHIRT-123', title: 'T-shirt', price: '199.00', date_modified: '2026-05-01 12:00:00' };

  it('are found by sku, with the title and the price that were sent', async () => {
    await using shop = await startStocked({}, [row]);
    expect(await shop.source.writes.findCreatedProducts([shirt], claimedAtMs)).toMatchObject([
      { state: 'DONE', entity: { externalId: '5' } },
    ]);
  });

  const full = {
    ...row,
    before_price: '250.00',
    qty: '3',
    gtin: '123',
    description: 'Cool',
    visible: '1',
    weight: '400',
    headcategory_name: 'T-shirts',
  };
  const wanted = newProduct({
    sku: 'SHIRT-123',
    title: 'T-shirt',
    price: '199',
    compareAtPrice: '250',
    stock: 3,
    gtin: '123',
    description: 'Cool',
    visible: true,
    weightGrams: '400.0',
    categoryName: 'T-shirts',
  });

  it('are found with every field that was sent, and by the others where the shop does not show one', async () => {
    for (const products of [[full], [row], [{ ...full, date_modified: undefined }]]) {
      await using shop = await startStocked({}, products);
      expect(await shop.source.writes.findCreatedProducts([wanted], claimedAtMs)).toMatchObject([{ state: 'DONE' }]);
    }
  });

  it.each([
    { before_price: '251' },
    { qty: '4' },
    { gtin: '124' },
    { description: 'old' },
    { visible: '0' },
    { weight: '401' },
    { headcategory_name: 'Hats' },
    { price: null },
    { title: null },
    { date_modified: '2026-05-01 11:49:59' },
  ])('are not taken for made when the shop shows %j', async (fields) => {
    await using shop = await startStocked({}, [{ ...full, ...fields }]);
    expect(await shop.source.writes.findCreatedProducts([wanted], claimedAtMs)).toBeNull();
  });

  it.each([{ title: null }, { price: null }])(
    'are not looked for by less than sku, title and price: %j',
    async (less) => {
      await using shop = await startStocked({}, [full]);
      expect(await shop.source.writes.findCreatedProducts([{ ...wanted, ...less }], claimedAtMs)).toBeNull();
    },
  );

  it.each([
    ['the price differs', [{ ...row, price: '198.00' }]],
    ['the title differs', [{ ...row, title: 'Shirt' }]],
    ['two have the sku', [row, { ...row, id: 6 }]],
    ['it has not changed for days', [{ ...row, date_modified: '2026-04-28 12:00:00' }]],
    ['none has the sku', []],
  ])('are not taken for made when %s', async (_, products) => {
    await using shop = await startStocked({}, products);
    expect(await shop.source.writes.findCreatedProducts([shirt], claimedAtMs)).toBeNull();
  });

  it('are not looked for unless each has a sku of its own', async () => {
    await using shop = await startStocked({}, [row]);
    expect(await shop.source.writes.findCreatedProducts([shirt, newProduct({ title: 'A' })], claimedAtMs)).toBeNull();
    expect(await shop.source.writes.findCreatedProducts([shirt, shirt], claimedAtMs)).toBeNull();
    expect(shop.requests).toHaveLength(0);
  });
});
