import { describe, expect, it } from 'vitest';
import { parseInstant, toEpochMs } from '../../src/domain/instant.js';
import { at, startTestGateway } from '../support/gateway.js';
import { exampleVariables, operation } from '../support/operations.js';
import { appliedOf, codesOf, exampleInput } from '../support/writing.js';

const start = (env: Record<string, string> = {}) => startTestGateway({ sandbox: { orders: 20 }, env });
/** The present, since parcels are told apart by the time they were imported. */
const startNow = () => startTestGateway({ sandbox: { orders: 20, now: new Date() } });
const parcel = { trackingNumber: 'T1', courier: 'DHL', shippedOn: '2026-10-01' };

describe('pushShipments', () => {
  it('runs the example and sends it as the document has it', async () => {
    await using gateway = await start();
    const answer = await gateway.query(operation('PushShipments'), exampleVariables['PushShipments']);
    const results = [
      ['123987299', 0],
      ['1Z0V5V416840696736', 1],
    ].map(([trackingNumber, index]) => ({
      index,
      trackingUrl: expect.stringMatching(/^https:\/\/tracking\.qapla\.it\/[0-9a-f]{32}$/) as string,
      shipment: { trackingNumber },
      userErrors: [],
    }));
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ pushShipments: { results } });
    expect(gateway.asked('qapla')).toEqual(['POST /1.1/pushTrack/']);
    expect(JSON.parse(gateway.sandbox.providers.qapla.requests[0]?.body ?? '')).toEqual({
      apiKey: 'qapla_sandbox_key',
      pushTrack: [
        { trackingNumber: '123987299', courier: 'DHL', shipDate: '2014-08-01' },
        {
          trackingNumber: '1Z0V5V416840696736',
          courier: 'UPS',
          shipDate: '2014-08-02',
          reference: 'ord. # 1674',
          name: 'Pepito Sbazzeguti',
          street: 'Via Aieie, 99',
          city: 'Parnazza',
          ZIP: '12345',
          state: 'MZ',
          country: 'IT',
          email: 'name@example.com',
          amount: '150,00',
          pod: '1',
          rows: [{ sku: 'OXY4', name: 'OXYGENE Oxy 4', qty: 1, price: '79.80', total: '79.80' }],
        },
      ],
    });
  });

  it('shows the parcel in the next query, and in its own answer where more than the number is asked for', async () => {
    await using gateway = await start();
    const document = `mutation($input: PushShipmentsInput!) {
      before: pushShipments(input: $input) { results { shipment { status courier { name } } } }
    }`;
    const number = '{ shipment(by: { trackingNumber: "T1" }) { status reference } }';
    expect(at(await gateway.query(number), 'shipment')).toBeNull();
    const answer = await gateway.query(document, { input: { shipments: [{ ...parcel, reference: 'r-1' }] } });
    expect(at(answer, 'before.results.0.shipment')).toEqual({ status: 'QUEUED', courier: { name: 'DHL Express' } });
    expect(at(await gateway.query(number), 'shipment')).toEqual({ status: 'QUEUED', reference: 'r-1' });
  });

  it('joins street lines by a comma and writes amounts with two decimals', async () => {
    await using gateway = await start();
    const rows = [{ sku: 'a', name: 'A', quantity: 2, unitPrice: '20.1', total: '40.2000' }];
    const recipient = { firstName: 'Ann', lastName: 'Lee', lines: ['Via 1', ' ', 'Scala B'], countryCode: 'it' };
    const shipment = { ...parcel, recipient, amount: '1234.5', shippingCost: '8', isTrackingNumber: true, rows };
    await gateway.query(operation('PushShipments'), { input: { shipments: [{ ...shipment, payOnDelivery: false }] } });
    expect(JSON.parse(gateway.sandbox.providers.qapla.requests[0]?.body ?? '')).toMatchObject({
      pushTrack: [
        {
          trackingNumber: 'T1',
          courier: 'DHL',
          shipDate: '2026-10-01',
          name: 'Ann Lee',
          street: 'Via 1, Scala B',
          country: 'IT',
          amount: '1234,50',
          shipping: '8,00',
          isTrackingNumber: 1,
          rows: [{ sku: 'a', name: 'A', qty: 2, price: '20.10', total: '40.20' }],
        },
      ],
    });
    expect(gateway.sandbox.providers.qapla.requests[0]?.body).not.toContain('"pod"');
  });

  it('tells all problems at once, each at its parcel, and sends nothing', async () => {
    await using gateway = await start();
    const shipments = [
      parcel,
      {
        trackingNumber: ' t-1',
        courier: ' ',
        shippedOn: '2026-10-01',
        amount: '1.234',
        shippingCost: '-1',
        note: 'n'.repeat(256),
        agentEmail: 'nobody',
        recipient: { name: 'Ann', company: 'Lee Inc', countryCode: 'Italy' },
        rows: [{ sku: '', name: 'A', quantity: 0, unitPrice: '1', total: '1' }],
      },
    ];
    const answer = await gateway.query(operation('PushShipments'), { input: { shipments } });
    const results = at(answer, 'pushShipments.results') as {
      index: number;
      userErrors: { field: string[]; code: string }[];
    }[];
    expect(results[0]?.userErrors.map(({ field, code }) => [field.join('.'), code])).toEqual([
      ['shipments.0', 'REJECTED'],
    ]);
    expect(results[1]?.userErrors.map(({ field, code }) => [field.slice(2).join('.'), code]).sort()).toEqual(
      [
        ['trackingNumber', 'TAKEN'],
        ['courier', 'REQUIRED'],
        ['amount', 'INVALID'],
        ['shippingCost', 'INVALID'],
        ['note', 'TOO_LONG'],
        ['agentEmail', 'INVALID'],
        ['recipient.company', 'UNSUPPORTED'],
        ['recipient.countryCode', 'INVALID'],
        ['rows.0.sku', 'REQUIRED'],
        ['rows.0.quantity', 'INVALID'],
      ].sort(),
    );
    expect(gateway.calls()).toEqual({});
  });

  it.each([
    ['PushShipments', 'shipments'],
    ['PushOrders', 'orders'],
  ])('is refused aloud without items, as is %s without %s', async (name, list) => {
    await using gateway = await start();
    const { errors } = await gateway.query(operation(name), { input: { [list]: [] } });
    expect(errors?.map(({ message, extensions }) => [extensions?.['code'], message])).toEqual([
      ['BAD_USER_INPUT', `Argument "input.${list}" must have at least one entry.`],
    ]);
    expect(gateway.calls()).toEqual({});
  });

  it('takes one to a hundred parcels', async () => {
    await using gateway = await start();
    const document = `mutation($input: PushShipmentsInput!) { pushShipments(input: $input) { results { index } userErrors { code } } }`;
    const many = Array.from({ length: 101 }, (_, index) => ({ ...parcel, trackingNumber: `T${index}` }));
    const codeOf = async (shipments: object[]) =>
      at(await gateway.query(document, { input: { shipments } }), 'pushShipments.userErrors');
    expect(await codeOf(many)).toEqual([{ code: 'TOO_MANY' }]);
    expect(gateway.calls()).toEqual({});
    expect(await codeOf(many.slice(1))).toEqual([]);
    expect(await appliedOf(gateway, 'qapla')).toEqual({ pushTrack: 100 });
  });

  it('says which number is used already, and registers the others', async () => {
    await using gateway = await start();
    const push = (numbers: string[]) =>
      gateway.query(operation('PushShipments'), {
        input: { shipments: numbers.map((trackingNumber) => ({ ...parcel, trackingNumber })) },
      });
    await push(['T1']);
    const answer = await push(['T2', 'T1']);
    expect(at(answer, 'pushShipments.results.0.shipment')).toEqual({ trackingNumber: 'T2' });
    expect(at(answer, 'pushShipments.results.1')).toEqual({
      index: 1,
      trackingUrl: null,
      shipment: null,
      userErrors: [
        { field: ['shipments', '1', 'trackingNumber'], code: 'TAKEN', message: 'tracking number T1 already used' },
      ],
    });
  });

  it('counts as many calls as it has parcels', async () => {
    await using gateway = await start({ QAPLA_RATE_PER_SECOND: '1', REQUEST_TIMEOUT_MS: '1000' });
    const many = Array.from({ length: 100 }, (_, index) => ({ ...parcel, trackingNumber: `T${index}` }));
    const push = (shipments: object[]) => gateway.query(operation('PushShipments'), { input: { shipments } });
    expect(codesOf(await push(many))).toEqual([]);
    expect(codesOf(await push(many.map((one) => ({ ...one, trackingNumber: `${one.trackingNumber}B` }))))).toEqual([
      'PROVIDER_RATE_LIMITED',
    ]);
    expect(await appliedOf(gateway, 'qapla')).toEqual({ pushTrack: 100 });
  });

  it('says in `errors` which parcel the answer left out, unless it is found', async () => {
    await using gateway = await startNow();
    const { faults } = gateway.sandbox.providers.qapla;
    const body = { pushTrack: { track: [{ result: 'OK', row: 2, url: 'https://tracking.qapla.it/2' }], imported: 1 } };
    faults.add({ fault: { kind: 'status', status: 200, body }, pathIncludes: 'pushTrack', times: 1 });
    const input = exampleInput('PushShipments');
    const answer = await gateway.query(operation('PushShipments'), { input });
    expect(answer.errors?.map(({ path, message }) => [path, message])).toEqual([
      [
        ['pushShipments', 'results', 0],
        "Qapla' may or may not have done this. Look for shipment 123987299 before trying again.",
      ],
    ]);
    expect(at(answer, 'pushShipments.results.0')).toEqual({
      index: 0,
      trackingUrl: null,
      shipment: null,
      userErrors: [],
    });
    expect(at(answer, 'pushShipments.results.1.shipment')).toEqual({ trackingNumber: '1Z0V5V416840696736' });
    const shipments = [exampleFirst()];
    await gateway.query(operation('PushShipments'), { input: { shipments } });
    const again = await gateway.query(operation('PushShipments'), { input });
    expect(again.errors).toBeUndefined();
    expect(at(again, 'pushShipments.results.0.shipment')).toEqual({ trackingNumber: '123987299' });
    expect(await appliedOf(gateway, 'qapla')).toEqual({ pushTrack: 1 });
  });

  it('does not take a parcel that was there before for its own', async () => {
    // Everything at this provider was imported on the first of November, long before this write.
    await using gateway = await start();
    const { faults } = gateway.sandbox.providers.qapla;
    const shipments = [{ ...parcel, reference: 'own' }];
    await gateway.query(operation('PushShipments'), { input: { shipments } });
    faults.add({ fault: { kind: 'reset' }, pathIncludes: 'pushTrack', times: 1 });
    const push = () => gateway.query(operation('PushShipments'), { input: { idempotencyKey: 'k', shipments } });
    expect(codesOf(await push())).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    expect(codesOf(await push())).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
  });

  it('asks for what was imported since ten minutes before the write, in Italian time', async () => {
    await using gateway = await startNow();
    gateway.sandbox.providers.qapla.faults.add({
      fault: { kind: 'reset-after' },
      pathIncludes: 'pushTrack',
      times: 1,
    });
    const before = Date.now();
    const answer = await gateway.query(operation('PushShipments'), { input: { shipments: [parcel] } });
    expect(codesOf(answer)).toEqual([]);
    expect(at(answer, 'pushShipments.results.0.shipment')).toEqual({ trackingNumber: 'T1' });
    const [, asked, ...more] = gateway.sandbox.providers.qapla.requests;
    expect([asked?.path, more]).toEqual(['/1.1/getTracks/', []]);
    const from = parseInstant(new URLSearchParams(asked?.query).get('dateFrom') ?? '', 'Europe/Rome');
    const lagMs = toEpochMs(from ?? '') - (before - 600_000);
    expect(Math.abs(lagMs)).toBeLessThan(5000);
  });

  it.each([
    ['no rows though it counts some: then the single number is asked for', { count: 4, tracks: [] }, true],
    ['no rows and counts none', { count: 0, tracks: [] }, false],
    ['other rows', { count: 1, tracks: [{ trackingNumber: 'X', courier: 'DHL' }] }, false],
    [
      'it with an earlier import',
      { count: 1, tracks: [{ trackingNumber: 'T1', courier: 'DHL', importedAt: '2020-01-01 00:00:00' }] },
      false,
    ],
    ['it', { count: 0, tracks: [{ trackingNumber: 't1', courier: 'dhl' }] }, true],
  ])('is proved after a lost answer by a window that has %s', async (_, content, isProved) => {
    await using gateway = await startNow();
    const { faults } = gateway.sandbox.providers.qapla;
    faults.add({ fault: { kind: 'reset-after' }, pathIncludes: 'pushTrack', times: 1 });
    const body = { getTracks: { result: 'OK', error: false, ...content } };
    faults.add({ fault: { kind: 'status', status: 200, body }, pathIncludes: 'getTracks' });
    const answer = await gateway.query(operation('PushShipments'), { input: { shipments: [parcel] } });
    expect(codesOf(answer)).toEqual(isProved ? [] : ['PROVIDER_OUTCOME_UNKNOWN']);
  });

  it('does not take the parcel of another order for its own', async () => {
    await using gateway = await startNow();
    const { faults } = gateway.sandbox.providers.qapla;
    await gateway.query(operation('PushShipments'), { input: { shipments: [{ ...parcel, reference: 'other' }] } });
    faults.add({ fault: { kind: 'reset' }, pathIncludes: 'pushTrack', times: 1 });
    const input = { idempotencyKey: 'k', shipments: [{ ...parcel, reference: 'own' }] };
    expect(codesOf(await gateway.query(operation('PushShipments'), { input }))).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
    expect(codesOf(await gateway.query(operation('PushShipments'), { input }))).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
  });
});

