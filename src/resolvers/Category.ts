import type { CategoryResolvers } from '../generated/resolvers-types.js';
import { globalId } from './ids.js';

export const Category: CategoryResolvers = {
  id: ({ externalId }) => globalId('Category', { provider: 'QUICKBUTIK', externalId }),
  parent: ({ parentExternalId }, _, { datasources }) =>
    parentExternalId === null ? null : datasources.quickbutik.categories.byExternalId.load(parentExternalId),
};
