import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewImport } from '../../../src/datasources/qapla/push-orders.js';
import { askedOf } from '../../support/fake-upstream.js';
import { startQapla, testKey } from './start-qapla.js';

const first: NewImport = {
  reference: '2000994',
  orderId: '812012',
  courier: 'BRT',
  status: 'processing',
  createdAt: '2017-06-16T09:18:00Z',
  updatedAt: '2017-06-16T14:09:20Z',
  name: 'Luca Cassia',
  street: 'Via Aieiez, 99',
  city: 'Vedano Olona',
  region: 'VA',
  postalCode: '21040',
  countryCode: 'IT',
  email: 'luca@example.com',
  phone: '340342522',
  amount: 'EUR 99.90',
  paymentType: 'ccash',
  payOnDelivery: true,
  note: 'This is a note',
  weight: '1.5',
  parcels: 2,
  length: '30',
  width: '20',
  height: '10',
  rows: [
    { sku: 'B00TZMVRR4', name: 'YoyoFactory Protostar Yo-Yo - Blu', quantity: 1, unitPrice: '20.10', total: '20.10' },
    { sku: 'OXY4', name: 'OXYGENE Oxy 4', quantity: 1, unitPrice: '79.80', total: '79.80' },
  ],
};
const second: NewImport = {
  ...first,
  reference: '2000992995',
  orderId: null,
  courier: null,
  createdAt: '2016-09-23T10:22:00Z',
  updatedAt: '2016-09-23T12:15:20.999Z',
  name: 'Roberto Fumarola',
  street: 'Via Icelord, 22',
  city: 'Crispiano',
  region: 'TA',
  postalCode: '74012',
  email: 'roberto@example.com',
  phone: '340112233',
  amount: 'EUR 110.05',
  paymentType: 'creditcard',
  payOnDelivery: null,
  note: null,
  weight: null,
  parcels: null,
  length: null,
  width: null,
  height: null,
  rows: null,
};

/** The seed document's sample, its mail addresses replaced. */
const sample = [
  {
    id: '2000994',
    orderID: '812012',
    courier: 'BRT',
    status: 'processing',
    createdAt: '2017-06-16 11:18:00',
    updatedAt: '2017-06-16 16:09:20',
    customerName: 'Luca Cassia',
    customerAddress: 'Via Aieiez, 99',
    customerCity: 'Vedano Olona',
    customerState: 'VA',
    customerZip: '21040',
    customerCountry: 'IT',
    customerEmail: 'luca@example.com',
    customerTelephone: '340342522',
    amount: 'EUR 99.90',
    paymentType: 'ccash',
    isPOD: true,
    notes: 'This is a note',
    weight: '1.5',
    parcels: '2',
    length: '30',
    width: '20',
    height: '10',
    rows: [
      { sku: 'B00TZMVRR4', name: 'YoyoFactory Protostar Yo-Yo - Blu', qty: 1, price: '20.10', total: '20.10' },
      { sku: 'OXY4', name: 'OXYGENE Oxy 4', qty: 1, price: '79.80', total: '79.80' },
    ],
  },
  {
    id: '2000992995',
    status: 'processing',
    createdAt: '2016-09-23 12:22:00',
    updatedAt: '2016-09-23 14:15:20',
    customerName: 'Roberto Fumarola',
    customerAddress: 'Via Icelord, 22',
    customerCity: 'Crispiano',
    customerState: 'TA',
    customerZip: '74012',
    customerCountry: 'IT',
    customerEmail: 'roberto@example.com',
    customerTelephone: '340112233',
    amount: 'EUR 110.05',
    paymentType: 'creditcard',
  },
];

/** The answer as the seed document prints it: an id that was not sent, and counters that contradict the rows. */
const documentedAnswer = {
  pushOrder: {
    result: 'OK',
    error: '',
    count: 2,
    orders: [
      { row: 1, action: 'ins', id: '2000992994' },
      { row: 2, action: 'upd', id: '2000992995' },
    ],
    imported: 0,
    updated: 0,
  },
};

describe('importing orders', () => {
  it('sends the sample of the document, in Italian time, and reads its answer by row', async () => {
    await using started = await startQapla(() => ({ json: documentedAnswer }));
    expect(await started.source.writes.pushOrders([first, second])).toEqual([
      { state: 'DONE', action: 'ins' },
      { state: 'DONE', action: 'upd' },
    ]);
    expect(askedOf(started.requests)).toEqual(['POST /pushOrder/']);
    expect(started.requests[0]?.body).toBe(JSON.stringify({ apiKey: testKey, pushOrder: sample }));
  });

  it.each([
    ['err', { state: 'REFUSED', code: 'REJECTED', message: 'status is missing' }],
    ['SKP', { state: 'REFUSED', code: 'REJECTED', message: 'status is missing' }],
    ['imp', { state: 'DONE', action: 'imp' }],
    ['del', { state: 'UNKNOWN' }],
    [null, { state: 'UNKNOWN' }],
  ])('takes the action %j of a row as %j', async (action, outcome) => {
    const orders = [
      { row: 2, action: 'ins' },
      { row: 1, action, error: 'status is missing' },
    ];
    await using started = await startQapla(() => ({ json: { pushOrder: { result: 'OK', error: '', orders } } }));
    expect(await started.source.writes.pushOrders([first, second])).toEqual([
      outcome,
      { state: 'DONE', action: 'ins' },
    ]);
  });

  it('does not know what happened when the answer names no row, and is not asked again', async () => {
    await using started = await startQapla(() => ({ json: { pushOrder: { result: 'OK', error: '', count: 2 } } }));
    await expect(started.source.writes.pushOrders([first])).rejects.toMatchObject({ code: 'PROVIDER_OUTCOME_UNKNOWN' });
    expect(started.requests).toHaveLength(1);
  });

  it('knows that nothing was imported after the refusal that the document prints', async () => {
    await using started = await startQapla(() => ({ json: { pushOrder: { result: 'KO', error: 'invalid api key' } } }));
    await expect(started.source.writes.pushOrders([first])).rejects.toMatchObject({ code: 'PROVIDER_AUTH' });
  });

  it('never gives an order the outcome of another, whatever rows come in whatever order', async () => {
    let rows: readonly { row: number; action: string }[] = [];
    await using started = await startQapla(() => ({ json: { pushOrder: { result: 'OK', error: '', orders: rows } } }));
    const anyRow = fc.record({
      row: fc.integer({ min: -1, max: 5 }),
      action: fc.constantFrom('ins', 'upd', 'err', '?'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 8 }), async (answered) => {
        rows = answered;
        const outcomes = await started.source.writes
          .pushOrders([first, second, { ...first, reference: 'third' }])
          .catch((error: { code: string }) => error.code);
        if (typeof outcomes === 'string') {
          expect(outcomes).toBe('PROVIDER_OUTCOME_UNKNOWN');
          return;
        }
        outcomes.forEach((outcome, index) => {
          const stated = answered.filter(({ row }) => row === index + 1).map(({ action }) => action);
          if (outcome.state === 'DONE') expect(new Set(stated)).toEqual(new Set([outcome.action]));
          if (outcome.state === 'REFUSED') expect(new Set(stated)).toEqual(new Set(['err']));
        });
      }),
      { numRuns: 35 },
    );
  });
});
