import { qapla } from '../../../src/datasources/qapla/index.js';
import type { FakeReply, ReceivedRequest } from '../../support/fake-upstream.js';
import { startSource } from '../../support/provider-parts.js';

export const testKey = 'qp_test_key';

/** The real source over a fake Qapla' that answers as told. */
export function startQapla(respond: (request: ReceivedRequest) => FakeReply, currency?: string) {
  const credentials = { API_KEY: testKey };
  return startSource(qapla, currency === undefined ? { credentials } : { credentials, currency }, respond);
}

/** Path and query of each request without the key, which stands first in every query. */
export function askedWithoutKey(requests: readonly ReceivedRequest[]): string[] {
  return requests.map(({ path, query: [key, ...rest] }) => {
    if (key?.[0] !== 'apiKey' || key[1] !== testKey) return `${path} without key`;
    return [path, ...rest.map(([name, value]) => `${name}=${value}`)].join(' ');
  });
}

/** The value of a query parameter; empty when it was not sent. */
export function paramOf({ query }: ReceivedRequest, name: string): string {
  return query.find(([sent]) => sent === name)?.[1] ?? '';
}

type Place = readonly [courierStatus: string, courierPlace: string];

const event = ([day, status, icon]: readonly [string, string, string], [courierStatus, courierPlace]: Place) => ({
  status,
  statusDate: `${day}/08/2016 00:00:00`,
  icon: `https://cdn.qapla.it/img/status/${icon}.png`,
  courierStatus,
  courierPlace,
  courierDate: `${day}-08-2016`,
});

/** The example of getTrack in the seed document. */
export const documentedTrack = {
  error: false,
  status: 'In consegna',
  statusDate: '31/08/2016 09:17:25',
  icon: 'https://cdn.qapla.it/img/status/4.png',
  trackingUrl: 'https://tracking.qapla.it/5700ac68a8eb963594fdd4b254e173a6',
  trackingNumber: '2878202252347',
  reference: '300008236',
  courier: 'SDA',
  courierInfo: 'SDA',
  courierLogo: 'https://cdn.qapla.it/cp/img/corrieri/32/SDA.png',
  courierTrackingUrl: 'http://wwww.sda.it/dispatcher?id_ldv=2878202252347',
  courierStatus: 'IN CONSEGNA',
  courierPlace: 'CALTANISSETTA',
  courierDate: '31-08-2016',
  tracking: [
    event(['31', 'In consegna', '4'], ['IN CONSEGNA', 'CALTANISSETTA']),
    event(['30', 'Eccezione', '6'], ['DESTIN. ASSENTE-SVINCOLA ONLINE PER NUOVA CONSEGNA', 'CALTANISSETTA']),
    event(['30', 'In consegna', '4'], ['IN CONSEGNA', 'CALTANISSETTA']),
    event(['29', 'In transito', '3'], ["LA SPEDIZIONE E' IN VIAGGIO", 'CATANIA']),
    event(['27', 'In transito', '3'], ["LA SPEDIZIONE E' PARTITA", 'ROMA HUB ESPRESSO']),
    event(['27', 'In transito', '3'], ['IN TRANSITO', 'ROMA HUB ESPRESSO']),
    event(['26', 'In transito', '3'], ["LA SPEDIZIONE E' PARTITA", 'NAPOLI 1']),
    event(['26', 'Partito', '20'], ["LA SPEDIZIONE E' STATA RITIRATA PRESSO IL MITTENTE", 'NAPOLI 1']),
  ],
};

/** A small parcel with the fields a test does not care about left out. */
export const track = (trackingNumber: string, reference: string | null, rest: object = {}) => ({
  trackingNumber,
  reference,
  courier: 'BRT',
  icon: 'https://cdn.qapla.it/img/status/3.svg',
  status: 'In transito',
  ...rest,
});

/** A reply of getTrack, getTracks or getOrders that found something. */
export const found = (method: string, content: object) => ({
  json: { [method]: { result: 'OK', error: false, ...content } },
});
export const nothingFound = { json: { getTrack: { error: true, message: 'nothing found' } } };
