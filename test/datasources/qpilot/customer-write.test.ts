import { describe, expect, it } from 'vitest';
import type { NewCustomer } from '../../../src/datasources/qpilot/customer-body.js';
import { undoneAnswers, unknownAnswers, writesIn } from './site-writes.js';
import { siteCalls, startQPilot } from './start-qpilot.js';

const card = {
  type: 'STRIPE',
  gatewayCustomerId: 'cus_test_1',
  gatewayPaymentId: 'pm_test_1',
  expiresOn: null,
  lastFourDigits: null,
  isDefault: null,
  description: null,
} as const;

/** The customer of the getting-started guide. */
const chris = {
  externalId: '29920',
  email: 'chris@example.com',
  firstName: 'Chris',
  lastName: 'Wilking',
  phone: null,
  company: null,
  shippingAddress: {
    firstName: 'Chris',
    lastName: 'Wilkins',
    lines: ['740 Evergreen Terrace'],
    city: 'Springfield',
    region: 'Washington',
    postalCode: null,
    countryCode: 'US',
  },
  billingAddress: null,
  cards: [card],
};

/** The guide's sample, word for word but for the e-mail and the tokens. */
const sample = {
  id: '29920',
  email: 'chris@example.com',
  firstName: 'Chris',
  lastName: 'Wilking',
  shippingFirstName: 'Chris',
  shippingLastName: 'Wilkins',
  shippingStreet1: '740 Evergreen Terrace',
  shippingCity: 'Springfield',
  shippingState: 'Washington',
  shippingCountry: 'US',
  paymentMethods: [{ type: 'Stripe', gatewayCustomerId: 'cus_test_1', gatewayPaymentId: 'pm_test_1' }],
};

describe('creating a customer', () => {
  it("sends the guide's sample field by field, in its order, and nothing else", async () => {
    await using started = await startQPilot(() => ({ status: 201, json: { ...sample, customerId: 7 } }));
    const created = await started.source.writes.createCustomer(chris);
    expect(writesIn(started.requests)).toEqual([{ call: 'POST /Customers', body: sample }]);
    const [, write] = started.requests;
    expect(write?.body).toBe(JSON.stringify(sample));
    expect(write?.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: 'Bearer qp_test_token',
    });
    expect(created).toMatchObject({ externalId: '29920', email: 'chris@example.com', name: 'Chris Wilking' });
    expect(JSON.stringify(created)).not.toContain('_test_1');
  });

  it('sends phone, company, second street line, billing and details of cards where they are given', async () => {
    await using started = await startQPilot(() => ({ json: sample }));
    const full = { ...card, expiresOn: '0930', lastFourDigits: '4242', isDefault: true, description: 'Visa' };
    await started.source.writes.createCustomer({
      ...chris,
      phone: '+46 1',
      company: 'Name AB',
      shippingAddress: { ...chris.shippingAddress, lines: ['One', 'Two'], postalCode: '01234' },
      billingAddress: { ...chris.shippingAddress, firstName: null, lines: [] },
      cards: [full],
    });
    expect(writesIn(started.requests)[0]?.body).toMatchObject({
      shippingStreet1: 'One',
      shippingStreet2: 'Two',
      shippingPostcode: '01234',
      phoneNumber: '+46 1',
      company: 'Name AB',
      billingLastName: 'Wilkins',
      billingCity: 'Springfield',
      billingState: 'Washington',
      billingCountry: 'US',
      paymentMethods: [{ expiration: '0930', lastFourDigits: '4242', isDefault: true, description: 'Visa' }],
    });
    expect(writesIn(started.requests)[0]?.body).not.toHaveProperty('billingStreet1');
  });

  it.each([
    ['the older generation', { Id: 7, ExternalId: '29920', Email: 'chris@example.com' }],
    ['status 200', { id: '29920', email: 'chris@example.com' }],
  ])('reads the answer of %s', async (_, json) => {
    await using started = await startQPilot(() => ({ json }));
    const created = await started.source.writes.createCustomer({ ...chris, cards: [] });
    expect(created).toMatchObject({ externalId: '29920', email: 'chris@example.com' });
    expect(started.requests).toHaveLength(2);
  });

  it('reads the record when the answer says little of it, and lives with a failure there', async () => {
    await using started = await startQPilot((call) =>
      call === 'POST /Customers' ? { json: { id: '29920' } } : { json: sample },
    );
    expect(await started.source.writes.createCustomer(chris)).toMatchObject({ email: 'chris@example.com' });
    expect(siteCalls(started.requests)).toEqual(['POST /Customers', 'GET /Customers/29920']);
    await using failing = await startQPilot((call) =>
      call === 'POST /Customers' ? { json: { id: '29920' } } : { status: 403 },
    );
    expect(await failing.source.writes.createCustomer(chris)).toMatchObject({ externalId: '29920', email: null });
  });

  it.each([...unknownAnswers, ['another customer', { json: { id: '1', email: 'chris@example.com' } }] as const])(
    'is sent once and has an unknown outcome after %s',
    async (_, reply) => {
      await using started = await startQPilot(() => reply);
      await expect(started.source.writes.createCustomer(chris)).rejects.toMatchObject({
        code: 'PROVIDER_OUTCOME_UNKNOWN',
      });
      expect(writesIn(started.requests)).toHaveLength(1);
    },
  );

  it.each(undoneAnswers)('is not done after status %i', async (status, code) => {
    await using started = await startQPilot(() => ({ status, json: {} }));
    await expect(started.source.writes.createCustomer(chris)).rejects.toMatchObject({ code });
  });

  it('is sent again under a new login when the token is refused, once', async () => {
    let posts = 0;
    await using started = await startQPilot(() => {
      posts += 1;
      return posts === 1 ? { status: 401 } : { json: sample };
    });
    expect(await started.source.writes.createCustomer(chris)).toMatchObject({ externalId: '29920' });
    expect(started.requests.map(({ path }) => path)).toEqual([
      '/AccessTokens/Login',
      '/Sites/42/Customers',
      '/AccessTokens/Login',
      '/Sites/42/Customers',
    ]);
  });

  it.each([
    [{ message: 'Email is taken.' }, 'Email is taken.'],
    [{ messages: { errors: ['One.', 'Two.'], userMessage: [] } }, 'One. Two.'],
    [{ Messages: { UserMessage: ['Use <b>another</b> id.'] } }, 'Use another id.'],
    [{ errors: { Email: ['Not valid.'] }, title: 'Validation failed' }, 'Not valid.'],
    [{ title: 'Validation failed' }, 'Validation failed'],
    [{ code: 1001 }, null],
    ['text', null],
  ])('is refused with the words of %j', async (json, words) => {
    await using started = await startQPilot(() => ({ status: 400, json }));
    await expect(started.source.writes.createCustomer(chris)).rejects.toMatchObject({ words });
  });

  it('is refused without words when the body is empty', async () => {
    await using started = await startQPilot(() => ({ status: 400, text: '' }));
    await expect(started.source.writes.createCustomer(chris)).rejects.toMatchObject({ words: null });
  });
});