const exampleFirst = () => (exampleInput('PushShipments')['shipments'] as object[])[0];

describe('deleteShipment', () => {
  it('deletes once, and the next query finds nothing', async () => {
    await using gateway = await start();
    await gateway.query(operation('PushShipments'), { input: { shipments: [parcel] } });
    const remove = () =>
      gateway.query(operation('DeleteShipment'), { input: { idempotencyKey: 'd', trackingNumber: ' T1' } });
    const first = await remove();
    expect(first.data).toEqual({ deleteShipment: { deletedTrackingNumber: 'T1', userErrors: [] } });
    expect((await remove()).data).toEqual(first.data);
    expect(gateway.asked('qapla').filter((asked) => asked.includes('deleteTrack'))).toEqual([
      'GET /1.1/deleteTrack/?apiKey=qapla_sandbox_key&trackingNumber=T1',
    ]);
    expect(at(await gateway.query('{ shipment(by: { trackingNumber: "T1" }) { id } }'), 'shipment')).toBeNull();
  });

  it('runs the example, whose parcel nobody has registered', async () => {
    await using gateway = await start();
    const answer = await gateway.query(operation('DeleteShipment'), exampleVariables['DeleteShipment']);
    expect(answer.data).toEqual({
      deleteShipment: {
        deletedTrackingNumber: null,
        userErrors: [
          { field: ['trackingNumber'], code: 'NOT_FOUND', message: 'No shipment has this tracking number.' },
        ],
      },
    });
  });

  it('asks nothing without a number', async () => {
    await using gateway = await start();
    const answer = await gateway.query(operation('DeleteShipment'), { input: { trackingNumber: ' ' } });
    expect(at(answer, 'deleteShipment.userErrors.0.code')).toBe('REQUIRED');
    expect(gateway.calls()).toEqual({});
  });
});

