import { normalizeReference } from '../../domain/join-keys.js';
import type { Product } from '../../domain/product.js';
import type { Reading } from '../../domain/reading.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { settleEach } from '../_shared/loaders.js';
import type { QuickbutikCalls } from './calls.js';
import { normalizeFullProduct } from './normalize-product.js';

type Found = ReadonlyMap<string, Product>;

// Another character might be read as the comma between two ids.
const plainId = /^[A-Za-z0-9_-]+$/;

/**
 * Products for many ids: one call with a comma list, and single calls for what that call leaves in doubt.
 *
 * @remarks That a comma separates ids is read from the seed document's example (`1010,12,14`, two examples run together). Where the
 * list is refused, answered by 404 as a whole, or yields one row at most, the shop may have read it otherwise, and
 * the missing ids are asked for one by one.
 */
export async function findProducts(
  ids: readonly string[],
  calls: QuickbutikCalls,
  reading: Reading,
): Promise<(Product | null | Error)[]> {
  const askOne = async (id: string) => (await ask([id], calls, reading)).get(id) ?? null;
  const keys = ids.map((id) => id.trim());
  const listed = keys.filter((key) => plainId.test(key));
  const found = listed.length > 1 ? await askTogether(listed, calls, reading) : new Map<string, Product>();
  const isSettled = found.size > 1;
  return settleEach(keys, async (key) => {
    const product = found.get(key);
    if (product !== undefined) return product;
    if (normalizeReference(key) === null || (isSettled && plainId.test(key))) return null;
    return askOne(key);
  });
}

async function askTogether(keys: readonly string[], calls: QuickbutikCalls, reading: Reading): Promise<Found> {
  try {
    return await ask(keys, calls, reading);
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'PROVIDER_REJECTED') return new Map();
    throw error;
  }
}

/** The products of one call by the id they state; ids that were not asked for are left out. */
async function ask(keys: readonly string[], calls: QuickbutikCalls, reading: Reading): Promise<Found> {
  const found = new Map<string, Product>();
  for (const row of await calls.products(keys)) {
    const product = normalizeFullProduct(row, reading);
    if (product !== null && keys.includes(product.externalId) && !found.has(product.externalId)) {
      found.set(product.externalId, product);
    }
  }
  return found;
}
