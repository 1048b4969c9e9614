import type { GatewayContext } from '../context/gateway-context.js';
import type { ProviderName } from '../domain/provider.js';
import type { ProviderStateResolvers } from '../generated/resolvers-types.js';

export type ProviderStateParent = ProviderName;

export const ProviderState: ProviderStateResolvers = {
  name: (name) => name,
  configured: (name, _, context) => isConfigured(name, context),
  mode: (name, _, context) => (isConfigured(name, context) ? context.mode : 'OFF'),
  status: (name, _, { statusOf }) => statusOf(name),
  credits: (name, _, context) =>
    name === 'QAPLA' && isConfigured(name, context) ? context.datasources.qapla.credits() : null,
};

function isConfigured(name: ProviderName, { datasources }: GatewayContext): boolean {
  const sources: Readonly<Record<ProviderName, { readonly isConfigured: boolean }>> = {
    QPILOT: datasources.qpilot,
    QUICKBUTIK: datasources.quickbutik,
    INFLUENCERSOFT: datasources.influencersoft,
    QAPLA: datasources.qapla,
    QARD: datasources.qard,
  };
  return sources[name].isConfigured;
}
