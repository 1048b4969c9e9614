import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedOf } from '../../support/fake-upstream.js';
import { paramOf, startShop } from './start-shop.js';

const product = (id: string | number) => ({ id, sku: `S-${id}`, title: `No. ${id}`, price: '899' });
const idsOf = (loaded: readonly unknown[]) =>
  loaded.map((value) => (value as { externalId?: string } | null)?.externalId ?? null);

test('reads a product whole, with scalars as text or number and maps for lists', async () => {
  const json = {
    product: {
      id: 123,
      sku: 'SHIRT-123',
      title: 'T-shirt',
      visible: '1',
      qty: '12',
      price: '899',
      before_price: '999.50',
      weight: '400',
      gtin: 'Shirt-100BNMB',
      description: '<p>Hi</p>',
      headcategory_name: 'Shirts',
      url: '/t-shirt',
      date_modified: '2017-09-27 10:29:22',
      images: { '1': { image: 'a.png' } },
      variants: {
        '5': { id: '5', sku: 'V', price: '200.00', qty: '-1', gtin: '', values: [{ val: 'Blue' }, { val: 'L' }] },
      },
    },
  };
  await using shop = await startShop(() => ({ json }), 'SEK');

  expect(await shop.source.products.byExternalId.load('123')).toEqual({
    provider: 'QUICKBUTIK',
    externalId: '123',
    sku: 'SHIRT-123',
    title: 'T-shirt',
    price: { amount: '899.00', currency: 'SEK', raw: '899' },
    isComplete: true,
    description: '<p>Hi</p>',
    compareAtPrice: { amount: '999.50', currency: 'SEK', raw: '999.50' },
    salePrice: null,
    stock: 12,
    availability: null,
    rawAvailability: null,
    gtin: 'Shirt-100BNMB',
    mpn: null,
    weightGrams: '400',
    isVisible: true,
    url: '/t-shirt',
    categoryName: 'Shirts',
    updatedAt: '2017-09-27T08:29:22Z',
    variants: [
      {
        externalId: '5',
        sku: 'V',
        title: 'Blue / L',
        price: { amount: '200.00', currency: 'SEK', raw: '200.00' },
        stock: -1,
        gtin: null,
      },
    ],
  });
});

test.each([
  ['{product: {}}', { product: product(12) }],
  ['{product: []}', { product: [product(12)] }],
  ['{products: []}', { products: [product(12)] }],
  ['a bare array', [product(12)]],
  ['a bare object', product(12)],
  ['a bare object under the name of the writes', { product_id: 12, title: 'x' }],
  ['a map keyed by id', { '12': { title: 'x' } }],
])('finds the product in %s', async (_shape, json) => {
  await using shop = await startShop(() => ({ json }));

  expect(await shop.source.products.byExternalId.load('12')).toMatchObject({ externalId: '12' });
});

test.each([
  ['404', { status: 404, text: '' }],
  ['an empty product', { json: { product: {} } }],
  ['no product', { json: { product: [] } }],
  ['another product', { json: product(13) }],
])('has no product for %s', async (_case, reply) => {
  await using shop = await startShop(() => reply);

  expect(await shop.source.products.byExternalId.load('12')).toBeNull();
  expect(askedOf(shop.requests)).toEqual(['GET /products?product_id=12']);
});

test('asks for fifty ids in one call and for a sixty-first in the second', async () => {
  await using shop = await startShop((request) => ({
    json: { product: paramOf(request, 'product_id')?.split(',').toReversed().map(product) },
  }));
  const ids = Array.from({ length: 61 }, (_, index) => String(index + 1));

  const loaded = await shop.source.products.byExternalId.loadMany([...ids, '7']);

  expect(idsOf(loaded)).toEqual([...ids, '7']);
  expect(shop.requests.map((request) => paramOf(request, 'product_id')?.split(',').length).sort()).toEqual([11, 50]);
});

