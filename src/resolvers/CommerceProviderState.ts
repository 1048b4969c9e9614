import type { CommerceProviderStateResolvers } from '../generated/resolvers-types.js';

export const CommerceProviderState: CommerceProviderStateResolvers = {
  enabled: ({ isEnabled }) => isEnabled,
  available: ({ isAvailable }) => isAvailable,
};
