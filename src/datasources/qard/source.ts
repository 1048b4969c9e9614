import type {
  CommerceKind,
  CommerceLink,
  CommerceProvider,
  CommerceProviderState,
  CommerceRecord,
  CommerceSync,
} from '../../domain/commerce.js';
import type { Page, PageRequest } from '../../domain/page.js';
import type { Forgettable } from '../_shared/forgettable.js';
import type { IndexFeed } from '../_shared/index-feed.js';
import type { Loader } from '../_shared/loaders.js';
import type { RecordPlace } from './by-place.js';
import type { ProviderWrites } from './provider-writes.js';
import type { UserWrites } from './user-writes.js';

/** What the graph reads from Qard: the merchant's commerce data as of the last synchronization. */
export interface QardSource extends Forgettable {
  readonly isConfigured: boolean;
  readonly records: {
    /** One page of a list; empty before the first synchronization. */
    readonly list: (kind: CommerceKind, query: PageRequest) => Promise<Page<CommerceRecord>>;
    /** All records of a kind up to the scan limit; read once per operation. */
    readonly scan: (
      kind: CommerceKind,
    ) => Promise<{ readonly rows: readonly CommerceRecord[]; readonly isComplete: boolean }>;
    /**
     * A record where a feed has seen it, since there is no look-up by id; one that has moved is looked for on the neighboring pages.
     * Null when it is on none of them.
     */
    readonly byPlace: Loader<RecordPlace, CommerceRecord | null>;
  };
  /** Customers, for the directory. */
  readonly feeds: readonly IndexFeed[];
  readonly links: () => Promise<readonly CommerceLink[]>;
  readonly latestSyncs: () => Promise<readonly CommerceSync[]>;
  /** Null when Qard does not know the provider. */
  readonly providerState: Loader<Exclude<CommerceProvider, 'UNKNOWN'>, CommerceProviderState | null>;
  /** Writes: sent once each; PROVIDER_OUTCOME_UNKNOWN when one may have happened. Platforms by Qard's word, `shopify`. */
  readonly writes: ProviderWrites & UserWrites;
}
