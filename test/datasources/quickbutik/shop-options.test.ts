import { expect, test } from 'vitest';
import { askedOf } from '../../support/fake-upstream.js';
import { startShop } from './start-shop.js';

const sulor = {
  category_id: 14,
  uri: 'sulor',
  url: '/herr/skor/sulor',
  name: 'Sulor',
  name_path: 'Herr > Skor > Sulor',
  description1: null,
  description2: null,
  parent_id: 13,
};

test.each([
  ['the documented single object', { results: sulor }],
  ['an array', { results: [sulor] }],
  ['a map keyed by id', { results: { '14': sulor } }],
  ['a bare object', sulor],
])('lists categories from %s', async (_shape, json) => {
  await using shop = await startShop(() => ({ json }));

  expect(await shop.source.categories.all()).toEqual([
    { externalId: '14', name: 'Sulor', path: 'Herr > Skor > Sulor', url: '/herr/skor/sulor', parentExternalId: '13' },
  ]);
  expect(askedOf(shop.requests)).toEqual(['GET /categories']);
});

test('has no categories in a shop that answers 404, and drops one that states no id or name', async () => {
  await using empty = await startShop(() => ({ status: 404, text: '' }));
  await using odd = await startShop(() => ({
    json: [{ name: 'x' }, { category_id: 1 }, { ...sulor, parent_id: null }],
  }));

  expect(await empty.source.categories.all()).toEqual([]);
  expect(await odd.source.categories.all()).toMatchObject([{ externalId: '14', parentExternalId: null }]);
  expect(odd.warnings).toEqual(['category_id', 'name']);
});

test('asks for one category by id and checks the id in the answer', async () => {
  await using shop = await startShop(() => ({ json: { results: sulor } }));

  expect(await shop.source.categories.byExternalId.load('14')).toMatchObject({ name: 'Sulor' });
  expect(await shop.source.categories.byExternalId.load('15')).toBeNull();
  expect(await shop.source.categories.byExternalId.load('')).toBeNull();
  expect(askedOf(shop.requests)).toEqual(['GET /categories?category_id=14', 'GET /categories?category_id=15']);
});

test('reads the list once for several categories and asks only for those it lacks', async () => {
  await using shop = await startShop(({ query }) =>
    query.length === 0 ? { json: { results: [sulor, { ...sulor, category_id: 13 }] } } : { status: 404, text: '' },
  );

  const loaded = await shop.source.categories.byExternalId.loadMany(['13', '14', '99']);

  expect(loaded).toMatchObject([{ externalId: '13' }, { externalId: '14' }, null]);
  expect(askedOf(shop.requests)).toEqual(['GET /categories', 'GET /categories?category_id=99']);
});

test('does not ask for a category that the list has shown', async () => {
  await using shop = await startShop(() => ({ json: { results: [sulor] } }));

  await shop.source.categories.all();
  await shop.source.categories.byExternalId.load('14');

  expect(shop.requests).toHaveLength(1);
});

test('reads shipping methods with ids as text and a price of any type', async () => {
  const method = {
    id: '4',
    title: 'Postnord Företag',
    description: '',
    active: '1',
    price: null,
    price_basedon: 'weight',
  };
  const json = {
    results: [method, { ...method, id: 5, active: '0', price: '49.00' }, { ...method, id: 6, price: [] }],
  };
  await using shop = await startShop(() => ({ json }), 'SEK');

  expect(await shop.source.shippingMethods.all()).toEqual([
    {
      externalId: '4',
      title: 'Postnord Företag',
      description: null,
      isActive: true,
      price: null,
      priceBasis: 'weight',
    },
    {
      externalId: '5',
      title: 'Postnord Företag',
      description: null,
      isActive: false,
      price: { amount: '49.00', currency: 'SEK', raw: '49.00' },
      priceBasis: 'weight',
    },
    {
      externalId: '6',
      title: 'Postnord Företag',
      description: null,
      isActive: true,
      price: null,
      priceBasis: 'weight',
    },
  ]);
});

test.each([
  ['1', ['CONSUMER']],
  ['2', ['BUSINESS']],
  ['3', ['CONSUMER', 'BUSINESS']],
  [3, ['CONSUMER', 'BUSINESS']],
  ['4', null],
  [null, null],
])('reads customer type %j of a payment method as %j', async (customer_type, customerTypes) => {
  await using shop = await startShop(() => ({ json: { results: [{ paysystem_id: 'klarna3', customer_type }] } }));

  expect(await shop.source.paymentMethods.all()).toEqual([{ externalId: 'klarna3', customerTypes }]);
  expect(shop.warnings).toEqual(customer_type === '4' ? ['customer_type'] : []);
});

test('asks for single shipping and payment methods by their own parameters', async () => {
  await using shop = await startShop(() => ({ json: { results: [] } }));

  expect(await shop.source.shippingMethods.byExternalId.load('4')).toBeNull();
  expect(await shop.source.paymentMethods.byExternalId.load('klarna3')).toBeNull();
  expect(askedOf(shop.requests)).toEqual([
    'GET /shippingmethods?shipping_id=4',
    'GET /paymentmethods?paymentmethod_id=klarna3',
  ]);
});
