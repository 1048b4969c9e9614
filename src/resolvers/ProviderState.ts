import { fromEpochMs } from '../domain/instant.js';
import type { ProviderName } from '../domain/provider.js';
import type { ProviderStateResolvers } from '../generated/resolvers-types.js';

export type ProviderStateParent = ProviderName;

export const ProviderState: ProviderStateResolvers = {
  name: (name) => name,
  configured: (name, _, { stateOf }) => stateOf(name).isConfigured,
  mode: (name, _, { stateOf, mode }) => (stateOf(name).isConfigured ? mode : 'OFF'),
  status: (name, _, { stateOf }) => stateOf(name).status,
  heldCalls: (name, _, { stateOf }) =>
    stateOf(name).held.map(({ operation, state, since, nextProbeAt }) => ({
      operation,
      state,
      since: fromEpochMs(since),
      nextProbeAt: fromEpochMs(nextProbeAt),
    })),
  credits: (name, _, { stateOf, datasources }) =>
    name === 'QAPLA' && stateOf(name).isConfigured ? datasources.qapla.credits() : null,
};
