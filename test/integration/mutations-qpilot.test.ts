import { beforeEach, describe, expect, it } from 'vitest';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { operation } from '../support/operations.js';
import { appliedAt, exampleInput, problemsOf, runOn } from './qpilot-mutations.js';

let gateway: TestGateway;
beforeEach(async () => {
  const started = await startTestGateway({ sandbox: { orders: 40 } });
  gateway = started;
  return () => started[Symbol.asyncDispose]();
});
const run = (name: string, input?: object) => runOn(gateway, name, input);
const applied = () => appliedAt(gateway);

describe("the journey of QPilot's guide", () => {
  it('makes customer, card, product and scheduled order, and shows them to the next query', async () => {
    const customer = await run('CreateCustomer', {
      ...exampleInput('CreateCustomer'),
      externalId: '077',
      email: 'Bo@example.com',
    });
    expect(customer.errors).toBeUndefined();
    expect(at(customer, 'createCustomer')).toMatchObject({ customer: { email: 'bo@example.com' }, userErrors: [] });
    const customerId = at(customer, 'createCustomer.customer.id');
    const card = await run('AddPaymentMethod', { ...exampleInput('AddPaymentMethod'), customerId, type: 'BRAINTREE' });
    expect(at(card, 'addPaymentMethod')).toMatchObject({ paymentMethod: { type: 'BRAINTREE' }, userErrors: [] });
    const product = await run('CreateSubscriptionProduct', {
      externalId: '078',
      title: 'Soap',
      price: '9.75',
      sku: 'soap-1',
    });
    expect(at(product, 'createSubscriptionProduct.product')).toMatchObject({ sku: 'soap-1', title: 'Soap' });
    const order = await run('CreateScheduledOrder', {
      idempotencyKey: 'journey',
      customerId,
      paymentMethodId: at(card, 'addPaymentMethod.paymentMethod.id'),
      frequency: { unit: 'WEEKS', value: 2 },
      items: [{ productId: at(product, 'createSubscriptionProduct.product.id'), quantity: 3 }],
      note: 'Ring twice.',
    });
    expect(at(order, 'createScheduledOrder.userErrors')).toEqual([]);
    const read = await gateway.query(operation('Customer360'), { by: { email: 'bo@example.com' } });
    expect(read.errors).toBeUndefined();
    expect(at(read, 'customer')).toMatchObject({
      name: 'Chris Wilking',
      shippingAddress: { lines: ['740 Evergreen Terrace'], region: 'Washington' },
      paymentMethods: [{ type: 'STRIPE' }, { type: 'BRAINTREE' }],
      scheduledOrders: {
        nodes: [
          {
            id: at(order, 'createScheduledOrder.scheduledOrder.id'),
            frequency: { unit: 'WEEKS', value: 2 },
            items: [{ quantity: 3, unitPrice: { amount: '9.75' }, product: { sku: 'soap-1' } }],
          },
        ],
      },
    });
    expect(await applied()).toEqual({
      createCustomer: 1,
      createPaymentMethod: 1,
      createProduct: 1,
      createScheduledOrder: 1,
    });
  });

  it.each(['CreateCustomer', 'AddPaymentMethod', 'CreateScheduledOrder', 'UpdateScheduledOrder'])(
    'runs %s with its example unchanged',
    async (name) => {
      const answer = await run(name);
      expect(answer.errors).toBeUndefined();
      const field = name.slice(0, 1).toLowerCase() + name.slice(1);
      expect(problemsOf(answer, field)).toEqual([]);
    },
  );
});

