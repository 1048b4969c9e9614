import type { CommerceRecord } from '../../domain/commerce.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { fillFromPages } from '../_shared/fill-from-pages.js';
import type { IndexEntry, IndexFeed } from '../_shared/index-feed.js';
import { once } from '../_shared/loaders.js';
import type { PagedList } from '../_shared/upstream-pages.js';
import { formatPlace } from './by-place.js';

/**
 * What Qard offers to the directory: the customers of its snapshot, by pages. There is no filter by time and no look-up by id, so
 * each is kept with its place in the list.
 */
export function createFeeds(customers: PagedList<CommerceRecord>): readonly IndexFeed[] {
  const fill = (cursor: string | null) =>
    fillFromPages(
      customers,
      ({ externalId, email }, page) => {
        const place = formatPlace(page, customers.maxPageSize);
        return { kind: 'CUSTOMER', customer: { provider: 'QARD', externalId, email, place } };
      },
      cursor,
    );
  const readAll = once(() => readToEnd(fill));
  return [
    {
      kind: 'CUSTOMER',
      fill,
      changedSince: null,
      // Without a look-up by id the list is read through, once for as long as this feed lives.
      reread: async (externalId) => {
        const { entries, isComplete } = await readAll();
        const entry = entries.get(externalId);
        if (entry !== undefined || isComplete) return entry ?? null;
        throw new UpstreamError('PROVIDER_CONTRACT', 'QARD', { detail: 'the list of customers cannot be read whole' });
      },
    },
  ];
}

async function readToEnd(
  fill: IndexFeed['fill'],
): Promise<{ readonly entries: ReadonlyMap<string, IndexEntry>; readonly isComplete: boolean }> {
  const entries = new Map<string, IndexEntry>();
  let cursor: string | null = null;
  for (;;) {
    const step = await fill(cursor);
    for (const entry of step.entries) if (entry.kind === 'CUSTOMER') entries.set(entry.customer.externalId, entry);
    cursor = step.next;
    if (cursor === null) return { entries, isComplete: step.isComplete };
  }
}
