import { describe, expect, it } from 'vitest';
import type { NewShipment } from '../../../src/datasources/qapla/push-shipments.js';
import { askedOf } from '../../support/fake-upstream.js';
import { startQapla, testKey } from './start-qapla.js';

const minimum: NewShipment = {
  trackingNumber: '123987299',
  courier: 'DHL',
  shippedOn: '2014-08-01',
  reference: null,
  orderedOn: null,
  name: null,
  street: null,
  city: null,
  postalCode: null,
  region: null,
  countryCode: null,
  email: null,
  phone: null,
  agentEmail: null,
  amount: null,
  payOnDelivery: false,
  shippingCost: null,
  custom1: null,
  custom2: null,
  custom3: null,
  note: null,
  requestedDeliveryOn: null,
  tag: null,
  isTrackingNumber: false,
  rows: null,
};
const full: NewShipment = {
  trackingNumber: '1Z0V5V416840696736',
  courier: 'UPS',
  shippedOn: '2014-08-02',
  reference: 'ord. # 1674',
  orderedOn: '2014-07-30',
  name: 'Pepito Sbazzeguti',
  street: 'Via Aieie, 99',
  city: 'Parnazza',
  postalCode: '12345',
  region: 'MQ',
  countryCode: 'IT',
  email: 'name@example.com',
  phone: '02342522',
  agentEmail: '007@company.example.com',
  amount: '150.00',
  payOnDelivery: true,
  shippingCost: '8.00',
  custom1: 'valore custom 1',
  custom2: 'valore custom 2',
  custom3: 'valore custom 3',
  note: 'This is a note',
  requestedDeliveryOn: '2014-07-31',
  tag: 'customer1',
  isTrackingNumber: true,
  rows: [
    { sku: 'B00TZMVRR4', name: 'YoyoFactory Protostar Yo-Yo - Blu', quantity: 1, unitPrice: '20.10', total: '20.10' },
    { sku: 'OXY4', name: 'OXYGENE Oxy 4', quantity: 1, unitPrice: '79.80', total: '79.80' },
  ],
};

/** The seed document's sample, its mail hosts replaced. */
const sample = [
  { trackingNumber: '123987299', courier: 'DHL', shipDate: '2014-08-01' },
  {
    trackingNumber: '1Z0V5V416840696736',
    courier: 'UPS',
    shipDate: '2014-08-02',
    reference: 'ord. # 1674',
    orderDate: '2014-07-30',
    name: 'Pepito Sbazzeguti',
    street: 'Via Aieie, 99',
    city: 'Parnazza',
    ZIP: '12345',
    state: 'MQ',
    country: 'IT',
    email: 'name@example.com',
    telephone: '02342522',
    agent: '007@company.example.com',
    amount: '150,00',
    pod: '1',
    shipping: '8,00',
    custom1: 'valore custom 1',
    custom2: 'valore custom 2',
    custom3: 'valore custom 3',
    note: 'This is a note',
    deliveryDate: '2014-07-31',
    tag: 'customer1',
    isTrackingNumber: 1,
    rows: [
      { sku: 'B00TZMVRR4', name: 'YoyoFactory Protostar Yo-Yo - Blu', qty: 1, price: '20.10', total: '20.10' },
      { sku: 'OXY4', name: 'OXYGENE Oxy 4', qty: 1, price: '79.80', total: '79.80' },
    ],
  },
];

const ok = (row: unknown, more: object = {}) => ({
  result: 'OK',
  row,
  url: `https://tracking.qapla.it/${row}`,
  ...more,
});
const used = (row: number) => ({ result: 'KO', row, error: `tracking number 1Z0V5V416840696736 already used` });
const done = (row: number) => ({ state: 'DONE', trackingUrl: `https://tracking.qapla.it/${row}` });

/** What becomes of the sample's two parcels when the provider answers so. */
async function outcomeOf(json: unknown, status = 200): Promise<unknown> {
  await using started = await startQapla(() => ({ json, status }));
  const outcome = await started.source.writes
    .pushShipments([minimum, full])
    .catch((error: { code: string }) => error.code);
  expect(started.requests).toHaveLength(1);
  return outcome;
}
const answerTo = (track: unknown, more: object = {}) => outcomeOf({ pushTrack: { track, imported: 0, ...more } });