describe('finding a customer that was to be created', () => {
  const find = async (record: unknown, cards: unknown, customer: NewCustomer = chris) => {
    await using started = await startQPilot((call) => ({ json: call.endsWith('/PaymentMethods') ? cards : record }));
    return await started.source.written.customer(customer);
  };
  const cards = [{ id: 5, ...sample.paymentMethods[0] }];

  it('gives the record that has every field and card, whatever else it has', async () => {
    const record = { ...sample, email: 'CHRIS@example.com', customerId: 7, metadata: null };
    expect(await find(record, [{ id: 4, type: 'Square' }, ...cards])).toMatchObject({ externalId: '29920' });
  });

  it.each([
    ['another e-mail', { ...sample, email: 'other@example.com' }],
    ['another last name', { ...sample, lastName: 'Wilkins' }],
    ['a field that is not shown', { ...sample, shippingCity: undefined }],
    ['another id', { ...sample, id: '29921' }],
  ])('is null for a record with %s', async (_, record) => {
    expect(await find(record, cards)).toBeNull();
  });

  it.each([
    ['no cards', []],
    ['a card of another type', [{ ...cards[0], type: 'Square' }]],
    ['a card with another token', [{ ...cards[0], gatewayPaymentId: 'pm_test_2' }]],
    ['a card whose tokens are not shown', [{ id: 5, type: 'Stripe' }]],
  ])('is null for a record with %s', async (_, rows) => {
    expect(await find(sample, rows)).toBeNull();
  });

  it('wants a card of its own for each card that was to be made', async () => {
    expect(await find(sample, cards, { ...chris, cards: [card, card] })).toBeNull();
    expect(await find(sample, [...cards, ...cards], { ...chris, cards: [card, card] })).not.toBeNull();
  });

  it('is null for a customer QPilot does not know, and asks for no cards then', async () => {
    await using started = await startQPilot(() => undefined);
    expect(await started.source.written.customer(chris)).toBeNull();
    expect(siteCalls(started.requests)).toEqual(['GET /Customers/29920']);
  });
});
