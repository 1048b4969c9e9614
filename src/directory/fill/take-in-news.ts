import type { IndexEntry, IndexFeed, IndexKind } from '../../datasources/_shared/index-feed.js';
import { publishChanges } from '../publish-changes.js';
import { rereadKnown } from '../reread-known.js';
import { isHead, newsAmong } from './order-news.js';
import { type ReadOutcomes, readSideBySide } from './read-side-by-side.js';
import { type Batch, type Intake, takeIn } from './take-in.js';

/** Orders whose details are read before they are taken in together. */
const detailedTogether = 20;

/**
 * Takes in what a provider that is known already shows. Orders whose heads are new or different are read whole first, so that each
 * change is told once.
 *
 * @throws what the provider threw when it fails; all that was read before is taken in.
 */
export async function takeInNews(intake: Intake, batch: Batch, feed: IndexFeed): Promise<void> {
  const { provider } = batch;
  const news = new Set(await newsAmong(intake.directory, batch.entries.filter(isHead)));
  await takeIn(intake, { ...batch, entries: batch.entries.filter((entry) => !isHead(entry) || !news.has(entry)) });
  const all = [...news];
  for (let start = 0; start < all.length; start += detailedTogether) {
    const some = all.slice(start, start + detailedTogether);
    const askedAt = Date.now();
    const outcomes = await readSideBySide(
      some.map(({ order }) => order.externalId),
      (externalId) => rereadKnown(intake.directory, feed, { provider, kind: 'ORDER', externalId }),
    );
    const failed = some.filter(({ order }) => 'error' in (outcomes.byId.get(order.externalId) ?? {}));
    // One that cannot be read whole is known by its head until it can.
    if (outcomes.failure === null) await takeIn(intake, { ...batch, entries: failed });
    await takeInRead(intake, { ...batch, askedAt, kind: 'ORDER' }, outcomes);
  }
}

/** What was asked for thing by thing. */
type ReadBatch = Omit<Batch, 'entries'> & { readonly kind: IndexKind };

/**
 * Takes in things that were read one by one, and removes those that are gone.
 *
 * @throws what the provider threw when it fails
 */
export async function takeInRead(intake: Intake, batch: ReadBatch, { byId, failure }: ReadOutcomes): Promise<void> {
  const entries: IndexEntry[] = [];
  for (const [externalId, outcome] of byId) {
    if ('error' in outcome) continue;
    entries.push(...outcome.entries);
    if (outcome.entries.length === 0) await removeOne(intake, batch, externalId);
  }
  await takeIn(intake, { ...batch, entries });
  if (failure !== null) throw failure.error;
}

async function removeOne({ directory, events }: Intake, batch: ReadBatch, externalId: string): Promise<void> {
  const { provider, kind, isTold } = batch;
  const removed = await directory.remove(provider, kind, externalId);
  if (removed !== null && isTold) publishChanges(events, provider, [removed]);
}
