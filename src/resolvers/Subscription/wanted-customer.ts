import type { GatewayContext } from '../../context/gateway-context.js';
import { RequestError } from '../../errors/request-error.js';
import type { ChangeEvent } from '../../events/change-events.js';
import type { Customer, CustomerKey } from '../../joins/customer.js';
import { mayLookUp } from '../own-records.js';

/** A customer whose things a subscriber follows. */
export interface WantedCustomer {
  readonly key: CustomerKey;
  /** The keyed hash that news carries of the customer's e-mail; null where none is known. */
  readonly emailHash: string | null;
}

/** The customer behind a key. @throws RequestError NOT_FOUND for one of QPilot's that QPilot does not know. */
export async function wantedCustomer(given: CustomerKey, context: GatewayContext): Promise<WantedCustomer> {
  const { joins } = context;
  if (!(await mayLookUp(given, context))) throw unknown();
  const key = given.kind === 'RECORD' && given.provider === 'QPILOT' ? await keyAtQPilot(given.externalId) : given;
  return { key, emailHash: key.kind === 'EMAIL' ? await joins.known.hashOf(key.email) : null };

  /** Orders know their customer by e-mail. */
  async function keyAtQPilot(externalId: string): Promise<CustomerKey> {
    const customer = await joins.customers.byExternalId(externalId);
    if (customer === null) throw unknown();
    return customer.key;
  }
}

/** A stranger is as good as nobody. */
function unknown(): RequestError {
  return new RequestError('NOT_FOUND', 'The filter names no customer.');
}

/** Whether news is about a customer; null when it does not say. */
export function concerns({ emailHash }: ChangeEvent, wanted: WantedCustomer): boolean | null {
  return emailHash === null || wanted.emailHash === null ? null : emailHash === wanted.emailHash;
}

/** Whether a customer is the one that is followed. */
export function isSameCustomer(customer: Customer | null, { key }: WantedCustomer): boolean {
  if (customer === null) return false;
  const { key: other } = customer;
  if (other.kind === 'EMAIL') return key.kind === 'EMAIL' && other.email === key.email;
  return key.kind === 'RECORD' && other.provider === key.provider && other.externalId === key.externalId;
}
