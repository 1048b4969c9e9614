import type { GatewayContext } from '../../context/gateway-context.js';
import type { CustomerLookup, QueryResolvers } from '../../generated/resolvers-types.js';
import type { CustomerKey } from '../../joins/customer.js';
import { isGiven, readEmail, readText } from '../arguments.js';
import { readCustomerId } from '../ids.js';
import { mayLookUp } from '../own-records.js';

export const customer: QueryResolvers['customer'] = async (_, { by }, context) => {
  const { customers } = context.joins;
  const key = readKey(by, context);
  if (!(await mayLookUp(key, context))) return null;
  if (isGiven(by.id)) return customers.byKey(key);
  return key.kind === 'EMAIL' ? customers.byEmail(key.email) : customers.byExternalId(key.externalId);
};

function readKey(by: CustomerLookup, { customerIds }: GatewayContext): CustomerKey {
  if (isGiven(by.email)) return { kind: 'EMAIL', email: readEmail('by.email', by.email) };
  if (isGiven(by.id)) return readCustomerId('by.id', by.id, customerIds);
  return { kind: 'RECORD', provider: 'QPILOT', externalId: readText('by.externalId', by.externalId ?? '') };
}
