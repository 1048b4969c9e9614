import type { Instant } from '../../domain/instant.js';
import type { Order } from '../../domain/order.js';
import type { Courier, Credits, Shipment } from '../../domain/shipment.js';
import type { Forgettable } from '../_shared/forgettable.js';
import type { IndexFeed } from '../_shared/index-feed.js';
import type { Loader } from '../_shared/loaders.js';
import type { ImportedParcels } from './imported-since.js';
import type { ImportOutcome, NewImport } from './push-orders.js';
import type { NewShipment, ShipmentOutcome } from './push-shipments.js';

/** The parcels of one order: its reference, and when it was placed, since no parcel is older than its order. */
export interface ReferenceKey {
  readonly reference: string;
  /** Null when unknown: then the parcel is asked for singly. */
  readonly placedAt: Instant | null;
}

/** An imported order: its reference, and when it came, since a reference may come twice. */
export interface ImportKey {
  readonly reference: string;
  readonly importedAt: Instant;
}

/** Rows of a time window, as many as could be read. */
export interface Window<Row> {
  readonly rows: readonly Row[];
  /** Whether these are all rows since the asked instant. */
  readonly isComplete: boolean;
  /** The instant since which the rows are complete; null when they are complete or nothing can be said. */
  readonly since: Instant | null;
}

/** What the graph reads from Qapla': parcels, imported orders, couriers and credits. */
export interface QaplaSource extends Forgettable {
  readonly isConfigured: boolean;
  readonly shipments: {
    /** Null for a number Qapla' does not know. */
    readonly byTrackingNumber: Loader<string, Shipment | null>;
    /** All parcels found for an order reference; keys of one tick share one window call where that is cheaper. */
    readonly byReference: Loader<ReferenceKey, readonly Shipment[]>;
    readonly since: (since: Instant) => Promise<Window<Shipment>>;
    /** What a write that may have happened since an instant is proved by. */
    readonly importedSince: Loader<Instant, ImportedParcels>;
  };
  readonly orders: {
    /** Orders imported since an instant, in upstream's order, further windows read up to `limit` rows. */
    readonly since: (since: Instant, limit: number) => Promise<Window<Order>>;
    /** The newest imported orders, up to `limit`, newest first. */
    readonly newest: (limit: number) => Promise<Window<Order>>;
    /**
     * One import, found again in a window that starts when it came; keys close in time share a window. Null when it is not there, and
     * AMBIGUOUS when two that differ came at once.
     */
    readonly byImport: Loader<ImportKey, Order | null>;
  };
  /** What the directory can take in: the imported orders and the parcels. */
  readonly feeds: readonly IndexFeed[];
  /** Couriers of the given regions (`it`, `global`); all when none is given. */
  readonly couriers: (countries: readonly string[]) => Promise<readonly Courier[]>;
  readonly credits: () => Promise<Credits | null>;
  /** Writes: sent once each; PROVIDER_OUTCOME_UNKNOWN when one may have happened. */
  readonly writes: {
    /** An outcome for each parcel, in their order. */
    readonly pushShipments: (shipments: readonly NewShipment[]) => Promise<readonly ShipmentOutcome[]>;
    /** False for a number Qapla' does not know. */
    readonly deleteShipment: (trackingNumber: string) => Promise<boolean>;
    /** An outcome for each order, in their order. */
    readonly pushOrders: (orders: readonly NewImport[]) => Promise<readonly ImportOutcome[]>;
  };
}
