import { UpstreamError } from '../../errors/upstream-error.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { InputCheck } from '../../writes/input-check.js';
import { checkCustomer, findQPilotId } from './qpilot-customer.js';

/** Asks for a token and hands it on. Nothing is changed at the provider, so no ledger remembers it. */
export const customerAccessToken: MutationResolvers['customerAccessToken'] = async (_, { input }, context) => {
  const check = new InputCheck();
  const customer = checkCustomer(input.customerId, check, context);
  if (customer === null || !check.isGood) return { token: null, userErrors: check.errors };
  const found = await findQPilotId(customer, context);
  if ('userErrors' in found) return { token: null, userErrors: found.userErrors };
  try {
    const token = await context.datasources.qpilot.customerToken.load(found.externalId);
    return { token: token.reveal(), userErrors: [] };
  } catch (error) {
    // The credentials were not what was refused, so it was the customer (which answer an unknown one gets is not documented).
    if (!(error instanceof UpstreamError) || error.code !== 'PROVIDER_REJECTED') throw error;
    const message = 'QPilot has no such customer.';
    return { token: null, userErrors: [{ field: ['customerId'], code: 'NOT_FOUND', message }] };
  }
};