describe('pushOrders', () => {
  const document = `mutation($input: PushOrdersInput!) {
    pushOrders(input: $input) { results { action order { provider reference total { amount currency } placedAt } } }
  }`;

  it('runs the example; the order is there afterwards, and the next one changes it', async () => {
    await using gateway = await start();
    const answer = await gateway.query(operation('PushOrders'), exampleVariables['PushOrders']);
    expect(answer.data).toEqual({
      pushOrders: { results: [{ index: 0, action: 'ins', reference: '2000994', userErrors: [] }] },
    });
    const changed = await gateway.query(document, { input: exampleInput('PushOrders', { idempotencyKey: 'q-2' }) });
    expect(at(changed, 'pushOrders.results.0')).toEqual({
      action: 'upd',
      order: {
        provider: 'QAPLA',
        reference: '2000994',
        total: { amount: '99.90', currency: 'EUR' },
        placedAt: '2017-06-16T09:18:00Z',
      },
    });
  });

  it('tells what the provider needs of the customer, and more, at once and before any call', async () => {
    await using gateway = await start();
    const [order] = exampleInput('PushOrders')['orders'] as object[];
    const bad = {
      ...order,
      customer: { email: 'x' },
      amount: { amount: '1.999', currency: 'EURO' },
      parcels: 0,
      weight: '-1',
    };
    const answer = await gateway.query(operation('PushOrders'), { input: { orders: [order, bad] } });
    const errors = at(answer, 'pushOrders.results.1.userErrors') as { field: string[]; code: string }[];
    expect(errors.map(({ field, code }) => `${field.slice(2).join('.')} ${code}`).sort()).toEqual([
      'amount.amount INVALID',
      'amount.currency INVALID',
      'customer.city REQUIRED',
      'customer.email INVALID',
      'customer.lines REQUIRED',
      'customer.name REQUIRED',
      'customer.postalCode REQUIRED',
      'customer.region REQUIRED',
      'parcels INVALID',
      'reference TAKEN',
      'weight INVALID',
    ]);
    expect(gateway.calls()).toEqual({});
  });

  it('does not take an import with another amount for its own', async () => {
    await using gateway = await start();
    const [order] = exampleInput('PushOrders')['orders'] as object[];
    await gateway.query(operation('PushOrders'), { input: { orders: [order] } });
    const { faults } = gateway.sandbox.providers.qapla;
    faults.add({ fault: { kind: 'reset' }, pathIncludes: 'pushOrder', times: 1 });
    const input = { orders: [{ ...order, amount: { amount: '98.90', currency: 'EUR' } }] };
    expect(codesOf(await gateway.query(operation('PushOrders'), { input }))).toEqual(['PROVIDER_OUTCOME_UNKNOWN']);
  });
});
