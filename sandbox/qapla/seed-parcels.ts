import type { Random } from '../kernel/random.js';
import type { World, WorldOrder } from '../world/world.js';
import { DOCUMENTED_PARCEL } from './documented-parcel.js';
import { inventJourney } from './journey.js';
import type { Parcel } from './parcel.js';

/** How long ago the shop began using Qapla'; earlier orders were imported by hand, a few of them. */
export const USED_FOR_MS = 60 * 86_400_000;

/** The shopper whose sent orders all have parcels. */
export const FOLLOWED_EMAIL = 'chris@example.com';

const SHARE_SINCE = 0.7;
const SHARE_BEFORE = 0.1;
const SHARE_IN_TWO_PARCELS = 0.04;
const NUMBERS: Record<string, (random: Random) => string> = {
  SDA: (random) => `28782${random.digits(8)}`,
  BRT: (random) => `0451${random.digits(8)}`,
  DHL: (random) => `30${random.digits(8)}`,
  GLS: (random) => `MI${random.digits(9)}`,
  UPS: (random) => `1Z0V5V4168${random.digits(8)}`,
  POSTE: (random) => `5P31M${random.digits(8)}`,
};

/** Invents the parcels of sent orders, oldest import first, with the document's at the head. */
export function seedParcels(world: World, random: Random): Parcel[] {
  const since = world.now.getTime() - USED_FOR_MS;
  const parcels = [DOCUMENTED_PARCEL];
  for (const order of world.orders) {
    if (order.status !== 'done') continue;
    const share = order.statusAt.getTime() >= since ? SHARE_SINCE : SHARE_BEFORE;
    // Chance is asked for every order, so that one story does not shift all that follow.
    const drawn = random.chance(share);
    const inTwo = random.chance(SHARE_IN_TWO_PARCELS);
    if (!drawn && order.shopper.email !== FOLLOWED_EMAIL) continue;
    parcels.push(inventParcel(order, world.now, random));
    if (inTwo) parcels.push(inventParcel(order, world.now, random));
  }
  return parcels.sort((left, right) => left.importedAt.getTime() - right.importedAt.getTime());
}

function inventParcel(order: WorldOrder, now: Date, random: Random): Parcel {
  const courier = random.pick(Object.keys(NUMBERS));
  const trackingNumber = NUMBERS[courier]?.(random) ?? random.digits(12);
  const parcel = { trackingNumber, reference: order.reference, courier, importedAt: order.statusAt };
  return { ...parcel, ...inventJourney(parcel, { order, now }, random) };
}
