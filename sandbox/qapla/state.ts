import { type Applied, createApplied } from '../kernel/applied.js';
import { createRandom } from '../kernel/random.js';
import type { Webhooks } from '../kernel/webhooks.js';
import type { World } from '../world/world.js';
import type { ImportedOrder } from './imported-order.js';
import type { Parcel } from './parcel.js';
import { seedOrders } from './seed-orders.js';
import { seedParcels } from './seed-parcels.js';

/** Which rows come first in getTracks and getOrders, and so which of more than a hundred are shown. */
export type RowOrder = 'ascending' | 'descending';

/** Everything one channel of Qapla' holds. */
export interface QaplaState {
  /** Oldest import first. */
  parcels: Parcel[];
  /** Oldest import first. */
  orders: ImportedOrder[];
  /** Left on the premium account; every imported parcel uses one (assumed). */
  credits: number;
  applied: Applied;
  now: () => Date;
  /** By time of import; the document does not say. */
  rows: RowOrder;
  /** The key of the channel, which its webhooks carry. */
  apiKey: string;
  webhooks: Webhooks;
}

/** Keeps Qapla's share of chance apart from the world's. */
const SEED_OFFSET = 3001;

/** Takes Qapla's share of the world. */
export function createQaplaState(
  world: World,
  given: Pick<QaplaState, 'now' | 'rows' | 'apiKey' | 'webhooks'>,
): QaplaState {
  const random = createRandom(world.seed + SEED_OFFSET);
  const parcels = seedParcels(world, random);
  return { parcels, orders: seedOrders(world, random), credits: 1000, applied: createApplied(), ...given };
}
