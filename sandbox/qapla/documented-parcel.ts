import type { Parcel, ParcelEvent } from './parcel.js';
import type { StatusCode } from './statuses.js';

const SICILY = 'CALTANISSETTA';
const HUB = 'ROMA HUB ESPRESSO';
const STEPS: [day: string, status: StatusCode, courierStatus: string, place: string][] = [
  ['31/08/2016', '4', 'IN CONSEGNA', SICILY],
  ['30/08/2016', '6', 'DESTIN. ASSENTE-SVINCOLA ONLINE PER NUOVA CONSEGNA', SICILY],
  ['30/08/2016', '4', 'IN CONSEGNA', SICILY],
  ['29/08/2016', '3', "LA SPEDIZIONE E' IN VIAGGIO", 'CATANIA'],
  ['27/08/2016', '3', "LA SPEDIZIONE E' PARTITA", HUB],
  ['27/08/2016', '3', 'IN TRANSITO', HUB],
  ['26/08/2016', '3', "LA SPEDIZIONE E' PARTITA", 'NAPOLI 1'],
  ['26/08/2016', '20', "LA SPEDIZIONE E' STATA RITIRATA PRESSO IL MITTENTE", 'NAPOLI 1'],
];

/** The parcel of the document's getTrack example; only its import time is invented. */
export const DOCUMENTED_PARCEL: Parcel = {
  trackingNumber: '2878202252347',
  reference: '300008236',
  courier: 'SDA',
  importedAt: new Date('2016-08-26T08:00:00Z'),
  statusDate: '31/08/2016 09:17:25',
  ahead: [{ status: '99', courierStatus: 'CONSEGNATA', courierPlace: SICILY }],
  events: STEPS.map(
    ([day, status, courierStatus, courierPlace]): ParcelEvent => ({
      status,
      statusDate: `${day} 00:00:00`,
      courierStatus,
      courierPlace,
      courierDate: day.replaceAll('/', '-'),
    }),
  ),
};
