import { expect, test } from 'vitest';
import { askedWithoutKey, documentedTrack, found, nothingFound, paramOf, startQapla, track } from './start-qapla.js';

test('reads the documented parcel with its Italian time in UTC', async () => {
  await using qapla = await startQapla(() => ({ json: { getTrack: documentedTrack } }));

  const shipment = await qapla.source.shipments.byTrackingNumber.load('2878202252347');

  expect(shipment).toMatchObject({
    trackingNumber: '2878202252347',
    reference: '300008236',
    status: 'OUT_FOR_DELIVERY',
    rawStatus: 'In consegna',
    statusAt: '2016-08-31T07:17:25Z',
    trackingUrl: documentedTrack.trackingUrl,
    courier: { code: 'SDA', name: 'SDA' },
    courierTrackingUrl: documentedTrack.courierTrackingUrl,
  });
  expect(askedWithoutKey(qapla.requests)).toEqual(['/getTrack/ trackingNumber=2878202252347 lang=ita']);
  expect(qapla.warnings).toEqual([]);
});

test('keeps events of one day in the order given and takes midnight throughout for no time', async () => {
  await using qapla = await startQapla(() => ({ json: { getTrack: documentedTrack } }));

  const events = (await qapla.source.shipments.byTrackingNumber.load('2878202252347'))?.events ?? [];

  expect(events.map(({ on, status, at }) => [on, status, at])).toEqual([
    ['2016-08-31', 'OUT_FOR_DELIVERY', null],
    ['2016-08-30', 'EXCEPTION', null],
    ['2016-08-30', 'OUT_FOR_DELIVERY', null],
    ['2016-08-29', 'IN_TRANSIT', null],
    ['2016-08-27', 'IN_TRANSIT', null],
    ['2016-08-27', 'IN_TRANSIT', null],
    ['2016-08-26', 'IN_TRANSIT', null],
    ['2016-08-26', 'DEPARTED', null],
  ]);
  expect(events[6]).toMatchObject({
    description: "LA SPEDIZIONE E' PARTITA",
    place: 'NAPOLI 1',
    rawStatus: 'In transito',
  });
});

test('gives the instant of every event once one of them has a time of day', async () => {
  const tracking = [
    { statusDate: '31/08/2016 14:05:00', icon: null, courierStatus: 'IN CONSEGNA' },
    { statusDate: '31/08/2016 00:00:00', icon: null },
    { statusDate: null, icon: null, courierDate: '30-08-2016' },
  ];
  await using qapla = await startQapla(() => found('getTrack', track('1', 'a', { tracking })));

  const shipment = await qapla.source.shipments.byTrackingNumber.load('1');

  expect(shipment?.events.map(({ on, at }) => [on, at])).toEqual([
    ['2016-08-31', '2016-08-31T12:05:00Z'],
    ['2016-08-31', '2016-08-30T22:00:00Z'],
    ['2016-08-30', null],
  ]);
});

test.each([
  ['21/11/2026 00:00:00', [], null],
  ['21/11/2026', [], null],
  ['21/11/2026 00:00:00', ['21/11/2026 00:00:00'], null],
  ['21/11/2026 00:00:00', ['21/11/2026 00:00:00', '20/11/2026 14:05:00'], '2026-11-20T23:00:00Z'],
  ['21/11/2026 09:30:00', ['21/11/2026 00:00:00'], '2026-11-21T08:30:00Z'],
])('takes the time of its status, %s beside a history of %j, for %s', async (statusDate, dates, expected) => {
  const tracking = dates.map((date) => ({ statusDate: date, icon: null }));
  await using qapla = await startQapla(() => found('getTrack', track('1', null, { statusDate, tracking })));

  expect(await qapla.source.shipments.byTrackingNumber.load('1')).toMatchObject({ statusAt: expected });
  expect(qapla.warnings).toEqual([]);
});