describe('updating a scheduled order', () => {
  const update = (input: object) => run('UpdateScheduledOrder', { id: '880001', ...input });

  it('pauses first, sends each change as a call of its own, and shows the result', async () => {
    const answer = await update({
      status: 'PAUSED',
      frequency: { unit: 'MONTHS', value: 1 },
      nextOccurrenceAt: '2026-12-24T08:00:00+01:00',
      paymentMethodId: '10931',
    });
    expect(at(answer, 'updateScheduledOrder')).toMatchObject({
      scheduledOrder: {
        status: 'PAUSED',
        frequency: { unit: 'MONTHS', value: 1 },
        nextOccurrenceAt: '2026-12-24T07:00:00Z',
      },
      userErrors: [],
    });
    expect(gateway.asked('qpilot').slice(1)).toEqual([
      'PUT /Sites/77/ScheduledOrders/880001/Status/Paused',
      'PUT /Sites/77/ScheduledOrders/880001/Frequency',
      'GET /Sites/77/ScheduledOrders/880001',
      'PUT /Sites/77/ScheduledOrders/880001/NextOccurrenceUtc',
      'PATCH /Sites/77/ScheduledOrders/880001/PaymentMethod',
    ]);
    const read = await gateway.query(operation('ScheduledOrder'), { by: { id: '880001' } });
    expect(at(read, 'scheduledOrder')).toMatchObject({ status: 'PAUSED', paymentMethod: { type: 'PAYPAL_V3' } });
  });

  it('sets the next occurrence whatever precision QPilot keeps', async () => {
    for (const id of ['880001', '880002', '880003', '880004']) {
      const answer = await update({ id, nextOccurrenceAt: '2026-12-24T08:00:00Z' });
      expect(at(answer, 'updateScheduledOrder')).toMatchObject({
        scheduledOrder: { nextOccurrenceAt: '2026-12-24T08:00:00Z' },
        userErrors: [],
      });
    }
  });

  it('says which changes were done before a refused one, and says so again under the same key', async () => {
    const input = {
      idempotencyKey: 'k',
      frequency: { unit: 'WEEKS', value: 2 },
      paymentMethodId: '10933',
      status: 'ACTIVE',
    };
    const answer = await update(input);
    expect(at(answer, 'updateScheduledOrder')).toMatchObject({
      scheduledOrder: { frequency: { unit: 'WEEKS', value: 2 } },
      userErrors: [
        {
          field: ['paymentMethodId'],
          code: 'REJECTED',
          message: 'PaymentMethod was not found. Done before: frequency.',
        },
      ],
    });
    expect(await update(input)).toMatchObject({ data: answer.data });
    expect(await applied()).toEqual({ setFrequency: 1 });
  });

  it('does not know an unknown one', async () => {
    expect(problemsOf(await update({ id: '1', status: 'PAUSED' }), 'updateScheduledOrder')).toEqual(['id NOT_FOUND']);
    expect(await applied()).toEqual({});
  });

  it('settles a lost answer by reading the order, and goes on', async () => {
    gateway.sandbox.providers.qpilot.faults.add({ fault: { kind: 'reset-after' }, method: 'PUT', times: 1 });
    const answer = await update({ idempotencyKey: 'k', status: 'PAUSED', frequency: { unit: 'WEEKS', value: 2 } });
    expect(at(answer, 'updateScheduledOrder')).toMatchObject({
      scheduledOrder: { status: 'PAUSED', frequency: { unit: 'WEEKS', value: 2 } },
      userErrors: [],
    });
    expect(await applied()).toEqual({ setStatus: 1, setFrequency: 1 });
  });

  it.each([401, 403, 429])('is interrupted by status %i behind a change that was done', async (status) => {
    const { faults } = gateway.sandbox.providers.qpilot;
    faults.add({ fault: { kind: 'status', status, retryAfter: '0' }, method: 'PUT', pathIncludes: 'Frequency' });
    const answer = await update({ idempotencyKey: 'k', status: 'PAUSED', frequency: { unit: 'WEEKS', value: 2 } });
    expect(at(answer, 'updateScheduledOrder')).toMatchObject({
      scheduledOrder: { status: 'PAUSED' },
      userErrors: [
        {
          field: ['frequency'],
          code: 'INTERRUPTED',
          message: expect.stringMatching(/^Stopped at frequency: QPilot .*\. Done before: status\.$/),
        },
      ],
    });
    expect(await applied()).toEqual({ setStatus: 1 });
  });

  it.each([200, 204])('takes no empty %i for done: the order has to show the change', async (status) => {
    const { faults } = gateway.sandbox.providers.qpilot;
    faults.add({ fault: { kind: 'status', status, body: '' }, method: 'PUT', pathIncludes: 'Frequency', times: 1 });
    const input = { idempotencyKey: 'k', frequency: { unit: 'WEEKS', value: 2 }, paymentMethodId: '10931' };
    const { errors } = await update(input);
    expect(errors).toMatchObject([{ extensions: { code: 'PROVIDER_OUTCOME_UNKNOWN' } }]);
    expect(errors?.[0]?.message).toContain('scheduled order 880001 (Done before: payment method)');
    expect(await applied()).toEqual({ setPaymentMethod: 1 });
  });

  it('names what was done when a later change stays unknown', async () => {
    const { faults } = gateway.sandbox.providers.qpilot;
    faults.add({ fault: { kind: 'reset' }, method: 'PUT', pathIncludes: 'Frequency', times: 1 });
    const input = { idempotencyKey: 'k', status: 'PAUSED', frequency: { unit: 'WEEKS', value: 2 } };
    for (const reference of ['scheduled order 880001 (Done before: status)', 'scheduled order 880001 ']) {
      const { errors } = await update(input);
      expect(errors).toMatchObject([{ extensions: { code: 'PROVIDER_OUTCOME_UNKNOWN', retryable: false } }]);
      expect(errors?.[0]?.message).toContain(reference);
    }
    expect(await applied()).toEqual({ setStatus: 1 });
  });
});

describe('one operation with several writes', () => {
  it('shows what the earlier ones changed, not what was read before', async () => {
    const document = `mutation ($one: CreateCustomerInput!, $other: CreateCustomerInput!, $id: ID!) {
      one: createCustomer(input: $one) { customer { name } }
      other: createCustomer(input: $other) { customer { name } }
      pause: updateScheduledOrder(input: { id: $id, status: PAUSED }) { ...Siblings }
      activate: updateScheduledOrder(input: { id: $id, status: ACTIVE }) { ...Siblings }
      order: createScheduledOrder(
        input: { customerId: "29920", frequency: { unit: DAYS, value: 3 }, items: [{ productId: "100982", quantity: 1 }] }
      ) { scheduledOrder { customer { scheduledOrders { nodes { status frequency { value } } } } } }
    }
    fragment Siblings on UpdateScheduledOrderPayload {
      scheduledOrder { customer { scheduledOrders { nodes { id status } } } }
    }`;
    const customer = { externalId: '077', email: 'bo@example.com' };
    const [one, other] = [
      { ...customer, firstName: 'Bo' },
      { ...customer, firstName: 'Bob' },
    ];
    const answer = await gateway.query(document, { one, other, id: '880001' });
    expect(answer.errors).toBeUndefined();
    expect([at(answer, 'one.customer.name'), at(answer, 'other.customer.name')]).toEqual(['Bo', 'Bob']);
    const nodes = (name: string) => at(answer, `${name}.scheduledOrder.customer.scheduledOrders.nodes`) as object[];
    const statuses = [nodes('pause'), nodes('activate')].map((rows) => rows.map((row) => Object.values(row)[1]));
    expect(statuses[0]?.filter((status) => status === 'PAUSED').length).toBe(
      (statuses[1]?.filter((status) => status === 'PAUSED').length ?? 0) + 1,
    );
    expect(nodes('order')).toHaveLength(nodes('activate').length + 1);
  });
});
