import type { IndexEntry } from '../../datasources/_shared/index-feed.js';
import { isFull } from '../../domain/order.js';
import type { Directory } from '../directory.js';

type OrderEntry = IndexEntry & { readonly kind: 'ORDER' };

/** An entry that shows an order's head alone. */
export function isHead(entry: IndexEntry): entry is OrderEntry {
  return entry.kind === 'ORDER' && !isFull(entry.order);
}

/**
 * The heads of orders that are new, not yet detailed, or in another status. A time or total that is different in a list alone is no
 * reason to read the order: the directory knows what the list said before.
 */
export async function newsAmong(directory: Directory, heads: readonly OrderEntry[]): Promise<readonly OrderEntry[]> {
  const news: OrderEntry[] = [];
  for (const entry of heads) {
    const { provider, externalId, status, rawStatus } = entry.order;
    const known = await directory.ordersById(provider, externalId);
    const isKnown = known.some(
      (order) => order.isDetailed && order.status === status && (rawStatus === null || order.rawStatus === rawStatus),
    );
    if (!isKnown) news.push(entry);
  }
  return news;
}
