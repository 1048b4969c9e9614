import { expect, test } from 'vitest';
import { askedOf } from '../../support/fake-upstream.js';
import { paramOf, startShop } from './start-shop.js';

const product = (id: number, sku: string | null, rest: object = {}) => ({ id, sku, title: 'x', price: '1', ...rest });
const fifty = Array.from({ length: 50 }, (_, index) => product(index + 1, `S-${index + 1}`));

test('gives the newest products, simplified unless they carry details, in one call per operation', async () => {
  const json = {
    product: [
      product(2, 'B'),
      product(1, 'A', { qty: 3, gtin: null }),
      product(2, 'B'),
      product(3, 'C', { gtin: '1' }),
    ],
  };
  await using shop = await startShop(() => ({ json }));
  const { newest } = shop.source.products;

  const [{ rows, isComplete }] = await Promise.all([newest(), newest()]);

  expect(rows.map((row) => [row.externalId, row.isComplete])).toEqual([
    ['2', false],
    ['1', true],
    ['3', false],
  ]);
  expect(isComplete).toBe(true);
  expect(askedOf(shop.requests)).toEqual(['GET /products']);
});

test('does not call fifty products all of them', async () => {
  await using shop = await startShop(() => ({ json: fifty }));

  expect(await shop.source.products.newest()).toMatchObject({ isComplete: false });
});

test('has no products in a shop that answers 404', async () => {
  await using shop = await startShop(() => ({ status: 404, text: '' }));

  expect(await shop.source.products.newest()).toEqual({ rows: [], isComplete: true });
});

test('asks for one sku directly and keeps every product and variant that carries it exactly', async () => {
  const json = [
    product(1, 'SHIRT'),
    product(2, ' SHIRT '),
    product(3, 'shirt'),
    product(4, 'SHIRT-2', { variants: [{ id: 9, sku: 'SHIRT' }] }),
    product(5, null),
  ];
  await using shop = await startShop(() => ({ json }));

  const { products, isComplete } = await shop.source.products.bySku.load('SHIRT');

  expect(products.map(({ externalId }) => externalId)).toEqual(['1', '2', '4']);
  expect(isComplete).toBe(true);
  expect(askedOf(shop.requests)).toEqual(['GET /products?sku=SHIRT']);
});

test.each([
  ['404', { status: 404, text: '' }, { products: [], isComplete: true }],
  ['a list that ignores the sku and may have been cut', { json: fifty }, { products: [], isComplete: false }],
  ['a list that ignores the sku and is whole', { json: [product(1, 'A')] }, { products: [], isComplete: true }],
])('answers %s', async (_case, reply, expected) => {
  await using shop = await startShop(() => reply);

  expect(await shop.source.products.bySku.load('SHIRT')).toEqual(expected);
});

test('finds a sku in the list of a shop that ignores the parameter', async () => {
  await using shop = await startShop(() => ({ json: fifty }));

  expect(await shop.source.products.bySku.load('S-7')).toMatchObject({
    products: [{ externalId: '7' }],
    isComplete: true,
  });
});

test('falls back to the newest products of a shop that refuses the parameter', async () => {
  await using shop = await startShop((request) =>
    paramOf(request, 'sku') === null
      ? { json: fifty }
      : { status: 400, json: { code: 400, error: 'Unknown parameter' } },
  );

  expect(await shop.source.products.bySku.load('S-7')).toMatchObject({ products: [{ externalId: '7' }] });
  expect(await shop.source.products.bySku.load('other')).toEqual({ products: [], isComplete: false });
  expect(askedOf(shop.requests)).toEqual(['GET /products?sku=S-7', 'GET /products']);
});

test('reads the list first for several skus and asks one by one for what it lacks', async () => {
  await using shop = await startShop((request) => ({
    json: paramOf(request, 'sku') === null ? fifty : [product(77, paramOf(request, 'sku'))],
  }));

  const found = await shop.source.products.bySku.loadMany(['S-7', 'old', 'S-8', ' S-7']);

  expect(found).toMatchObject([
    { products: [{ externalId: '7' }] },
    { products: [{ externalId: '77', sku: 'old' }] },
    { products: [{ externalId: '8' }] },
    { products: [{ externalId: '7' }] },
  ]);
  expect(askedOf(shop.requests)).toEqual(['GET /products', 'GET /products?sku=old']);
});

test('makes no single call when the list holds all products of the shop', async () => {
  await using shop = await startShop(() => ({ json: [product(1, 'A'), product(2, 'B')] }));

  const found = await shop.source.products.bySku.loadMany(['A', 'x', 'y']);

  expect(found).toMatchObject([
    { products: [{ externalId: '1' }], isComplete: true },
    { products: [], isComplete: true },
    { products: [], isComplete: true },
  ]);
  expect(await shop.source.products.bySku.load('z')).toEqual({ products: [], isComplete: true });
  expect(askedOf(shop.requests)).toEqual(['GET /products']);
});

test.each([
  ['ignores it', { json: fifty }],
  ['refuses it', { status: 400, json: { code: 400, error: 'Unknown parameter' } }],
])(
  'asks a shop that %s for one sku once, and calls what the list lacks neither found nor absent',
  async (_case, reply) => {
    await using shop = await startShop((request) => (paramOf(request, 'sku') === null ? { json: fifty } : reply));

    const found = await shop.source.products.bySku.loadMany(['S-7', 'old', 'older', 'oldest']);
    const later = await shop.source.products.bySku.load('ancient');

    const unknown = { products: [], isComplete: false };
    expect([...found.slice(1), later]).toEqual([unknown, unknown, unknown, unknown]);
    expect(found[0]).toMatchObject({ products: [{ externalId: '7' }], isComplete: true });
    expect(askedOf(shop.requests)).toEqual(['GET /products', 'GET /products?sku=old']);
  },
);

test('goes on asking a shop that heeds the sku, also where it knows none or failed once', async () => {
  await using shop = await startShop((request) => {
    const sku = paramOf(request, 'sku');
    if (sku === null) return { json: fifty };
    if (sku === 'first') return { json: [] };
    return sku === 'gone' ? { status: 404, text: '' } : { json: [product(77, sku)] };
  });

  const found = await shop.source.products.bySku.loadMany(['first', 'gone', 'old']);

  expect(found).toMatchObject([
    { products: [], isComplete: true },
    { products: [], isComplete: true },
    { products: [{ externalId: '77' }], isComplete: true },
  ]);
  expect(shop.requests).toHaveLength(4);
});

test('does not take rows without an id for absence', async () => {
  const drifted = [
    { ident: 1, sku: 'A' },
    { ident: 2, sku: 'B' },
  ];
  await using all = await startShop(() => ({ json: drifted }));
  await using some = await startShop(() => ({ json: [product(1, 'A'), ...drifted] }));

  await expect(all.source.products.newest()).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
  await expect(all.source.products.bySku.load('A')).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
  await expect(all.source.products.byExternalId.load('1')).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
  await expect(all.source.orders.list({ statuses: null, paidFrom: null })).rejects.toMatchObject({
    code: 'PROVIDER_CONTRACT',
  });
  expect(await some.source.products.newest()).toMatchObject({ rows: [{ externalId: '1' }], isComplete: false });
  expect(await some.source.products.bySku.load('B')).toEqual({ products: [], isComplete: false });
});

test('asks nothing for a blank sku', async () => {
  await using shop = await startShop(() => ({ json: [product(1, '')] }));

  expect(await shop.source.products.bySku.load(' ')).toEqual({ products: [], isComplete: true });
  expect(shop.requests).toHaveLength(0);
});
