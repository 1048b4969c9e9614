import { z } from 'zod';
import type { CustomerRecord } from '../../domain/customer.js';
import { normalizeEmail } from '../../domain/join-keys.js';
import { sitePathOf } from './auth.js';
import type { QPilotCalls } from './calls.js';
import { customerBody, customerFields, type NewCustomer } from './customer-body.js';
import { readList, readRecord } from './envelope.js';
import { customerExternalIdOf, normalizeCustomer } from './normalize/customer.js';
import { type NewCard, paymentMethodBody, tokensOf } from './payment-method-body.js';
import { completed, readWritten } from './read-written.js';
import { type QPilotAccess, sendSiteWrite } from './send-site-write.js';
import { isStatedAsSent } from './stated-as-sent.js';
import { customerWireSchema, paymentMethodWireSchema } from './wire.js';

const statedCustomerSchema = z.looseObject(customerWireSchema.shape);
/** The one place where a card's tokens are read: to compare, never to show. */
const statedCardSchema = z.looseObject({ type: paymentMethodWireSchema.shape.type });

/**
 * POST /Customers (guide, step 2), cards in the same call (guide, step 3).
 *
 * @remarks The id is the caller's. What becomes of one that is taken is not documented: a refusal or an overwritten record.
 */
export async function createCustomer(
  access: QPilotAccess,
  calls: QPilotCalls,
  customer: NewCustomer,
): Promise<CustomerRecord> {
  const { reading } = access.parts;
  const { externalId } = customer;
  const written = await sendSiteWrite(
    access,
    {
      operation: 'createCustomer',
      method: 'POST',
      path: ['Customers'],
      body: customerBody(customer),
      confidential: customer.cards.flatMap(tokensOf),
    },
    (answer) => readWritten(answer, customerWireSchema, (wire) => customerExternalIdOf(wire) === externalId),
  );
  const record = await completed(written, written.email !== null, async () => {
    const found = await calls.getCustomer(externalId);
    return found !== null && customerExternalIdOf(found) === externalId ? found : null;
  });
  return normalizeCustomer(record, reading);
}

/** The customer, when QPilot has it with every field and every card as they were to be written; else null. */
export async function findCreatedCustomer(access: QPilotAccess, customer: NewCustomer): Promise<CustomerRecord | null> {
  const { parts, send } = access;
  const { externalId, email, cards } = customer;
  const path = sitePathOf(parts, 'Customers', externalId);
  const answer = await send({ operation: 'findCreatedCustomer', method: 'GET', path, repeatable: true });
  const wire = readRecord(answer, statedCustomerSchema);
  if (wire === null || customerExternalIdOf(wire) !== externalId) return null;
  const isSame = normalizeEmail(wire.email) === normalizeEmail(email) && isStatedAsSent(wire, customerFields(customer));
  return isSame && (await hasCards(access, externalId, cards)) ? normalizeCustomer(wire, parts.reading) : null;
}

async function hasCards(
  { parts, send }: QPilotAccess,
  customerId: string,
  cards: readonly NewCard[],
): Promise<boolean> {
  if (cards.length === 0) return true;
  const path = sitePathOf(parts, 'Customers', customerId, 'PaymentMethods');
  const answer = await send({ operation: 'findCreatedCards', method: 'GET', path, repeatable: true });
  const rows = answer.status === 404 ? [] : [...readList(answer, statedCardSchema).rows];
  return cards.every((card) => {
    const index = rows.findIndex((row) => isStatedAsSent(row, paymentMethodBody(card)));
    return index >= 0 && rows.splice(index, 1).length === 1;
  });
}
