import { createRandom } from '../kernel/random.js';
import type { World } from '../world/world.js';
import { seedCustomers } from './seed-customers.js';
import { seedCycles } from './seed-cycles.js';
import { seedProducts } from './seed-products.js';
import { seedScheduledOrders } from './seed-scheduled-orders.js';
import { emptyState, type QPilotState } from './state.js';

/** Keeps this provider's sequence apart from those that other parts draw from the same seed. */
const SEED_OFFSET = 1_000;

/** The merchant's QPilot site as the world has it. */
export function seedState(world: World, siteId: number): QPilotState {
  const random = createRandom(world.seed + SEED_OFFSET);
  const state = emptyState(siteId);
  seedCustomers(state, world, random);
  seedProducts(state, world, random);
  seedScheduledOrders(state, world, random);
  seedCycles(state, world, random);
  return state;
}
