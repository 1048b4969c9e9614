import type { IndexEntry, IndexFeed } from '../datasources/_shared/index-feed.js';
import type { Directory } from './directory.js';
import type { EntityRef } from './directory-work.js';

/** More purchases than share one order number. */
const mostImports = 5;

/**
 * A thing as its provider gives it now; nothing when the provider has it no more. Several where two purchases carry one order number:
 * the parcel service is asked for each by its time of arrival.
 */
export async function rereadKnown(
  directory: Directory,
  feed: Pick<IndexFeed, 'reread'>,
  { provider, kind, externalId }: EntityRef,
): Promise<readonly IndexEntry[]> {
  const known = kind === 'ORDER' ? await directory.ordersById(provider, externalId) : [];
  const imports = [...new Set(known.map(({ importedAt }) => importedAt))].filter((importedAt) => importedAt !== null);
  const entries: (IndexEntry | null)[] = [];
  for (const importedAt of imports.sort().slice(-mostImports)) entries.push(await feed.reread(externalId, importedAt));
  if (imports.length === 0) entries.push(await feed.reread(externalId));
  return entries.filter((entry) => entry !== null);
}
