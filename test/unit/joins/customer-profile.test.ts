import { describe, expect, it, vi } from 'vitest';
import { createSingleLoader } from '../../../src/datasources/_shared/loaders.js';
import type { Datasources } from '../../../src/datasources/providers.js';
import type { CustomerRecord } from '../../../src/domain/customer.js';
import type { ScheduledOrder } from '../../../src/domain/scheduled-order.js';
import type { Customer } from '../../../src/joins/customer.js';
import { CustomerProfile } from '../../../src/joins/customer-profile.js';
import type { KnownRecords } from '../../../src/joins/known-records.js';
import type { ShopperSearch } from '../../../src/joins/shopper-search.js';

const anna: Customer = { key: { kind: 'EMAIL', email: 'anna@example.com' }, record: null, matchedBy: 'EMAIL' };

interface ProfileParts {
  readonly answered?: Promise<void>;
  readonly rows?: (id: string) => string[];
  /** What QPilot finds for the e-mail. */
  readonly searched?: readonly CustomerRecord[];
}

/** A directory that takes record 1 for Anna's, and a QPilot that has it with this e-mail, once it answers. */
function profileOver(email: string, { answered = Promise.resolve(), rows = () => [], searched = [] }: ProfileParts) {
  const scheduledOrders = vi.fn<(id: string) => Promise<ScheduledOrder[]>>(async (id) =>
    rows(id).map((externalId) => ({ externalId }) as ScheduledOrder),
  );
  const qpilot = {
    isConfigured: true,
    customers: {
      byExternalId: createSingleLoader(async (externalId: string) => {
        await answered;
        return { provider: 'QPILOT', externalId, email } as CustomerRecord;
      }),
      byEmail: createSingleLoader(async () => searched),
    },
    scheduledOrders: { byCustomer: createSingleLoader(scheduledOrders) },
  };
  const known = { customers: async () => [{ provider: 'QPILOT', externalId: '1', email: 'anna@example.com' }] };
  const profile = new CustomerProfile({ qpilot } as unknown as Datasources, {
    shoppers: {} as ShopperSearch,
    known: known as unknown as KnownRecords,
  });
  return { profile, scheduledOrders };
}

describe('what belongs to a customer at QPilot', () => {
  it('is asked for while QPilot says whether the record that the directory knows is still theirs', async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { profile, scheduledOrders } = profileOver('anna@example.com', { answered, rows: () => ['880001'] });
    const found = profile.scheduledOrders(anna);
    await vi.waitFor(() => expect(scheduledOrders).toHaveBeenCalledWith('1'));
    answer();
    expect(await found).toEqual([{ externalId: '880001' }]);
    expect(scheduledOrders).toHaveBeenCalledTimes(1);
  });

  it('is not shown where the record has become somebody else’s', async () => {
    const { profile } = profileOver('bert@example.com', { rows: () => ['880001'] });
    expect(await profile.scheduledOrders(anna)).toEqual([]);
  });

  it('tells no failure of what was asked for in vain', async () => {
    const { profile } = profileOver('bert@example.com', {
      rows: () => {
        throw new Error('such a record is not there');
      },
    });
    expect(await profile.scheduledOrders(anna)).toEqual([]);
  });
});

describe('the QPilot records of a customer', () => {
  const recordOf = (externalId: string, name: string) =>
    ({ provider: 'QPILOT', externalId, email: 'anna@example.com', name }) as CustomerRecord;
  const namesOf = async (record: CustomerRecord, searched: readonly CustomerRecord[]) => {
    const { profile } = profileOver('bert@example.com', { searched });
    return (await profile.qpilotRecords({ ...anna, record })).map(({ name }) => name);
  };

  it('are those that are found by the e-mail and the one the customer was reached by, in the order of their ids', async () => {
    expect(await namesOf(recordOf('2', 'reached'), [])).toEqual(['reached']);
    expect(await namesOf(recordOf('2', 'reached'), [recordOf('3', 'later'), recordOf('1', 'earlier')])).toEqual([
      'earlier',
      'reached',
      'later',
    ]);
  });

  it('name the one the customer was reached by once', async () => {
    expect(await namesOf(recordOf('2', 'reached'), [recordOf('2', 'found')])).toEqual(['found']);
  });

  it('are none of another provider', async () => {
    expect(await namesOf({ ...recordOf('2', 'reached'), provider: 'QARD' }, [])).toEqual([]);
  });
});
