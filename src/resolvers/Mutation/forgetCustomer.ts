import { normalizeEmail } from '../../domain/join-keys.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { checkEmail, checkText } from '../../writes/check-values.js';
import { InputCheck } from '../../writes/input-check.js';
import { isGiven } from '../arguments.js';
import { readCustomerId } from '../ids.js';

export const forgetCustomer: MutationResolvers['forgetCustomer'] = async (_, { input: { by } }, context) => {
  const check = new InputCheck();
  if (isGiven(by.email)) {
    const email = normalizeEmail(checkEmail(by.email, ['by', 'email'], check));
    if (email === null) return { removed: [], userErrors: check.errors };
    return { removed: await context.forgetPerson(email), userErrors: [] };
  }
  const key = isGiven(by.id) ? readCustomerId('by.id', by.id, context.customerIds) : null;
  if (key?.kind === 'EMAIL') return { removed: await context.forgetPerson(key.email), userErrors: [] };
  const field = isGiven(by.id) ? 'id' : 'externalId';
  const externalId = key?.externalId ?? checkText(by.externalId ?? '', ['by', field], check);
  const record = externalId === null ? null : await context.datasources.qpilot.customers.byExternalId.load(externalId);
  const email = normalizeEmail(record?.email);
  if (email !== null) return { removed: await context.forgetPerson(email), userErrors: [] };
  if (check.isGood) check.add(['by', field], 'NOT_FOUND', 'No customer with an e-mail has this id.');
  return { removed: [], userErrors: check.errors };
};
