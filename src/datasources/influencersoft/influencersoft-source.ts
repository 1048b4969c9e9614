import type { InfluencerSoftParts } from './auth.js';
import { createInvoice } from './create-invoice.js';
import type { InfluencerSoftSource } from './source.js';

/** InfluencerSoft for one GraphQL operation: whether it is set up, and its one write. */
export function createInfluencerSoftSource(parts: InfluencerSoftParts): InfluencerSoftSource {
  return {
    isConfigured: parts.config.isConfigured,
    // Used for lines whose prices name no currency.
    currency: parts.config.currency,
    feeds: [],
    writes: { createInvoice: (invoice) => createInvoice(parts, invoice) },
  };
}
