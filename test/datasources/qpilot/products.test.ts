import { describe, expect, it } from 'vitest';
import { pageReply, siteCalls, startQPilot } from './start-qpilot.js';

/** The guide's product, read back: dimensions are texts, prices numbers. */
const guideProduct = {
  id: '100982',
  siteId: 42,
  title: 'Moisturizing Shampoo 8 oz',
  price: 9.75,
  salePrice: 6,
  sku: 'rco-atl-993',
  gtin: '97350053850012',
  mpn: 'QP1234LOT',
  length: '4',
  weight: '1',
  weightUnitType: 'Pound',
  lengthUnitType: 'Inch',
  availability: 'InStock',
  stock: 50,
};
const shampoo = {
  provider: 'QPILOT',
  externalId: '100982',
  sku: 'rco-atl-993',
  title: 'Moisturizing Shampoo 8 oz',
  price: { amount: '9.75', currency: null, raw: '9.75' },
  isComplete: true,
  description: null,
  compareAtPrice: null,
  salePrice: { amount: '6.00', currency: null, raw: '6' },
  stock: 50,
  availability: 'IN_STOCK',
  rawAvailability: 'InStock',
  gtin: '97350053850012',
  mpn: 'QP1234LOT',
  weightGrams: null,
  isVisible: null,
  url: null,
  categoryName: null,
  updatedAt: null,
  variants: [],
};
const catalog = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    sku: `sku-${index + 1}`,
    title: `T${index + 1}`,
  }));

describe('by the id of the shop', () => {
  it('reads many products with one call, matched by the id of the row', async () => {
    const rows = [{ id: 'other', sku: 'x', title: 'Foreign' }, { id: '7', sku: null, title: 'Seven' }, guideProduct];
    await using started = await startQPilot(() => ({ json: rows }));
    const found = await Promise.all(['100982', '7', '8'].map((id) => started.source.products.byExternalId.load(id)));
    expect(found[0]).toEqual(shampoo);
    expect(found[1]).toMatchObject({ externalId: '7', title: 'Seven' });
    expect(found[2]).toBeNull();
    expect(siteCalls(started.requests)).toEqual(['POST /Products/Summaries']);
    expect(JSON.parse(started.requests[1]?.body ?? '')).toEqual({ externalIds: ['100982', '7', '8'] });
  });

  it('asks for a hundred ids at most in one call', async () => {
    const sizes: number[] = [];
    await using started = await startQPilot((_call, { body }) => {
      const { externalIds } = JSON.parse(body) as { externalIds: string[] };
      sizes.push(externalIds.length);
      return { json: { items: externalIds.map((id) => ({ externalId: id, sku: id, title: id })) } };
    });
    const ids = catalog(150).map(({ id }) => id);
    const found = await started.source.products.byExternalId.loadMany(ids);
    expect(found).toMatchObject(ids.map((externalId) => ({ externalId })));
    expect(sizes.toSorted()).toEqual([100, 50]);
  });

  it.each([[400], [404], [405]])(
    'falls back to single calls for the operation when summaries answer %i',
    async (status) => {
      await using started = await startQPilot((call) =>
        call === 'POST /Products/Summaries'
          ? { status }
          : call === 'GET /Products/100982'
            ? { json: guideProduct }
            : undefined,
      );
      const { byExternalId } = started.source.products;
      expect(await byExternalId.loadMany(['100982', '8'])).toEqual([shampoo, null]);
      expect(await byExternalId.load('9')).toBeNull();
      expect(siteCalls(started.requests)).toEqual([
        'POST /Products/Summaries',
        'GET /Products/100982',
        'GET /Products/8',
        'GET /Products/9',
      ]);
    },
  );

  it('falls back when the rows of the summaries mean other ids', async () => {
    await using started = await startQPilot((call) =>
      call === 'POST /Products/Summaries'
        ? { json: [{ id: 5, title: 'By number' }, { title: 'No id' }] }
        : { json: guideProduct },
    );
    const { byExternalId } = started.source.products;
    expect(await byExternalId.load('100982')).toEqual(shampoo);
    expect(await byExternalId.load('8')).toBeNull();
    expect(siteCalls(started.requests)).toEqual([
      'POST /Products/Summaries',
      'GET /Products/100982',
      'GET /Products/8',
    ]);
  });

  it('checks an empty answer of the summaries singly, and asks them again for other ids', async () => {
    await using started = await startQPilot((call) => (call === 'POST /Products/Summaries' ? { json: [] } : undefined));
    const { byExternalId } = started.source.products;
    expect(await byExternalId.load('8')).toBeNull();
    expect(await byExternalId.load('9')).toBeNull();
    expect(siteCalls(started.requests)).toEqual([
      'POST /Products/Summaries',
      'GET /Products/8',
      'POST /Products/Summaries',
      'GET /Products/9',
    ]);
  });

  it('fills in a summary that has neither title nor price, or names no sku', async () => {
    const rows = [
      { id: '100982', sku: 'rco-atl-993' },
      { id: '2', title: 'Two' },
      { id: '3', sku: null, title: 'Three' },
    ];
    await using started = await startQPilot((call) =>
      call === 'POST /Products/Summaries'
        ? { json: rows }
        : call === 'GET /Products/100982'
          ? { json: guideProduct }
          : undefined,
    );
    const found = await started.source.products.byExternalId.loadMany(['100982', '2', '3']);
    expect(found).toMatchObject([shampoo, { title: 'Two', isComplete: false }, { title: 'Three', isComplete: true }]);
    expect(siteCalls(started.requests)).toEqual([
      'POST /Products/Summaries',
      'GET /Products/100982',
      'GET /Products/2',
    ]);
  });

  it('repeats the summaries after a failing server: they are a read', async () => {
    let asked = 0;
    await using started = await startQPilot(() => (asked++ === 0 ? { status: 502 } : { json: [guideProduct] }));
    expect(await started.source.products.byExternalId.load('100982')).toEqual(shampoo);
  });

  it('fails one product alone when they are read singly', async () => {
    await using started = await startQPilot((call) =>
      call === 'POST /Products/Summaries'
        ? undefined
        : call.endsWith('/bad')
          ? { status: 400 }
          : { json: guideProduct },
    );
    const [good, bad] = await started.source.products.byExternalId.loadMany(['100982', 'bad']);
    expect(good).toEqual(shampoo);
    expect(bad).toMatchObject({ code: 'PROVIDER_REJECTED' });
  });
});

