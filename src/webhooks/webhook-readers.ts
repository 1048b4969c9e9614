import type { ProviderKey } from '../datasources/providers.js';
import { influencersoftWebhooks } from './influencersoft.js';
import { qaplaWebhooks } from './qapla.js';
import { qpilotWebhooks } from './qpilot.js';
import { quickbutikWebhooks } from './quickbutik.js';
import type { WebhookReader } from './webhook-reader.js';

/** How the calls of each provider are read, by the provider's word in the address. Qard is not known to call anybody. */
export const webhookReaders: ReadonlyMap<ProviderKey, WebhookReader> = new Map([
  ['quickbutik', quickbutikWebhooks],
  ['qapla', qaplaWebhooks],
  ['qpilot', qpilotWebhooks],
  ['influencersoft', influencersoftWebhooks],
]);
