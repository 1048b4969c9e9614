import { describe, expect, it } from 'vitest';
import { pageReply, siteCalls, startQPilot } from './start-qpilot.js';

/** The guide's customer, read back. */
const guideCustomer = {
  id: '29920',
  customerId: 77,
  email: 'Chris@Example.com',
  firstName: 'Chris',
  lastName: 'Wilking',
  shippingFirstName: 'Chris',
  shippingLastName: 'Wilkins',
  shippingStreet1: '740 Evergreen Terrace',
  shippingCity: 'Springfield',
  shippingState: 'Washington',
  shippingCountry: 'US',
};

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `c${index + 1}`, email: `c${index + 1}@example.com` }));

describe('by the id of the shop', () => {
  it('reads the customer whole, shipping name apart from the customer name', async () => {
    await using started = await startQPilot(() => ({ json: guideCustomer }));
    expect(await started.source.customers.byExternalId.load('29920')).toEqual({
      provider: 'QPILOT',
      externalId: '29920',
      ownNumber: '77',
      email: 'Chris@Example.com',
      name: 'Chris Wilking',
      firstName: 'Chris',
      lastName: 'Wilking',
      phone: null,
      company: null,
      shippingAddress: {
        name: 'Chris Wilkins',
        company: null,
        lines: ['740 Evergreen Terrace'],
        city: 'Springfield',
        region: 'Washington',
        postalCode: null,
        countryCode: 'US',
      },
      billingAddress: null,
      seenAt: null,
    });
    expect(siteCalls(started.requests)).toEqual(['GET /Customers/29920']);
    expect(started.warnings).toEqual([]);
  });

  it('reads the older generation: capitals, and the id of the shop beside a number', async () => {
    const { id, ...rest } = guideCustomer;
    const older = Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name.slice(0, 1).toUpperCase() + name.slice(1), value]),
    );
    await using started = await startQPilot(() => ({ json: { ...older, Id: 77, ExternalId: id } }));
    expect(await started.source.customers.byExternalId.load('29920')).toMatchObject({
      externalId: '29920',
      email: 'Chris@Example.com',
      shippingAddress: { city: 'Springfield' },
    });
  });

  it('keeps leading zeros apart: 0001 is not 1', async () => {
    await using started = await startQPilot((call) =>
      call === 'GET /Customers/0001' ? { json: { id: 1 } } : undefined,
    );
    expect(await started.source.customers.byExternalId.load('0001')).toBeNull();
  });

  it('drops an answer to the number of QPilot, which belongs to another id', async () => {
    await using started = await startQPilot(() => ({ json: guideCustomer }));
    expect(await started.source.customers.byExternalId.load('77')).toBeNull();
  });

  it.each([
    [404, undefined],
    [204, undefined],
    [200, 'null'],
  ])('is null for an unknown id (status %i)', async (status, text) => {
    await using started = await startQPilot(() => (text === undefined ? { status } : { status, text }));
    expect(await started.source.customers.byExternalId.load('5')).toBeNull();
  });

  it('counts a country that no table knows', async () => {
    await using started = await startQPilot(() => ({
      json: { id: '1', shippingCity: 'Nowhere', shippingCountry: 'Neverland' },
    }));
    expect(await started.source.customers.byExternalId.load('1')).toMatchObject({
      shippingAddress: { countryCode: null },
    });
    expect(started.warnings).toEqual(['shippingCountry']);
  });

  it('reads three customers of one tick out of the list in one call', async () => {
    await using started = await startQPilot((_call, request) => pageReply(people(30), request));
    const found = await started.source.customers.byExternalId.loadMany(['c30', 'c1', 'c7']);
    expect(found).toMatchObject([{ externalId: 'c30' }, { externalId: 'c1' }, { externalId: 'c7' }]);
    expect(siteCalls(started.requests)).toEqual(['GET /Customers?page=1&pageSize=100']);
  });

  it('asks singly where the list has more pages than there are customers to find', async () => {
    await using started = await startQPilot((call, request) =>
      call === 'GET /Customers' ? pageReply(people(301), request) : { json: { id: call.split('/')[2] } },
    );
    await started.source.customers.byExternalId.loadMany(['c1', 'c2', 'c3']);
    expect(siteCalls(started.requests).toSorted()).toEqual([
      'GET /Customers/c1',
      'GET /Customers/c2',
      'GET /Customers/c3',
      'GET /Customers?page=1&pageSize=100',
    ]);
  });

  it('asks singly for the one customer the list does not show', async () => {
    await using started = await startQPilot((call, request) =>
      call === 'GET /Customers' ? pageReply(people(2), request) : { json: { id: 'hidden' } },
    );
    const found = await started.source.customers.byExternalId.loadMany(['c1', 'hidden', 'c2']);
    expect(found).toMatchObject([{ externalId: 'c1' }, { externalId: 'hidden' }, { externalId: 'c2' }]);
    expect(siteCalls(started.requests)).toEqual(['GET /Customers?page=1&pageSize=100', 'GET /Customers/hidden']);
  });

  it('asks singly where the account refuses the list', async () => {
    await using started = await startQPilot((call) =>
      call === 'GET /Customers' ? { status: 400 } : { json: { id: call.split('/')[2] } },
    );
    expect(await started.source.customers.byExternalId.loadMany(['a', 'b', 'c'])).toMatchObject([
      { externalId: 'a' },
      { externalId: 'b' },
      { externalId: 'c' },
    ]);
  });

  it('fails one customer alone', async () => {
    await using started = await startQPilot((call) =>
      call.endsWith('/bad') ? { status: 400 } : { json: { id: 'good' } },
    );
    const [good, bad] = await started.source.customers.byExternalId.loadMany(['good', 'bad']);
    expect(good).toMatchObject({ externalId: 'good' });
    expect(bad).toMatchObject({ code: 'PROVIDER_REJECTED' });
  });
});

