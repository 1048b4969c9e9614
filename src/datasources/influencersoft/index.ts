import { defineProvider } from '../_shared/define-provider.js';
import { createInfluencerSoftSource } from './influencersoft-source.js';
import { probeInfluencerSoft } from './probe.js';

/** InfluencerSoft, the funnel: it takes orders and gives nothing to read. */
export const influencersoft = defineProvider({
  name: 'INFLUENCERSOFT',
  title: 'InfluencerSoft',
  defaults: {
    baseUrl: 'https://{username}.influencersoft.com/api',
    timeoutMs: 10_000,
    maxConcurrency: 2,
    ratePerSecond: 1,
    burst: 5,
    timeZone: 'UTC',
  },
  credentials: {
    USERNAME: {
      meaning: 'login of the account, which is its third-level domain',
      // Another text in the host would send the key elsewhere.
      form: { pattern: /^[a-z0-9-]{1,63}$/, words: 'small letters, digits and hyphens, 63 at the most' },
    },
    API_KEY: { meaning: 'API key of the account, from "Integration and API"', isSecret: true },
  },
  account: ['USERNAME'],
  options: {
    SECRET: { meaning: 'secret of the account; with it the hash of an answer is checked', isSecret: true },
    KEY_FIELD: {
      meaning: 'name of the form field that carries the key; the document uses two names',
      form: { pattern: /^(?:rpsKey|rps_key|both)$/, words: 'rpsKey, rps_key or both' },
      fallback: 'rpsKey',
    },
  },
  createSource: createInfluencerSoftSource,
  probe: probeInfluencerSoft,
});
