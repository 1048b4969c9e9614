import { describe, expect, it, vi } from 'vitest';
import { fillDirectory } from '../support/fill-directory.js';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { pushOrders, qaplaOrder } from '../support/push-orders.js';

const ordersWithParcels =
  '{ orders(first: 50, filter: { provider: QUICKBUTIK }) { nodes { reference customer { email } shipments { trackingNumber } } } }';
const orderOfParcel =
  'query ($number: String!) { shipment(by: { trackingNumber: $number }) { order { provider reference } } }';

interface Row {
  readonly reference: string;
  readonly customer: { readonly email: string | null } | null;
  readonly shipments: readonly { readonly trackingNumber: string }[];
}

/** A parcel of a shop order that names its buyer. */
async function aParcel(gateway: TestGateway) {
  const rows = at(await gateway.query(ordersWithParcels), 'orders.nodes') as Row[];
  const row = rows.find(({ customer, shipments }) => Boolean(customer?.email) && shipments.length > 0);
  return {
    reference: row?.reference ?? '',
    email: row?.customer?.email ?? '',
    number: row?.shipments[0]?.trackingNumber,
  };
}

/** Has the directory look at what has come since it was filled. */
async function readChanges(gateway: TestGateway): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2100 });
  await gateway.query('{ orders(first: 1) { nodes { id } } }');
  vi.useRealTimers();
}

describe('a parcel whose reference two orders carry', () => {
  it.each([
    ['somebody else', (): string => 'somebody.else@example.com', true],
    ['the same buyer', (email: string): string => email.toUpperCase(), false],
  ] as const)(
    'and the second of which is of %s is joined to none but the one it can be of',
    async (_, buyer, isShared) => {
      await using gateway = await startTestGateway({
        env: { DIRECTORY: '1' },
        sandbox: { orders: 40, now: new Date() },
      });
      const { reference, email, number } = await aParcel(gateway);
      const placed = new Date(Date.now() - 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
      const times = { createdAt: placed, updatedAt: placed };
      await pushOrders(gateway, qaplaOrder(reference, { ...times, customerEmail: buyer(email) }));
      await fillDirectory(gateway);
      await readChanges(gateway);
      const answer = await gateway.query(orderOfParcel, { number });
      expect(at(answer, 'shipment.order')).toEqual(isShared ? null : { provider: 'QUICKBUTIK', reference });
      if (isShared)
        expect(answer.errors).toMatchObject([{ path: ['shipment', 'order'], extensions: { code: 'AMBIGUOUS' } }]);
      else expect(answer.errors).toBeUndefined();
    },
  );
});
