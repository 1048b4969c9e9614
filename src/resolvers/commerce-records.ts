import type {
  CommerceCustomerResolvers,
  CommerceLinkResolvers,
  CommerceLocationResolvers,
  CommerceOrderResolvers,
  CommerceProductResolvers,
} from '../generated/resolvers-types.js';
import { customerOfRecord, orderOfRecord, productOfRecord } from '../joins/commerce-links.js';
import { globalId } from './ids.js';

const idOf =
  (type: string) =>
  ({ externalId }: { readonly externalId: string }): string =>
    globalId(type, { provider: 'QARD', externalId });

export const CommerceLink: CommerceLinkResolvers = { id: idOf('CommerceLink') };

export const CommerceLocation: CommerceLocationResolvers = { id: idOf('CommerceLocation') };

export const CommerceCustomer: CommerceCustomerResolvers = {
  id: idOf('CommerceCustomer'),
  customer: (record) => customerOfRecord(record),
};

export const CommerceProduct: CommerceProductResolvers = {
  id: idOf('CommerceProduct'),
  title: ({ name }) => name,
  product: (record, _, { joins }) => productOfRecord(record, joins.products),
};

export const CommerceOrder: CommerceOrderResolvers = {
  id: idOf('CommerceOrder'),
  order: (record, _, { joins }) => orderOfRecord(record, joins),
};
