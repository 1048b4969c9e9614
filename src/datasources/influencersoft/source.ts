import type { IndexFeed } from '../_shared/index-feed.js';
import type { InvoiceRefusal } from './create-invoice.js';
import type { NewInvoice } from './invoice-form.js';

/** InfluencerSoft offers no reads (seed document: createorder only): the graph knows whether it is set up, and can write. */
export interface InfluencerSoftSource {
  readonly isConfigured: boolean;
  /** The account's currency as the operator set it; the provider names none. */
  readonly currency: string | null;
  /** Empty: nothing can be read, so the directory learns nothing of it. */
  readonly feeds: readonly IndexFeed[];
  /** Writes: sent once each; PROVIDER_OUTCOME_UNKNOWN when one may have happened. */
  readonly writes: {
    /** Null when the invoice was issued, else why it was not. */
    readonly createInvoice: (invoice: NewInvoice) => Promise<InvoiceRefusal | null>;
  };
}
