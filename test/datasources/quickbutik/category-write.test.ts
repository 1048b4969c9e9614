import { expect, it } from 'vitest';
import { askedOf } from '../../support/fake-upstream.js';
import { startShop } from './start-shop.js';
import { written } from './write-samples.js';

const made = { status: 201, json: { category_id: '220', name: 'Kablar', uri: 'kablar', parent_id: '112' } };

it('sends a new category as an object, its parent as a number where it is one', async () => {
  await using shop = await startShop(() => made);
  await shop.source.writes.createCategory({ name: 'Kablar', parentExternalId: '112' });
  await shop.source.writes.createCategory({ name: 'Kablar', parentExternalId: null });
  await shop.source.writes.createCategory({ name: 'Kablar', parentExternalId: '0112' });
  expect(askedOf(shop.requests)).toEqual(Array.from({ length: 3 }, () => 'POST /categories'));
  expect(written(shop.requests)).toEqual([
    { name: 'Kablar', parent_id: 112 },
    { name: 'Kablar' },
    { name: 'Kablar', parent_id: '0112' },
  ]);
});

it('gives the category with ids as texts and asks anew for the list', async () => {
  await using shop = await startShop(({ method }) => (method === 'GET' ? { json: { results: [] } } : made));
  await shop.source.categories.all();
  expect(await shop.source.writes.createCategory({ name: 'Kablar', parentExternalId: '112' })).toMatchObject({
    externalId: '220',
    parentExternalId: '112',
  });
  await shop.source.categories.all();
  expect(askedOf(shop.requests)).toEqual(['GET /categories', 'POST /categories', 'GET /categories']);
});

it.each([{ json: {} }, { text: '' }, { status: 500 }, { drop: true }])(
  'does not know whether a category was made after %j',
  async (reply) => {
    await using shop = await startShop(() => reply);
    const category = { name: 'Kablar', parentExternalId: null };
    await expect(shop.source.writes.createCategory(category)).rejects.toMatchObject({
      code: 'PROVIDER_OUTCOME_UNKNOWN',
    });
    expect(shop.requests).toHaveLength(1);
  },
);
