import { describe, expect, it } from 'vitest';
import type { Datasources } from '../../../src/datasources/providers.js';
import type { CustomerRecord } from '../../../src/domain/customer.js';
import type { Order } from '../../../src/domain/order.js';
import type { ScheduledOrder } from '../../../src/domain/scheduled-order.js';
import type { CustomerProfile } from '../../../src/joins/customer-profile.js';
import type { OrderLookup } from '../../../src/joins/order-lookup.js';
import { SubscriptionOrders } from '../../../src/joins/subscription-orders.js';

const customerWith = (email: string | null) => ({ provider: 'QPILOT', externalId: '7', email }) as CustomerRecord;

/** Asks whether an order of an e-mail may be that of a subscription, and tells how often QPilot was asked for the customer. */
async function ask(orderEmail: string | null, subscription: object, recorded: CustomerRecord | null = null) {
  let calls = 0;
  const load = async () => {
    calls += 1;
    return recorded;
  };
  const sources = { qpilot: { customers: { byExternalId: { load } } } } as unknown as Datasources;
  const joins = new SubscriptionOrders(sources, {} as OrderLookup, {} as CustomerProfile);
  const order = { shopper: orderEmail === null ? null : { email: orderEmail } } as Order;
  const scheduledOrder = { customerExternalId: '7', customer: null, ...subscription } as ScheduledOrder;
  return { isOf: await joins.isOf(order, scheduledOrder), calls };
}

describe('an order that a run names', () => {
  it('is the subscription’s where it names the same customer, however the e-mail is written', async () => {
    expect(await ask(' Ada@Example.com', {}, customerWith('ada@example.com'))).toEqual({ isOf: true, calls: 1 });
  });

  it('is not where it names somebody else', async () => {
    expect(await ask('otto@example.com', {}, customerWith('ada@example.com'))).toEqual({ isOf: false, calls: 1 });
  });

  it('is compared with the customer inside the subscription without a call', async () => {
    const inside = { customer: customerWith('ada@example.com') };
    expect(await ask('ada@example.com', inside)).toEqual({ isOf: true, calls: 0 });
    expect(await ask('otto@example.com', inside)).toEqual({ isOf: false, calls: 0 });
  });

  it('stays where it names nobody, and nothing is asked for it', async () => {
    expect(await ask(null, {}, customerWith('ada@example.com'))).toEqual({ isOf: true, calls: 0 });
    expect(await ask(' ', {}, customerWith('ada@example.com'))).toEqual({ isOf: true, calls: 0 });
  });

  it('stays where QPilot has no e-mail of the customer, or no customer', async () => {
    expect(await ask('otto@example.com', {}, customerWith(null))).toEqual({ isOf: true, calls: 1 });
    expect(await ask('otto@example.com', {}, null)).toEqual({ isOf: true, calls: 1 });
    expect(await ask('otto@example.com', { customerExternalId: null })).toEqual({ isOf: true, calls: 0 });
  });
});
