import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedWithoutKey, found, nothingFound, paramOf, startQapla, track } from './start-qapla.js';

const dayMs = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const key = (reference: string, placedAt: string | null = daysAgo(3)) => ({ reference, placedAt });
const keys = (count: number) => Array.from({ length: count }, (_, index) => key(`R${index}`));
const numbersOf = (loaded: readonly unknown[]) =>
  loaded.map((value) =>
    value instanceof Error
      ? value
      : (value as { trackingNumber: string }[]).map(({ trackingNumber }) => trackingNumber),
  );

test('asks singly for a reference, which reaches the server intact', async () => {
  await using qapla = await startQapla(() => found('getTrack', track('1', 'ord. # 1674')));

  const shipments = await qapla.source.shipments.byReference.load(key('ord. # 1674'));

  expect(shipments).toMatchObject([{ trackingNumber: '1', reference: 'ord. # 1674' }]);
  expect(askedWithoutKey(qapla.requests)).toEqual(['/getTrack/ reference=ord. # 1674 lang=ita']);
});

test('has no parcel where the answer names another reference, however alike', async () => {
  await using qapla = await startQapla(() => found('getTrack', track('1', '042')));

  expect(await qapla.source.shipments.byReference.load(key('42'))).toEqual([]);
});

test('reads one window for eight recent orders and asks singly for those it lacks', async () => {
  const rows = [
    ...['R1', 'R3', 'R5', 'R7', 'R6', 'R4', 'R2'].map((reference) => track(`T-${reference}`, reference)),
    track('second', ' R3 '),
    track('foreign', 'X'),
    track('no reference', null),
  ];
  await using qapla = await startQapla((request) =>
    request.path === '/getTracks/' ? found('getTracks', { count: 0, tracks: rows }) : nothingFound,
  );
  const oldest = new Date(Date.now() - 10 * dayMs).toISOString();

  const loaded = await qapla.source.shipments.byReference.loadMany([...keys(7), key('R7', oldest)]);

  expect(numbersOf(loaded)).toEqual([
    [],
    ['T-R1'],
    ['T-R2'],
    ['T-R3', 'second'],
    ['T-R4'],
    ['T-R5'],
    ['T-R6'],
    ['T-R7'],
  ]);
  const asked = askedWithoutKey(qapla.requests);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toBe('/getTrack/ reference=R0 lang=ita');
  // A day before the oldest order, in Italian time.
  const from = new Date(Date.parse(oldest) - dayMs);
  const local = from.toLocaleString('sv-SE', { timeZone: 'Europe/Rome' });
  expect(asked[0]).toBe(`/getTracks/ dateFrom=${local}`);
});

/** Forty recent orders of which the window shows every other one up to the thirtieth, and getTrack what is told. */
async function startHalf(hidden: readonly string[] = [], rest: readonly object[] = []) {
  const rows = Array.from({ length: 15 }, (_, index) => track(`T-${2 * index}`, `R${2 * index}`));
  const qapla = await startQapla((request) => {
    if (request.path === '/getTracks/') return found('getTracks', { tracks: [...rows, ...rest] });
    const reference = paramOf(request, 'reference');
    return hidden.includes(reference) ? found('getTrack', track(`S-${reference}`, reference)) : nothingFound;
  });
  const orders = Array.from({ length: 40 }, (_, index) => key(`R${index}`, daysAgo(40 - index)));
  const read = async (source = qapla.source) => {
    const before = qapla.requests.length;
    const loaded = numbersOf(await source.shipments.byReference.loadMany(orders));
    const asked = qapla.requests.slice(before).filter(({ path }) => path === '/getTrack/');
    return { loaded, asked: asked.map((request) => paramOf(request, 'reference')) };
  };
  return { qapla, read };
}

const inWindow = (hidden: readonly string[] = []) =>
  Array.from({ length: 40 }, (_, index) => {
    if (hidden.includes(`R${index}`)) return [`S-R${index}`];
    return index < 30 && index % 2 === 0 ? [`T-${index}`] : [];
  });

test('asks singly for three of the orders that a whole window lacks: the oldest, the newest and one between', async () => {
  const { qapla, read } = await startHalf();
  await using _ = qapla;
  expect(await read()).toEqual({ loaded: inWindow(), asked: ['R1', 'R25', 'R39'] });
});

test('asks singly for all where one of the three has a parcel, and relies no more on windows where two have', async () => {
  const hidden = ['R1', 'R5', 'R25'];
  const { qapla, read } = await startHalf(hidden);
  await using _ = qapla;
  const first = await read();
  expect(first.loaded).toEqual(inWindow(hidden));
  expect(first.asked).toHaveLength(25);
  const next = await read(qapla.sourceOfNextOperation());
  expect(next.loaded).toEqual(inWindow(hidden));
  expect(next.asked.slice(0, 3)).toEqual(['R1', 'R3', 'R5']);
  expect(next.asked).toHaveLength(25);
});

test.each([
  ['full', Array.from({ length: 85 }, (_, index) => track(`F-${index}`, `F${index}`))],
  ['one with a row that cannot be read', [{ trackingNumber: null, reference: 'R39' }]],
])('asks singly for all that the window lacks where it is %s', async (_case, rest) => {
  const { qapla, read } = await startHalf([], rest);
  await using _ = qapla;
  expect((await read()).asked).toHaveLength(25);
});

