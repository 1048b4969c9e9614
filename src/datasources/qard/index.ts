import { defineProvider } from '../_shared/define-provider.js';
import { probeQard } from './probe.js';
import { createQardSource } from './qard-source.js';

/** Qard: the merchant's aggregated commerce data as of the last synchronization. */
export const qard = defineProvider({
  name: 'QARD',
  title: 'Qard',
  defaults: {
    baseUrl: 'https://api.qardfinance.com',
    timeoutMs: 8000,
    maxConcurrency: 4,
    ratePerSecond: null,
    burst: 60,
    timeZone: 'UTC',
  },
  credentials: {
    API_KEY: { meaning: 'Key of the account', isSecret: true },
    USER_ID: { meaning: 'Id of the merchant company whose data are read' },
  },
  account: ['USER_ID'],
  options: {},
  createSource: createQardSource,
  probe: probeQard,
});