describe('values', () => {
  const load = async (json: object, settings = {}) => {
    await using started = await startQPilot(
      (call) => (call === 'POST /Products/Summaries' ? undefined : { json }),
      settings,
    );
    return { product: await started.source.products.byExternalId.load('1'), warnings: started.warnings };
  };

  it('states the weight in grams only where upstream does', async () => {
    expect((await load({ id: '1', weight: '400', weightUnitType: 'Gram' })).product?.weightGrams).toBe('400');
    expect((await load({ id: '1', weight: '2', weightUnitType: 'Kilogram' })).product?.weightGrams).toBeNull();
    expect((await load({ id: '1', weight: '2' })).product?.weightGrams).toBeNull();
    const odd = await load({ id: '1', weight: 'heavy', weightUnitType: 'gram' });
    expect([odd.product?.weightGrams, odd.warnings]).toEqual([null, ['weight']]);
  });

  it('gives prices the currency of the settings', async () => {
    const { product } = await load({ id: '1', price: 9.75 }, { currency: 'USD' });
    expect(product?.price).toEqual({ amount: '9.75', currency: 'USD', raw: '9.75' });
  });

  it.each([
    ['OUTOFSTOCK', 'OUT_OF_STOCK'],
    ['Preorder', 'PREORDER'],
    ['Undefined', 'UNDEFINED'],
    ['constructor', 'UNKNOWN'],
    [null, null],
  ])('reads availability %s as %s', async (availability, expected) => {
    const { product } = await load({ id: '1', availability });
    expect(product).toMatchObject({ availability: expected, rawAvailability: availability });
  });
});

describe('by sku', () => {
  it('searches and keeps the exact sku, several products where they share it', async () => {
    const hits = [
      { id: '1', sku: 'ABC' },
      { id: '2', sku: 'abc' },
      { id: '3', sku: ' ABC ' },
      { id: '4', sku: 'ABC-1' },
    ];
    await using started = await startQPilot((_call, request) => pageReply(hits, request));
    expect((await started.source.products.bySku.load('ABC')).map(({ externalId }) => externalId)).toEqual(['1', '3']);
    expect(siteCalls(started.requests)).toEqual(['GET /Products?page=1&pageSize=100&search=ABC']);
  });

  it('reads the list where that takes fewer calls than searching', async () => {
    await using started = await startQPilot((_call, request) => pageReply(catalog(130), request));
    const found = await started.source.products.bySku.loadMany(['sku-130', 'sku-1', 'sku-2', 'none']);
    expect(found).toMatchObject([[{ externalId: 'p130' }], [{ externalId: 'p1' }], [{ externalId: 'p2' }], []]);
    expect(siteCalls(started.requests)).toEqual([
      'GET /Products?page=1&pageSize=100',
      'GET /Products?page=2&pageSize=100',
    ]);
  });

  it('says that the look-up is incomplete when too many products are found', async () => {
    await using started = await startQPilot((_call, request) => pageReply(catalog(400), request));
    await expect(started.source.products.bySku.load('none')).rejects.toMatchObject({ code: 'LOOKUP_INCOMPLETE' });
  });
});

it('lists products page by page', async () => {
  await using started = await startQPilot((_call, request) => pageReply(catalog(5), request));
  const { list } = started.source.products;
  const first = await list({ first: 3, after: null });
  const second = await list({ first: 3, after: first.rows.at(-1)?.cursor ?? '' });
  expect([...first.rows, ...second.rows].map(({ row }) => row.externalId)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
  expect(siteCalls(started.requests)).toEqual(['GET /Products?page=1&pageSize=3', 'GET /Products?page=2&pageSize=3']);
});