describe('registering parcels', () => {
  it('sends the sample of the document, field by field and in its order', async () => {
    await using started = await startQapla(() => ({ json: { pushTrack: { track: [ok(1), ok(2)], imported: 2 } } }));
    expect(await started.source.writes.pushShipments([minimum, full])).toEqual([done(1), done(2)]);
    expect(askedOf(started.requests)).toEqual(['POST /pushTrack/']);
    const [request] = started.requests;
    expect(request?.headers['content-type']).toBe('application/json');
    expect(request?.body).toBe(JSON.stringify({ apiKey: testKey, pushTrack: sample }));
  });

  it('says of each row what the answer says of it, in whatever order', async () => {
    expect(await answerTo([used(2), ok('1')])).toEqual([
      done(1),
      { state: 'REFUSED', code: 'TAKEN', message: 'tracking number 1Z0V5V416840696736 already used' },
    ]);
  });

  it('believes neither the counter nor the envelope against a row', async () => {
    expect(await answerTo([ok(1), ok(2)], { imported: 0, result: 'KO', error: 'some failed' })).toEqual([
      done(1),
      done(2),
    ]);
  });

  it('passes on other refusals in the provider’s words, cleaned', async () => {
    const [first, second] = (await answerTo([
      { result: 'KO', row: 1, error: '<b>courier</b> XX not found, see https://api.qapla.it/?apiKey=abc' },
      { result: 'KO', row: 2, error: { code: 7 } },
    ])) as { message: string }[];
    expect(first).toEqual({ state: 'REFUSED', code: 'REJECTED', message: 'courier XX not found, see' });
    expect(second).toEqual({ state: 'REFUSED', code: 'REJECTED', message: 'The provider refused this parcel.' });
  });

  it.each([
    ['is missing', [ok(1)]],
    ['has another word than OK and KO', [ok(1), { row: 2, result: 'MAYBE' }]],
    ['has no word', [ok(1), { row: 2, url: 'https://tracking.qapla.it/2' }]],
    ['is stated twice and differently', [ok(1), ok(2), used(2)]],
    ['has no number', [ok(1), ok(null)]],
  ])('knows nothing of a row that %s', async (_, track) => {
    expect(await answerTo(track)).toEqual([done(1), { state: 'UNKNOWN' }]);
  });

  it('gives no address that is no web page', async () => {
    expect(await answerTo([{ ...ok(1), url: 'javascript:alert(1)' }, ok(2)])).toEqual([
      { state: 'DONE', trackingUrl: null },
      done(2),
    ]);
  });

  it.each([
    ['no row that was sent', { pushTrack: { track: [ok(3)] } }],
    ['no rows', { pushTrack: { track: [], imported: 2 } }],
    ['no list', { pushTrack: { imported: 2 } }],
    ['rows of another method', { pushOrder: { track: [ok(1), ok(2)] } }],
    ['nothing', {}],
    ['a list', []],
  ])('does not know what happened after an answer with %s', async (_, json) => {
    expect(await outcomeOf(json)).toBe('PROVIDER_OUTCOME_UNKNOWN');
  });

  it('does not know what happened after a page, a server error, a cut answer or an unfollowed redirect', async () => {
    const replies = [
      { text: '<html>' },
      { status: 500, text: '' },
      { drop: true },
      { status: 302, headers: { location: '/' } },
    ];
    for (const reply of replies) {
      await using started = await startQapla(() => reply);
      await expect(started.source.writes.pushShipments([minimum])).rejects.toMatchObject({
        code: 'PROVIDER_OUTCOME_UNKNOWN',
      });
      expect(started.requests).toHaveLength(1);
    }
  });

  it.each([
    ['PROVIDER_AUTH', { pushTrack: { result: 'KO', error: 'invalid api key' } }, 200],
    ['PROVIDER_RATE_LIMITED', { error: 'Too Many Requests' }, 429],
    ['PROVIDER_REJECTED', { pushTrack: { result: 'KO', error: 'missing data' } }, 200],
    ['PROVIDER_REJECTED', { pushTrack: { error: true, message: 'nothing found' } }, 200],
    ['PROVIDER_AUTH', {}, 401],
  ])('knows that nothing happened after %s %j', async (code, json, status) => {
    expect(await outcomeOf(json, status)).toBe(code);
  });

  it('knows that nothing happened when nobody listens', async () => {
    await using started = await startQapla(() => ({ json: {} }));
    await started.upstream.close();
    await expect(started.source.writes.pushShipments([minimum])).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
    });
  });
});