test.each([
  ['https://cdn.qapla.it/img/status/0.png', 'x', 'QUEUED'],
  ['https://cdn.qapla.it/img/status/1.png', 'x', 'PENDING'],
  ['https://cdn.qapla.it/img/status/2.svg', 'x', 'AWAITING_PICKUP'],
  ['https://cdn.qapla.it/img/status/5.png', 'x', 'DELIVERY_FAILED'],
  ['https://cdn.qapla.it/img/status/6-1.svg', 'x', 'EXCEPTION'],
  ['https://cdn.qapla.it/img/status/8.png?v=2', 'x', 'DELAYED'],
  ['https://cdn.qapla.it/img/status/10.png', 'x', 'AT_PICKUP_POINT'],
  ['https://cdn.qapla.it/img/status/20.png', 'In transito', 'DEPARTED'],
  ['https://cdn.qapla.it/img/status/50.png', 'x', 'PROCESSING'],
  ['https://cdn.qapla.it/img/status/95.png', 'x', 'RETURNED'],
  ['https://cdn.qapla.it/img/status/99.svg', 'Delivered', 'DELIVERED'],
  ['https://cdn.qapla.it/img/status/77.png', 'Consegnato', 'DELIVERED'],
  [null, 'Tentativo di consegna fallito', 'DELIVERY_FAILED'],
  [null, 'IN TRANSIT', 'IN_TRANSIT'],
  ['https://cdn.qapla.it/img/status/77.png', 'Teletrasporto', 'UNKNOWN'],
])('reads icon %s with label %s as %s', async (icon, status, expected) => {
  await using qapla = await startQapla(() => found('getTrack', track('1', null, { icon, status })));

  const shipment = await qapla.source.shipments.byTrackingNumber.load('1');

  expect(shipment).toMatchObject({ status: expected, rawStatus: status });
  expect(qapla.warnings).toEqual(expected === 'UNKNOWN' ? ['status'] : []);
});

test('asks for a number as it is given, then without blanks and hyphens', async () => {
  await using qapla = await startQapla((request) =>
    paramOf(request, 'trackingNumber') === '1Z999AA' ? found('getTrack', track('1Z999AA', null)) : nothingFound,
  );

  expect(await qapla.source.shipments.byTrackingNumber.load(' 1z 999-aa')).toMatchObject({ trackingNumber: '1Z999AA' });
  expect(await qapla.source.shipments.byTrackingNumber.load('2')).toBeNull();
  expect(askedWithoutKey(qapla.requests)).toEqual([
    '/getTrack/ trackingNumber=1z 999-aa lang=ita',
    '/getTrack/ trackingNumber=1Z999AA lang=ita',
    '/getTrack/ trackingNumber=2 lang=ita',
  ]);
});

test('takes a number spelled with hyphens for the one without, and asks once for equal ones', async () => {
  await using qapla = await startQapla(() => found('getTrack', track('1z-999', null)));

  const both = await qapla.source.shipments.byTrackingNumber.loadMany(['1Z999', ' 1Z999 ']);

  expect(both).toMatchObject([{ trackingNumber: '1z-999' }, { trackingNumber: '1z-999' }]);
  expect(qapla.requests).toHaveLength(1);
});

test.each([
  ['nothing found', nothingFound],
  ['another number', found('getTrack', track('2', null))],
])('has no parcel for %s', async (_case, reply) => {
  await using qapla = await startQapla(() => reply);

  expect(await qapla.source.shipments.byTrackingNumber.load('1')).toBeNull();
});

test('logs that an answer names another parcel, without its number', async () => {
  await using qapla = await startQapla(() => found('getTrack', track('SECRETNUMBER', null)));

  await qapla.source.shipments.byTrackingNumber.load('1');

  expect(qapla.logLines).toHaveLength(1);
  expect(qapla.logLines[0]).toContain('answer names another parcel');
  expect(qapla.logLines[0]).not.toContain('SECRETNUMBER');
});

test('asks nothing for a blank number or reference', async () => {
  await using qapla = await startQapla(() => ({ json: { getTrack: documentedTrack } }));

  expect(await qapla.source.shipments.byTrackingNumber.load(' ')).toBeNull();
  expect(await qapla.source.shipments.byReference.load({ reference: ' ', placedAt: null })).toEqual([]);
  expect(qapla.requests).toHaveLength(0);
});

test('keeps a courier without a name by its code, none when blank, and no link that is no page', async () => {
  const odd = { courier: '', trackingUrl: 'javascript:alert(1)', courierInfo: 'Bartolini', statusDate: '31-31-2016' };
  await using qapla = await startQapla(({ query }) =>
    found('getTrack', track(query[1]?.[1] ?? '', null, query[1]?.[1] === '1' ? odd : {})),
  );

  expect(await qapla.source.shipments.byTrackingNumber.load('1')).toMatchObject({
    courier: null,
    trackingUrl: null,
    statusAt: null,
  });
  expect(await qapla.source.shipments.byTrackingNumber.load('2')).toMatchObject({
    courier: { code: 'BRT', name: 'BRT' },
  });
  expect(qapla.warnings).toEqual(['statusDate', 'trackingUrl']);
});
