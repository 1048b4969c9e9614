import { describe, expect, it } from 'vitest';
import { localMerchant } from '../../../src/access/caller.js';
import type { GatewayContext, ToldChange } from '../../../src/context/gateway-context.js';
import type { ChangeEvent } from '../../../src/events/change-events.js';
import { orderChanged } from '../../../src/resolvers/Subscription/orderChanged.js';
import { scheduledOrderChanged } from '../../../src/resolvers/Subscription/scheduledOrderChanged.js';

const news: ChangeEvent = {
  kind: 'ORDER',
  change: 'UPDATED',
  provider: 'QUICKBUTIK',
  externalId: '1',
  reference: '1',
  emailHash: 'hash of a@example.com',
};

/** What a filter makes of news, for a directory that knows hashes and providers that must not be asked. */
async function told(
  field: { readonly subscribe: unknown },
  filter: object,
  event: ChangeEvent,
): Promise<'LEFT OUT' | boolean> {
  const picks: ((event: ChangeEvent) => ToldChange | null)[] = [];
  const context = {
    caller: localMerchant,
    joins: { known: { hashOf: async (email: string) => `hash of ${email}` } },
    follow: (pick: (event: ChangeEvent) => ToldChange | null) => picks.push(pick),
  } as unknown as GatewayContext;
  await (field.subscribe as (...given: unknown[]) => Promise<unknown>)({}, { filter }, context);
  const change = picks[0]?.(event) ?? null;
  return change === null ? 'LEFT OUT' : change.isWanted(context);
}

const ofCustomer = { customerEmail: 'A@example.com' };

describe('a filter by customer', () => {
  it('is settled by the hash that news carries, without asking a provider', async () => {
    expect(await told(orderChanged as never, ofCustomer, news)).toBe(true);
    expect(await told(orderChanged as never, ofCustomer, { ...news, change: 'DELETED' })).toBe(true);
    expect(await told(orderChanged as never, ofCustomer, { ...news, emailHash: 'hash of b@example.com' })).toBe(
      'LEFT OUT',
    );
  });

  it('is not passed by a deletion that does not say whose it was', async () => {
    expect(await told(orderChanged as never, ofCustomer, { ...news, change: 'DELETED', emailHash: null })).toBe(false);
  });
});

describe('a filter by what news says', () => {
  it('asks no provider', async () => {
    expect(await told(orderChanged as never, { reference: '1', provider: 'QUICKBUTIK' }, news)).toBe(true);
    expect(await told(orderChanged as never, { reference: '2' }, news)).toBe('LEFT OUT');
    expect(await told(orderChanged as never, {}, { ...news, kind: 'PARCEL' })).toBe('LEFT OUT');
    expect(await told(scheduledOrderChanged as never, { id: '1' }, { ...news, kind: 'SUBSCRIPTION' })).toBe(true);
    expect(await told(scheduledOrderChanged as never, { id: '2' }, { ...news, kind: 'SUBSCRIPTION' })).toBe('LEFT OUT');
  });
});
