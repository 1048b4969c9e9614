import { expect, test } from 'vitest';
import { documentedTrack, startQapla, testKey } from './start-qapla.js';

const load = 'getTrack';

test.each([[false], [''], [null], [undefined], [[]]])('takes error %j for no error', async (error) => {
  await using qapla = await startQapla(() => ({ json: { [load]: { ...documentedTrack, error } } }));

  expect(await qapla.source.shipments.byTrackingNumber.load('2878202252347')).toMatchObject({ reference: '300008236' });
});

test.each([
  ['true without a message', { getTrack: { error: true } }, 'PROVIDER_REJECTED'],
  ['true with a message', { getTrack: { error: true, message: 'courier not found' } }, 'PROVIDER_REJECTED'],
  ['a text', { getTrack: { error: 'wrong lang' } }, 'PROVIDER_REJECTED'],
  ['an object', { getTrack: { error: { code: 9, message: 'x' } } }, 'PROVIDER_REJECTED'],
  ['a list of errors', { getTrack: { ...documentedTrack, error: ['x'] } }, 'PROVIDER_REJECTED'],
  ['result KO alone', { getTrack: { result: 'KO' } }, 'PROVIDER_REJECTED'],
  ['a refused key', { getTrack: { error: true, message: 'invalid api key' } }, 'PROVIDER_AUTH'],
  ['a refused key in one word', { getTrack: { result: 'KO', error: 'Invalid apiKey' } }, 'PROVIDER_AUTH'],
  ['a refused key under another method', { getOrders: { result: 'KO', error: 'invalid api key' } }, 'PROVIDER_AUTH'],
  ['a refused key without an envelope', { error: 'invalid api key' }, 'PROVIDER_AUTH'],
  ['a limit told inside a 200', { error: 'Too Many Requests' }, 'PROVIDER_RATE_LIMITED'],
  ['no envelope', {}, 'PROVIDER_CONTRACT'],
  ['a list for an envelope', { getTrack: [] }, 'PROVIDER_CONTRACT'],
  ['two envelopes, none of them its own', { a: {}, b: {} }, 'PROVIDER_CONTRACT'],
  ['a list for its own envelope beside another', { getTrack: [], getOrders: documentedTrack }, 'PROVIDER_CONTRACT'],
  ['a refused key in an error object alone', { error: { message: 'invalid api key' } }, 'PROVIDER_AUTH'],
  ['an array', [], 'PROVIDER_CONTRACT'],
  ['a parcel under the key of another method', { getOrders: documentedTrack }, 'PROVIDER_CONTRACT'],
  ['a parcel without a number', { getTrack: { ...documentedTrack, trackingNumber: null } }, 'PROVIDER_CONTRACT'],
  ['a parcel whose number has another name', { getTrack: { tracking_no: '1' } }, 'PROVIDER_CONTRACT'],
])('fails with a stable code for %s', async (_case, json, code) => {
  await using qapla = await startQapla(() => ({ json }));

  await expect(qapla.source.shipments.byTrackingNumber.load('1')).rejects.toMatchObject({ code, provider: 'QAPLA' });
});

test('takes the failure of a list under the key of another method for a failure', async () => {
  await using qapla = await startQapla(() => ({ json: { getOrders: { result: 'KO', error: 'no permission' } } }));

  await expect(qapla.source.shipments.since('2017-07-13T07:00:00Z')).rejects.toMatchObject({
    code: 'PROVIDER_REJECTED',
  });
});

test('takes an empty list with a count for no rows, and a success without its list for a broken contract', async () => {
  const getTracks = { result: 'OK', error: false, dateFrom: '2017-07-13', count: 4 };
  await using empty = await startQapla(() => ({ json: { getTracks: { ...getTracks, tracks: [] } } }));
  await using missing = await startQapla(() => ({ json: { getTracks } }));

  expect(await empty.source.shipments.since('2017-07-13T07:00:00Z')).toEqual({
    rows: [],
    isComplete: true,
    since: null,
  });
  await expect(missing.source.shipments.since('2017-07-13T07:00:00Z')).rejects.toMatchObject({
    code: 'PROVIDER_CONTRACT',
  });
});

test.each([
  ['credits under another name', { getCredits: { result: 'OK', balance: 7 } }],
  ['credits of nothing', { getCredits: { result: 'OK', credits: null } }],
  ['credits under the key of another method', { getCouriers: { result: 'OK', credits: 7 } }],
])('takes %s for a broken contract, not for none', async (_case, json) => {
  await using qapla = await startQapla(() => ({ json }));

  await expect(qapla.source.credits()).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
});

test.each([
  ['without its list', 'OK', { result: 'OK', count: 2 }],
  ['with its list under the key of another method', 'other', { result: 'OK', orders: [], courier: [], tracks: [] }],
])('takes a success %s for a broken contract, not for no rows', async (_case, key, content) => {
  const nameOf = (path: string) => (key === 'other' ? 'getTrack' : path.replaceAll('/', ''));
  await using qapla = await startQapla(({ path }) => ({ json: { [nameOf(path)]: content } }));
  const { shipments, orders, couriers } = qapla.source;
  const since = '2017-07-13T07:00:00Z';

  for (const read of [() => shipments.since(since), () => orders.since(since, 10), () => couriers([])]) {
    await expect(read()).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
  }
});

test('has no rows where a list says that nothing was found', async () => {
  await using qapla = await startQapla(() => ({ json: { getTracks: { result: 'KO', error: 'Nothing found.' } } }));

  expect(await qapla.source.shipments.since('2017-07-13T07:00:00Z')).toMatchObject({ rows: [], isComplete: true });
});

test.each([
  [400, { error: 'bad' }, 'PROVIDER_REJECTED'],
  [400, { getCredits: { result: 'OK', credits: 7 } }, 'PROVIDER_REJECTED'],
  [404, null, 'PROVIDER_REJECTED'],
  [401, null, 'PROVIDER_AUTH'],
])('fails for status %i', async (status, json, code) => {
  await using qapla = await startQapla(() => ({ status, ...(json === null ? { text: '<h1>no</h1>' } : { json }) }));

  await expect(qapla.source.credits()).rejects.toMatchObject({ code });
});

test('waits as long as a 429 asks and asks again', async () => {
  let calls = 0;
  await using qapla = await startQapla(() => {
    calls += 1;
    if (calls === 1) return { status: 429, headers: { 'retry-after': '0' }, json: { error: 'Too Many Requests' } };
    return { json: { getCredits: { result: 'OK', credits: 7 } } };
  });

  expect(await qapla.source.credits()).toEqual({ remaining: 7, at: null });
  expect(qapla.requests).toHaveLength(2);
});

test('shows the key and the words of a failure in neither errors nor log', async () => {
  const message = `invalid api key ${testKey} for parcel PARCEL-1`;
  await using qapla = await startQapla(() => ({ json: { getTrack: { error: true, message } } }));
  await using broken = await startQapla(() => ({ status: 500, text: testKey }));

  const errors = [
    await qapla.source.shipments.byTrackingNumber.load('PARCEL-1').catch(String),
    await broken.source.shipments.byTrackingNumber.load('PARCEL-1').catch(String),
  ];
  const told = [...errors, ...qapla.logLines, ...broken.logLines].join('\n');

  expect(told).toContain('PROVIDER_AUTH');
  expect(told).toContain('PROVIDER_UNAVAILABLE');
  expect(told).not.toContain(testKey);
  expect(told).not.toContain('PARCEL-1');
});
