import { useProvidersQuery } from 'commercegraph-client/react';
import type { Messages } from '../language/messages/en.js';

/** Shoppers of the sandbox, and under which of the page's words stands what there is to see of each. */
export const sandboxShoppers = [
  { email: 'chris@example.com', sample: 'chris' },
  { email: 'elin.ek@example.com', sample: 'elin' },
  { email: 'pat.doe@example.org', sample: 'pat' },
  { email: 'giosue.marchetti8@example.org', sample: 'giosue' },
] as const satisfies readonly { readonly email: string; readonly sample: keyof Messages['samples'] }[];

/** Whether the gateway runs on its imitations; a real shop does not know those shoppers. */
export function useIsSandbox(): boolean {
  const { data } = useProvidersQuery();
  return data?.providers.some(({ mode }) => mode === 'SANDBOX') ?? false;
}
