import { Filling, type FillingParts } from '../../../src/directory/fill/filling.js';
import type { FeedsOf } from '../../../src/directory/provider-feeds.js';
import { StoredDirectory } from '../../../src/directory/stored-directory.js';
import type { ChangeEvent, ChangeEvents } from '../../../src/events/change-events.js';
import { createLog } from '../../../src/observability/log.js';
import { MemoryOrderedStore } from '../../support/memory-ordered-store.js';

export const log = createLog('silent');

/** A directory in memory with what was told of it. */
export class House {
  readonly store = new MemoryOrderedStore();
  readonly told: ChangeEvent[] = [];
  readonly events: ChangeEvents = {
    publish: (event) => void this.told.push(event),
    subscribe: () => () => {},
    publishStale: () => undefined,
    whenStale: () => undefined,
    close: async () => {},
  };
  readonly directory = new StoredDirectory({ store: this.store, secret: Buffer.from('a secret of the tests') });

  filling(feedsOf: FeedsOf, more: Partial<FillingParts> = {}): Filling {
    return new Filling({ directory: this.directory, feedsOf, events: this.events, log, ...more });
  }

  async isFilled(): Promise<boolean> {
    const states = await this.directory.fillStates();
    return states.length > 0 && states.every(({ filledAt }) => filledAt !== null);
  }

  /** The ids of the orders it knows whole, newest first. */
  async detailed(): Promise<string[]> {
    const orders = await this.directory.orders({
      providers: ['QUICKBUTIK', 'QAPLA'],
      emailHash: null,
      place: null,
      limit: 100_000,
    });
    return orders.filter(({ isDetailed }) => isDetailed).map(({ externalId }) => externalId);
  }
}
