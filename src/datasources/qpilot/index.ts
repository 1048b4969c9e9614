import { defineProvider } from '../_shared/define-provider.js';
import { probeQPilot } from './probe.js';
import { createQPilotSource } from './qpilot-source.js';

/** QPilot: customers, their saved cards, subscriptions and the products of those. */
export const qpilot = defineProvider({
  name: 'QPILOT',
  title: 'QPilot',
  defaults: {
    baseUrl: 'https://api.qpilot.cloud',
    timeoutMs: 5000,
    maxConcurrency: 8,
    ratePerSecond: null,
    burst: 60,
    timeZone: 'UTC',
  },
  credentials: {
    SITE_ID: { meaning: 'The number of the site, one connected shop' },
    EMAIL: { meaning: 'E-mail address of the merchant account' },
    PASSWORD: { meaning: 'Password of the merchant account', isSecret: true },
  },
  // A site is one shop, whoever logs in.
  account: ['SITE_ID'],
  options: {
    PATH_PREFIX: { meaning: 'Path in front of every call, for accounts served under one, such as `api`' },
  },
  createSource: createQPilotSource,
  probe: probeQPilot,
});
