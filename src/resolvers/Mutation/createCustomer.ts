import type { CustomerRecord } from '../../domain/customer.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { customerOf } from '../../joins/customer.js';
import { InputCheck } from '../../writes/input-check.js';
import { readNewCustomer } from '../../writes/qpilot/customer.js';
import { rejectionOf } from '../../writes/rejection.js';
import { things } from './things.js';

export const createCustomer: MutationResolvers['createCustomer'] = async (_, { input }, { datasources, write }) => {
  const check = new InputCheck();
  const customer = readNewCustomer(input, check);
  if (!check.isGood) return { customer: null, userErrors: check.errors };
  const { qpilot } = datasources;
  const created = (record: CustomerRecord) => ({ customer: customerOf(record), userErrors: [] });
  return write({
    mutation: 'createCustomer',
    provider: 'QPILOT',
    idempotencyKey: input.idempotencyKey ?? null,
    input: customer,
    reference: `customer ${customer.externalId}`,
    changes: () => things('QPILOT', 'CUSTOMER', [customer.externalId]),
    send: async () => {
      try {
        return created(await qpilot.writes.createCustomer(customer));
      } catch (error) {
        return { customer: null, userErrors: rejectionOf(error) };
      }
    },
    readBack: async () => {
      const record = await qpilot.written.customer(customer);
      return record === null ? null : created(record);
    },
  });
};