test('is missing for the one unknown id of a comma list', async () => {
  await using shop = await startShop(() => ({ json: [product(12), product(10)] }));

  expect(idsOf(await shop.source.products.byExternalId.loadMany(['10', '11', '12']))).toEqual(['10', null, '12']);
  expect(shop.requests).toHaveLength(1);
});

test.each([
  ['404 for the whole list', { status: 404, text: '' }],
  ['a refusal of the list', { status: 400, text: '' }],
])('asks one by one after %s', async (_case, refusal) => {
  await using shop = await startShop((request) => {
    const ids = paramOf(request, 'product_id') ?? '';
    return ids.includes(',') || ids === '11'
      ? { ...refusal, status: ids === '11' ? 404 : refusal.status }
      : { json: product(ids) };
  });

  expect(idsOf(await shop.source.products.byExternalId.loadMany(['10', '11', '12']))).toEqual(['10', null, '12']);
  expect(askedOf(shop.requests)[0]).toBe('GET /products?product_id=10,11,12');
  expect(askedOf(shop.requests).slice(1).sort()).toEqual([
    'GET /products?product_id=10',
    'GET /products?product_id=11',
    'GET /products?product_id=12',
  ]);
});

test('asks one by one where the shop reads the comma list as its first id', async () => {
  await using shop = await startShop((request) => ({
    json: product(paramOf(request, 'product_id')?.split(',')[0] ?? ''),
  }));

  expect(idsOf(await shop.source.products.byExternalId.loadMany(['10', '11', '12']))).toEqual(['10', '11', '12']);
  expect(shop.requests).toHaveLength(3);
});

test('asks one by one where the shop answers the comma list with other products', async () => {
  await using shop = await startShop((request) => {
    const ids = paramOf(request, 'product_id') ?? '';
    return { json: ids.includes(',') ? [product('98'), product('99')] : product(ids) };
  });

  expect(idsOf(await shop.source.products.byExternalId.loadMany(['10', '11']))).toEqual(['10', '11']);
  expect(shop.requests).toHaveLength(3);
});

test('asks for an id by itself that would not stay one id in a comma list, and for a blank one not at all', async () => {
  await using shop = await startShop((request) => ({ json: product(paramOf(request, 'product_id') ?? '') }));

  expect(idsOf(await shop.source.products.byExternalId.loadMany(['1,2', ' ', '3']))).toEqual(['1,2', null, '3']);
  expect(askedOf(shop.requests).sort()).toEqual(['GET /products?product_id=1,2', 'GET /products?product_id=3']);
});

test('leaves a failing single call to its own id', async () => {
  await using shop = await startShop((request) => {
    const id = paramOf(request, 'product_id') ?? '';
    if (id.includes(',')) return { status: 404, text: '' };
    return id === '11' ? { status: 403, text: '' } : { json: product(id) };
  });

  const [ten, eleven] = await shop.source.products.byExternalId.loadMany(['10', '11']);

  expect(ten).toMatchObject({ externalId: '10' });
  expect(eleven).toMatchObject({ code: 'PROVIDER_AUTH' });
});

test('never puts a product on another id, however the shop mixes its rows', async () => {
  const id = fc.integer({ min: 1, max: 8 }).map(String);
  const rows = fc.array(fc.oneof(id.map(product), fc.constant({ title: 'no id' })), { maxLength: 12 });
  let answer: readonly unknown[] = [];
  await using shop = await startShop(() => ({ json: answer }));
  await fc.assert(
    fc.asyncProperty(rows, fc.uniqueArray(id, { minLength: 1 }), async (given, asked) => {
      answer = given;
      shop.source.products.byExternalId.clearAll();
      const loaded = idsOf(await shop.source.products.byExternalId.loadMany(asked));
      const present = new Set(given.map((row) => ('id' in row ? row.id : null)));
      expect(loaded).toEqual(asked.map((key) => (present.has(key) ? key : null)));
    }),
    { numRuns: 60 },
  );
});
