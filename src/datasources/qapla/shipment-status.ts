import type { ShipmentStatus } from '../../domain/shipment.js';

// By the number in the icon's file name; labels as the provider writes them in Italian and, where known, in English. Numbers 3, 4, 6
// and 20 are in the seed document, the others in a text Qapla' publishes for newer versions.
const table: readonly (readonly [number: number, status: ShipmentStatus, ...labels: string[]])[] = [
  [0, 'QUEUED', 'ATTESA ELABORAZIONE'],
  [1, 'PENDING', 'IN SOSPESO'],
  [2, 'AWAITING_PICKUP', 'ATTESA RITIRO'],
  [3, 'IN_TRANSIT', 'IN TRANSITO', 'IN TRANSIT'],
  [4, 'OUT_FOR_DELIVERY', 'IN CONSEGNA', 'OUT FOR DELIVERY'],
  [5, 'DELIVERY_FAILED', 'TENTATIVO DI CONSEGNA FALLITO'],
  [6, 'EXCEPTION', 'ECCEZIONE', 'EXCEPTION'],
  [8, 'DELAYED', 'RITARDO', 'DELAYED'],
  [10, 'AT_PICKUP_POINT', 'PUNTO DI RITIRO', 'PICKUP POINT'],
  [20, 'DEPARTED', 'PARTITO', 'DEPARTED'],
  [50, 'PROCESSING', 'IN LAVORAZIONE', 'PROCESSING'],
  [95, 'RETURNED', 'RIENTRATO', 'RETURNED'],
  [99, 'DELIVERED', 'CONSEGNATO', 'DELIVERED'],
];

const byNumber = new Map(table.map(([number, status]) => [number, status]));
const byLabel = new Map(table.flatMap(([, status, ...labels]) => labels.map((label) => [label, status] as const)));

/**
 * The status of a parcel or of one of its events: by the number in the icon's file name, else by the whole label.
 *
 * @returns null when neither is known.
 * @remarks Never by the courier's text: in the seed document "the shipment has departed" stands beside status 3, in transit.
 */
export function readShipmentStatus(icon: string | null, label: string | null): ShipmentStatus | null {
  const number = /\/status\/(\d+)(?:-\d+)?\.(?:png|svg)(?:[?#].*)?$/i.exec(icon ?? '')?.[1];
  return (
    (number === undefined ? undefined : byNumber.get(Number(number))) ??
    byLabel.get(label?.trim().toUpperCase() ?? '') ??
    null
  );
}