describe('by e-mail', () => {
  it('searches and keeps the exact address alone, in any casing, all that share it', async () => {
    const hits = [
      { id: '1', email: 'ann@example.com.test' },
      { id: '2', email: ' ANN@example.com' },
      { id: '3', email: 'joann@example.com' },
      { id: '4', email: 'ann@example.com' },
      { id: '5' },
    ];
    await using started = await startQPilot((_call, request) => pageReply(hits, request));
    const found = await started.source.customers.byEmail.load('Ann@Example.com ');
    expect(found.map(({ externalId }) => externalId)).toEqual(['2', '4']);
    expect(siteCalls(started.requests)).toEqual(['GET /Customers?page=1&pageSize=100&search=ann@example.com']);
  });

  it('reads further pages of a search', async () => {
    const hits = [...people(250), { id: 'me', email: 'me@example.com' }];
    await using started = await startQPilot((_call, request) => pageReply(hits, request));
    expect(await started.source.customers.byEmail.load('me@example.com')).toMatchObject([{ externalId: 'me' }]);
    expect(siteCalls(started.requests)).toHaveLength(3);
  });

  it('says that the look-up is incomplete when three pages of hits do not settle it', async () => {
    await using started = await startQPilot((_call, request) => pageReply(people(400), request));
    await expect(started.source.customers.byEmail.load('me@example.com')).rejects.toMatchObject({
      code: 'LOOKUP_INCOMPLETE',
    });
  });

  it('answers several addresses of one tick from the list, shared with the look-ups by id', async () => {
    await using started = await startQPilot((_call, request) => pageReply(people(120), request));
    const { byEmail, byExternalId } = started.source.customers;
    const found = await byEmail.loadMany(['c120@example.com', 'nobody@example.com', 'C3@example.com']);
    expect(found).toMatchObject([[{ externalId: 'c120' }], [], [{ externalId: 'c3' }]]);
    await byExternalId.loadMany(['c5', 'c6', 'c7']);
    expect(siteCalls(started.requests)).toEqual([
      'GET /Customers?page=1&pageSize=100',
      'GET /Customers?page=2&pageSize=100',
    ]);
  });
});

describe('list', () => {
  it('reads three pages one after the other, one call each', async () => {
    await using started = await startQPilot((_call, request) => pageReply(people(25), request));
    const { list } = started.source.customers;
    const first = await list({ first: 10, after: null, search: null });
    const second = await list({ first: 10, after: first.rows.at(-1)?.cursor ?? '', search: null });
    const third = await list({ first: 10, after: second.rows.at(-1)?.cursor ?? '', search: null });
    const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ row }) => row.externalId));
    expect(ids).toEqual(people(25).map(({ id }) => id));
    expect([first, second, third].map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false]);
    expect(siteCalls(started.requests)).toEqual([
      'GET /Customers?page=1&pageSize=10',
      'GET /Customers?page=2&pageSize=10',
      'GET /Customers?page=3&pageSize=10',
    ]);
  });

  it('passes a search text on', async () => {
    await using started = await startQPilot((_call, request) => pageReply([], request));
    expect(await started.source.customers.list({ first: 5, after: null, search: 'ann & co' })).toEqual({
      rows: [],
      hasNextPage: false,
    });
    expect(started.requests[1]?.query).toContainEqual(['search', 'ann & co']);
  });
});
