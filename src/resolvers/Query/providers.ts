import { providerNames } from '../../domain/provider.js';
import type { QueryResolvers } from '../../generated/resolvers-types.js';

export const providers: QueryResolvers['providers'] = () => [...providerNames];
