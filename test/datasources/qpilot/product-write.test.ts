import { describe, expect, it } from 'vitest';
import { undoneAnswers, unknownAnswers, writesIn } from './site-writes.js';
import { qpilotSettings, siteCalls, startQPilot } from './start-qpilot.js';

/** The product of the getting-started guide. */
const shampoo = {
  externalId: '100982',
  title: 'RCo Atlantis Moisturizing Shampoo 8 oz',
  price: 9.75,
  salePrice: 6,
  sku: 'rco-atl-993',
  gtin: '97350053850012',
  mpn: 'QP1234LOT',
  length: '4',
  width: '2',
  height: '5',
  weight: '1',
  weightUnit: 'POUND',
  lengthUnit: 'INCH',
  addToScheduledOrder: true,
  processScheduledOrder: true,
  availability: 'IN_STOCK',
  stock: 50,
} as const;

/** The guide's sample for site 42. */
const sample = {
  id: '100982',
  siteId: 42,
  title: 'RCo Atlantis Moisturizing Shampoo 8 oz',
  price: 9.75,
  salePrice: 6,
  sku: 'rco-atl-993',
  gtin: '97350053850012',
  mpn: 'QP1234LOT',
  length: '4',
  width: '2',
  height: '5',
  weight: '1',
  weightUnitType: 'Pound',
  lengthUnitType: 'Inch',
  addToScheduledOrder: true,
  processScheduledOrder: true,
  availability: 'InStock',
  stock: 50,
};

/** Only what an input must have. */
const bare = {
  ...Object.fromEntries(Object.keys(shampoo).map((name) => [name, null])),
  externalId: '0001',
  title: 'Soap',
  price: 1,
} as Parameters<Awaited<ReturnType<typeof startQPilot>>['source']['writes']['createProduct']>[0];

describe('creating a product', () => {
  it("sends the guide's sample field by field, in its order, types and all", async () => {
    await using started = await startQPilot(() => ({ status: 201, json: sample }));
    const created = await started.source.writes.createProduct(shampoo);
    expect(started.requests[1]?.body).toBe(JSON.stringify(sample));
    expect(siteCalls(started.requests)).toEqual(['POST /Products']);
    expect(created).toMatchObject({ externalId: '100982', sku: 'rco-atl-993', price: { amount: '9.75' }, stock: 50 });
  });

  it('sends only what is given', async () => {
    await using started = await startQPilot(() => ({ json: { id: '0001', title: 'Soap' } }));
    await started.source.writes.createProduct(bare);
    expect(writesIn(started.requests)).toEqual([
      { call: 'POST /Products', body: { id: '0001', siteId: 42, title: 'Soap', price: 1 } },
    ]);
  });

  it('sends a site that is no number as text', async () => {
    const credentials = { ...qpilotSettings.credentials, SITE_ID: 'shop-1' };
    await using started = await startQPilot(() => ({ json: { id: '0001', title: 'Soap' } }), { credentials });
    await started.source.writes.createProduct(bare);
    expect(JSON.parse(started.requests[1]?.body ?? '')).toMatchObject({ siteId: 'shop-1' });
  });

  it.each([
    [
      { lengthUnit: 'MILLIMETER', weightUnit: 'GRAM' },
      { lengthUnitType: 'Milimeter', weightUnitType: 'Gram' },
    ],
    [
      { lengthUnit: 'CENTIMETER', weightUnit: 'KILOGRAM' },
      { lengthUnitType: 'Centimeter', weightUnitType: 'Kilogram' },
    ],
    [
      { lengthUnit: 'METER', weightUnit: 'OUNCE' },
      { lengthUnitType: 'Meter', weightUnitType: 'Ounce' },
    ],
    [
      { lengthUnit: 'YARD', availability: 'OUT_OF_STOCK' },
      { lengthUnitType: 'Yard', availability: 'OutOfStock' },
    ],
    [
      { lengthUnit: 'FOOT', availability: 'PREORDER' },
      { lengthUnitType: 'Foot', availability: 'Preorder' },
    ],
    [
      { addToScheduledOrder: false, stock: 0 },
      { addToScheduledOrder: false, stock: 0 },
    ],
  ] as const)("writes %j in QPilot's words", async (given, sent) => {
    await using started = await startQPilot(() => ({ json: sample }));
    await started.source.writes.createProduct({ ...shampoo, ...given });
    expect(writesIn(started.requests)).toMatchObject([{ body: sent }]);
  });

  it.each(unknownAnswers)('is sent once and has an unknown outcome after %s', async (_, reply) => {
    await using started = await startQPilot(() => reply);
    await expect(started.source.writes.createProduct(shampoo)).rejects.toMatchObject({
      code: 'PROVIDER_OUTCOME_UNKNOWN',
    });
    expect(writesIn(started.requests)).toHaveLength(1);
  });

  it.each(undoneAnswers)('is not done after status %i', async (status, code) => {
    await using started = await startQPilot(() => ({ status }));
    await expect(started.source.writes.createProduct(shampoo)).rejects.toMatchObject({ code });
  });

  it('reads the product singly when the answer is only its id', async () => {
    await using started = await startQPilot((call) =>
      call === 'POST /Products' ? { json: { id: '100982' } } : { json: sample },
    );
    expect(await started.source.writes.createProduct(shampoo)).toMatchObject({ sku: 'rco-atl-993' });
    expect(siteCalls(started.requests)).toEqual(['POST /Products', 'GET /Products/100982']);
  });
});

describe('finding a product that was to be created', () => {
  it.each([
    ['all fields as sent', sample, true],
    ['amounts in other forms', { ...sample, price: '9.7500', salePrice: '6.00', length: '4.0', weight: 1 }, true],
    ['another price', { ...sample, price: 9.7 }, false],
    ['another title', { ...sample, title: 'Soap' }, false],
    ['another unit', { ...sample, lengthUnitType: 'Foot' }, false],
    ['a stock that is not shown', { ...sample, stock: null }, false],
    ['another id', { ...sample, id: '1' }, false],
  ])('with %s', async (_, json, isFound) => {
    await using started = await startQPilot(() => ({ json }));
    expect((await started.source.written.product(shampoo)) !== null).toBe(isFound);
    expect(siteCalls(started.requests)).toEqual(['GET /Products/100982']);
  });

  it('is null for a product QPilot does not know', async () => {
    await using started = await startQPilot(() => undefined);
    expect(await started.source.written.product(shampoo)).toBeNull();
  });
});
