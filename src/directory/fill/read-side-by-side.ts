import type { IndexEntry } from '../../datasources/_shared/index-feed.js';

/** Asked at once; how many are under way is for the provider's budget to say. */
const sideBySide = 8;
/** So many failures in a row are the provider's and not those of single things. */
const mostFailuresInRow = 3;

/** What reading one thing gave: what there is of it, nothing when it is gone, or that it cannot be read for now. */
export type ReadOutcome = { readonly entries: readonly IndexEntry[] } | { readonly error: unknown };

export interface ReadOutcomes {
  /** By id; things after a failure of the provider are left out. */
  readonly byId: ReadonlyMap<string, ReadOutcome>;
  /** Why reading ended before all were asked for; null when the provider answers. */
  readonly failure: { readonly error: unknown } | null;
}

/** Reads things one by one, several side by side. One that cannot be read does not keep back the others. */
export async function readSideBySide(
  externalIds: readonly string[],
  reread: (externalId: string) => Promise<readonly IndexEntry[]>,
): Promise<ReadOutcomes> {
  const byId = new Map<string, ReadOutcome>();
  const left = [...externalIds];
  let inRow = 0;
  let lastError: unknown;
  const readOn = async () => {
    while (inRow < mostFailuresInRow) {
      const externalId = left.shift();
      if (externalId === undefined) return;
      try {
        byId.set(externalId, { entries: await reread(externalId) });
        inRow = 0;
      } catch (error) {
        byId.set(externalId, { error });
        inRow += 1;
        lastError = error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, left.length) }, readOn));
  return { byId, failure: inRow >= mostFailuresInRow ? { error: lastError } : null };
}
