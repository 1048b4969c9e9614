import type { GatewayContext } from '../../context/gateway-context.js';
import { decodeGlobalId } from '../../domain/global-id.js';
import type { CustomerKey } from '../../joins/customer.js';
import { checkId, checkText } from '../../writes/check-values.js';
import type { InputCheck, UserError } from '../../writes/input-check.js';
import { readCustomerId } from '../ids.js';

const field = ['customerId'];

/** A global id is longer than other texts: the e-mail in it is encoded twice. */
const longestId = 4096;

/** Whom the `customerId` of an input names; null with a problem noted. */
export function checkCustomer(
  value: string,
  check: InputCheck,
  { customerIds }: Pick<GatewayContext, 'customerIds'>,
): CustomerKey | null {
  const text = checkText(value, field, check, { maxLength: longestId });
  if (text === null) return null;
  const id = decodeGlobalId(text);
  if (id?.type === 'Customer' && id.provider === 'EMAIL') {
    try {
      return readCustomerId('customerId', text, customerIds);
    } catch {
      check.add(field, 'INVALID', 'Is no id of this gateway.');
      return null;
    }
  }
  const externalId = checkId(text, field, check, { type: 'Customer', provider: 'QPILOT' });
  return externalId === null ? null : { kind: 'RECORD', provider: 'QPILOT', externalId };
}

/**
 * QPilot's id of a customer. One that is known by e-mail has to be looked up.
 *
 * @throws the error of the look-up: nothing was written.
 */
export async function findQPilotId(
  key: CustomerKey,
  { datasources }: Pick<GatewayContext, 'datasources'>,
): Promise<{ readonly externalId: string } | { readonly userErrors: UserError[] }> {
  if (key.kind === 'RECORD') return key;
  const records = await datasources.qpilot.customers.byEmail.load(key.email);
  const [only, ...others] = records.flatMap(({ externalId }) => externalId ?? []);
  if (only === undefined)
    return { userErrors: [{ field, code: 'NOT_FOUND', message: 'QPilot has no customer with this e-mail.' }] };
  if (others.length === 0) return { externalId: only };
  const message = 'QPilot has several customers with this e-mail: name one by its own id.';
  return { userErrors: [{ field, code: 'INVALID', message }] };
}

/** How a person finds the customer at QPilot, without saying who it is. */
export function customerReference(key: CustomerKey): string {
  return key.kind === 'RECORD' ? `customer ${key.externalId}` : 'this customer';
}
