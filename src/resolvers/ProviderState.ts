import type { ProviderName } from '../domain/provider.js';
import type { ProviderStateResolvers } from '../generated/resolvers-types.js';

export type ProviderStateParent = ProviderName;

export const ProviderState: ProviderStateResolvers = {
  name: (name) => name,
  configured: (name, _, { stateOf }) => stateOf(name).isConfigured,
  mode: (name, _, { stateOf, mode }) => (stateOf(name).isConfigured ? mode : 'OFF'),
  status: (name, _, { stateOf }) => stateOf(name).status,
  credits: (name, _, { stateOf, datasources }) =>
    name === 'QAPLA' && stateOf(name).isConfigured ? datasources.qapla.credits() : null,
};
