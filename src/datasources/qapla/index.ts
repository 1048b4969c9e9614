import { accountOption } from '../_shared/account-option.js';
import { defineProvider } from '../_shared/define-provider.js';
import { probeQapla } from './probe.js';
import { createQaplaSource } from './qapla-source.js';

/** Qapla', the parcels: tracking, imported orders, couriers and credits. */
export const qapla = defineProvider({
  name: 'QAPLA',
  title: "Qapla'",
  defaults: {
    baseUrl: 'https://api.qapla.it/1.1',
    timeoutMs: 8000,
    maxConcurrency: 6,
    ratePerSecond: 2,
    burst: 120,
    timeZone: 'Europe/Rome',
  },
  credentials: {
    API_KEY: { meaning: 'API key of the sales channel', isSecret: true },
  },
  account: [],
  options: { ACCOUNT: accountOption },
  createSource: createQaplaSource,
  probe: probeQapla,
});
