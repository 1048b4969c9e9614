/** One row of getCouriers. */
export interface Courier {
  code: string;
  name: string;
  country: string;
}

/** An extract of the list; the document's own three rows come first and its other 55 are not printed. */
export const COURIERS: Courier[] = [
  { code: 'ARAMEX', name: 'Aramex', country: 'global' },
  { code: 'ARCO', name: 'Arco Spedizioni', country: 'it' },
  { code: 'ARTONI', name: 'Artoni', country: 'it' },
  { code: 'BRT', name: 'BRT', country: 'it' },
  { code: 'DHL', name: 'DHL Express', country: 'global' },
  { code: 'DHL-DE', name: 'DHL Paket', country: 'de' },
  { code: 'DPD-FR', name: 'DPD France', country: 'fr' },
  { code: 'ELTA', name: 'ELTA Courier', country: 'gr' },
  { code: 'FEDEX', name: 'FedEx', country: 'global' },
  { code: 'GLS', name: 'GLS Italy', country: 'it' },
  { code: 'NEXIVE', name: 'Nexive', country: 'it' },
  { code: 'POSTE', name: 'Poste Italiane', country: 'it' },
  { code: 'POSTNL', name: 'PostNL', country: 'nl' },
  { code: 'ROYALMAIL', name: 'Royal Mail', country: 'gb' },
  { code: 'SDA', name: 'SDA', country: 'it' },
  { code: 'SEUR', name: 'SEUR', country: 'es' },
  { code: 'SF', name: 'SF Express', country: 'cn' },
  { code: 'SWISSPOST', name: 'Swiss Post', country: 'ch' },
  { code: 'TNT', name: 'TNT', country: 'global' },
  { code: 'UPS', name: 'UPS', country: 'global' },
  { code: 'USPS', name: 'USPS', country: 'us' },
];

/** Couriers that report days without a time; their histories show midnight throughout, like the document's. */
const DAY_ONLY = ['SDA', 'POSTE'];

/** Whether a courier's events carry a time of day. */
export function reportsTimes(code: string): boolean {
  return !DAY_ONLY.includes(code);
}

/** Where the courier itself shows a parcel; SDA's broken host is the document's. */
export function courierTrackingUrl(code: string, trackingNumber: string): string {
  if (code !== 'SDA') return `https://tracking.example.com/${code.toLowerCase()}/${encodeURIComponent(trackingNumber)}`;
  const page = 'http://wwww.sda.it/SITO_SDA-WEB/dispatcher';
  return `${page}?invoker=home&LEN=&execute2=ActionTracking.doGetTrackingHome&button=Vai&id_ldv=${trackingNumber}`;
}
