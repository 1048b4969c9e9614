import { type Applied, createApplied } from '../kernel/applied.js';
import { createRandom } from '../kernel/random.js';
import type { World } from '../world/world.js';
import type { ImportedOrder } from './imported-order.js';
import type { Parcel } from './parcel.js';
import { seedOrders } from './seed-orders.js';
import { seedParcels } from './seed-parcels.js';

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
}

/** Keeps Qapla's share of chance apart from the world's. */
const SEED_OFFSET = 3001;

/** Takes Qapla's share of the world. */
export function createQaplaState(world: World, now: () => Date): QaplaState {
  const random = createRandom(world.seed + SEED_OFFSET);
  const parcels = seedParcels(world, random);
  return { parcels, orders: seedOrders(world, random), credits: 1000, applied: createApplied(), now };
}
