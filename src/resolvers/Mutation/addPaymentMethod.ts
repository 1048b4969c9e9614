import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { InputCheck } from '../../writes/input-check.js';
import { readCard } from '../../writes/qpilot/payment-method.js';
import { rejectionOf } from '../../writes/rejection.js';
import { checkCustomer, customerReference, findQPilotId } from './qpilot-customer.js';

export const addPaymentMethod: MutationResolvers['addPaymentMethod'] = async (_, { input }, context) => {
  const check = new InputCheck();
  const customer = checkCustomer(input.customerId, check, context);
  const card = readCard(input, [], check);
  if (customer === null || !check.isGood) return { paymentMethod: null, userErrors: check.errors };
  const { qpilot } = context.datasources;
  return context.write({
    mutation: 'addPaymentMethod',
    provider: 'QPILOT',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { customer, card },
    reference: `a new payment method of ${customerReference(customer)}`,
    send: async () => {
      const found = await findQPilotId(customer, context);
      if ('userErrors' in found) return { paymentMethod: null, userErrors: found.userErrors };
      try {
        const method = { customerExternalId: found.externalId, card };
        return { paymentMethod: await qpilot.writes.addPaymentMethod(method), userErrors: [] };
      } catch (error) {
        return { paymentMethod: null, userErrors: rejectionOf(error) };
      }
    },
    // QPilot gives the number, and a card with the same tokens may have been there before: nothing tells whose it is.
    readBack: null,
  });
};
