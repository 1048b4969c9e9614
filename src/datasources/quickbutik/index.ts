import { accountOption } from '../_shared/account-option.js';
import { defineProvider } from '../_shared/define-provider.js';
import { probeQuickbutik } from './probe.js';
import { createQuickbutikSource } from './quickbutik-source.js';

/** Quickbutik, the shop: orders, products, categories, ways to ship and to pay. */
export const quickbutik = defineProvider({
  name: 'QUICKBUTIK',
  title: 'Quickbutik',
  defaults: {
    baseUrl: 'https://api.quickbutik.com/v1',
    timeoutMs: 6000,
    maxConcurrency: 8,
    ratePerSecond: null,
    burst: 60,
    timeZone: 'Europe/Stockholm',
  },
  credentials: {
    API_KEY: {
      meaning: 'API key of the shop, made by its owner under Settings > API; user name and password at once',
      isSecret: true,
    },
  },
  account: [],
  options: { ACCOUNT: accountOption },
  createSource: createQuickbutikSource,
  probe: probeQuickbutik,
});
