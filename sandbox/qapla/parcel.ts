import { createHash } from 'node:crypto';
import { COURIERS, courierTrackingUrl } from './couriers.js';
import { slashTime } from './local-time.js';
import { type StatusCode, statusIcon, statusLabel } from './statuses.js';

/** One step of a parcel, its dates in the texts that getTrack prints. */
export interface ParcelEvent {
  status: StatusCode;
  /** `DD/MM/YYYY HH:MM:SS`, Italian time; midnight when the courier gives days only. */
  statusDate: string;
  courierStatus: string;
  courierPlace: string;
  /** `DD-MM-YYYY`. */
  courierDate: string;
}

/** A step that a parcel has not taken yet. */
export type ComingStep = Pick<ParcelEvent, 'status' | 'courierStatus' | 'courierPlace'>;

/** One shipment known to Qapla'. */
export interface Parcel {
  trackingNumber: string;
  reference: string;
  courier: string;
  importedAt: Date;
  /** `DD/MM/YYYY HH:MM:SS`: when the present status was taken, with its time even if the history has none. */
  statusDate: string;
  /** Newest first. */
  events: ParcelEvent[];
  /** What will happen to it, next first; no answer shows it. */
  ahead: ComingStep[];
}

/** Number of the folder of courier pictures in the document's example. */
const LOGO_FOLDER = 32;
/** The tracking page of the document's parcel; its last part is not derived from the number. */
const DOCUMENTED_PAGES: Record<string, string> = { '2878202252347': '5700ac68a8eb963594fdd4b254e173a6' };

/** Qapla's public page of a parcel. */
export function trackingPage(trackingNumber: string): string {
  const derived = createHash('md5').update(trackingNumber).digest('hex');
  return `https://tracking.qapla.it/${DOCUMENTED_PAGES[trackingNumber] ?? derived}`;
}

/** A parcel that was just imported: no courier was asked yet. */
export function newParcel(
  fields: Pick<Parcel, 'trackingNumber' | 'reference' | 'courier' | 'importedAt' | 'ahead'>,
): Parcel {
  return { ...fields, statusDate: slashTime(fields.importedAt), events: [] };
}

/** A parcel as getTrack and getTracks print it, without the marks of success. */
export function parcelWire(parcel: Parcel, lang: string | null): Record<string, unknown> {
  const { courier, trackingNumber, events } = parcel;
  const [latest] = events;
  const status = latest?.status ?? '0';
  return {
    status: statusLabel(status, lang),
    statusDate: parcel.statusDate,
    icon: statusIcon(status),
    trackingUrl: trackingPage(trackingNumber),
    trackingNumber,
    reference: parcel.reference,
    courier,
    courierInfo: COURIERS.find(({ code }) => code === courier)?.name ?? courier,
    courierLogo: `https://cdn.qapla.it/cp/img/corrieri/${LOGO_FOLDER}/${courier}.png`,
    courierTrackingUrl: courierTrackingUrl(courier, trackingNumber),
    courierStatus: latest?.courierStatus ?? '',
    courierPlace: latest?.courierPlace ?? '',
    courierDate: latest?.courierDate ?? '',
    tracking: events.map((event) => ({
      status: statusLabel(event.status, lang),
      statusDate: event.statusDate,
      icon: statusIcon(event.status),
      courierStatus: event.courierStatus,
      courierPlace: event.courierPlace,
      courierDate: event.courierDate,
    })),
  };
}