test('asks singly for all where no row of the window names an order', async () => {
  await using qapla = await startQapla((request) =>
    request.path === '/getTracks/' ? found('getTracks', { tracks: [track('1', null)] }) : nothingFound,
  );
  await qapla.source.shipments.byReference.loadMany(keys(8));
  expect(qapla.requests).toHaveLength(9);
});

test.each([
  ['fewer than eight orders', keys(7)],
  ['orders whose age is unknown', keys(8).map(({ reference }) => key(reference, null))],
  ['eight orders of which one is old', [...keys(7), key('old', daysAgo(61))]],
])('asks singly for %s', async (_case, asked) => {
  await using qapla = await startQapla((request) => found('getTrack', track('1', paramOf(request, 'reference'))));

  const loaded = await qapla.source.shipments.byReference.loadMany(asked);

  expect(numbersOf(loaded)).toEqual(asked.map(() => ['1']));
  expect(qapla.requests.map(({ path }) => path)).toEqual(asked.map(() => '/getTrack/'));
});

test('reads the window for the recent orders and asks singly for the old one beside them', async () => {
  await using qapla = await startQapla((request) =>
    request.path === '/getTracks/'
      ? found('getTracks', { tracks: keys(8).map(({ reference }) => track(reference, reference)) })
      : found('getTrack', track('old', 'old')),
  );

  const loaded = await qapla.source.shipments.byReference.loadMany([...keys(8), key('old', daysAgo(400))]);

  expect(numbersOf(loaded)).toEqual([...keys(8).map(({ reference }) => [reference]), ['old']]);
  expect(qapla.requests.map(({ path }) => path)).toEqual(['/getTracks/', '/getTrack/']);
  // Not since the old order: a hundred rows from there would not reach the others.
  const dateFrom = askedWithoutKey(qapla.requests)[0]?.split('dateFrom=')[1] ?? '';
  expect(Date.parse(`${dateFrom.replace(' ', 'T')}Z`)).toBeGreaterThan(Date.now() - 6 * dayMs);
});

test('gives every key the error of a window that failed, and asks for none singly', async () => {
  await using qapla = await startQapla(() => ({ json: { getOrders: { result: 'KO', error: 'invalid api key' } } }));

  const loaded = await qapla.source.shipments.byReference.loadMany(keys(8));

  expect(loaded).toMatchObject(keys(8).map(() => ({ code: 'PROVIDER_AUTH' })));
  expect(qapla.requests).toHaveLength(1);
});

test.each([
  ['is refused', { json: { getTracks: { result: 'KO', error: 'not in your plan' } } }],
  ['has lost its list', { json: { getTracks: { result: 'OK', shipments: [] } } }],
  ['is found under the key of another method', { json: { getOrders: { result: 'OK', tracks: [] } } }],
])('asks for all singly where the list %s', async (_case, reply) => {
  await using qapla = await startQapla((request) =>
    request.path === '/getTracks/' ? reply : found('getTrack', track('1', paramOf(request, 'reference'))),
  );

  const loaded = await qapla.source.shipments.byReference.loadMany(keys(8));

  expect(numbersOf(loaded)).toEqual(keys(8).map(() => ['1']));
  expect(qapla.requests.map(({ path }) => path)).toEqual(['/getTracks/', ...keys(8).map(() => '/getTrack/')]);
});

test('leaves a failing single look-up to its own key', async () => {
  await using qapla = await startQapla((request) =>
    paramOf(request, 'reference') === 'R1'
      ? { json: { getTrack: { error: true, message: 'maintenance' } } }
      : found('getTrack', track('1', 'R0')),
  );

  const loaded = await qapla.source.shipments.byReference.loadMany(keys(2));

  expect(loaded).toMatchObject([[{ reference: 'R0' }], { code: 'PROVIDER_REJECTED' }]);
});

test('never puts a parcel on another reference, however upstream mixes its rows', async () => {
  const reference = fc.constantFrom('1', '01', '1 ', 'ord. # 1', '2');
  const row = fc.record({ trackingNumber: fc.constantFrom('A', 'B', null), reference: fc.option(reference) });
  let rows: readonly { trackingNumber: string | null; reference: string | null }[] = [];
  await using qapla = await startQapla((request) => {
    if (request.path === '/getTracks/') return found('getTracks', { tracks: rows });
    const [first] = rows;
    return first?.trackingNumber ? found('getTrack', first) : nothingFound;
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (given) => {
      rows = given;
      qapla.source.shipments.byReference.clearAll();
      const asked = ['1', '01', 'ord. # 1', '2', 'x', 'y', 'z', 'w'];
      const loaded = await qapla.source.shipments.byReference.loadMany(asked.map((text) => key(text)));
      expect(numbersOf(loaded)).toEqual(
        asked.map((text) =>
          given
            .filter((parcel) => parcel.reference?.trim() === text && parcel.trackingNumber !== null)
            .map(({ trackingNumber }) => trackingNumber),
        ),
      );
    }),
    { numRuns: 8 },
  );
});
