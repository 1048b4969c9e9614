import type { Provider } from '../graph/rows.js';

/** Names as the providers write themselves: the same in every language. */
export const providerNames: Record<Provider, string> = {
  QPILOT: 'QPilot',
  QUICKBUTIK: 'Quickbutik',
  INFLUENCERSOFT: 'InfluencerSoft',
  QAPLA: 'Qapla’',
  QARD: 'Qard',
};
