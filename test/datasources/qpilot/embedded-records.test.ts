import { describe, expect, it } from 'vitest';
import { startQPilot } from './start-qpilot.js';

const order = {
  id: 5001,
  customerId: '15',
  paymentMethodId: 10933,
  status: 'Active',
  scheduledOrderItems: [{ id: 9, productId: '100982', quantity: 4 }],
};

describe('embedded records', () => {
  it('believes those whose ids are the order its own', async () => {
    const json = {
      ...order,
      customer: { id: '15', email: 'ann@example.com' },
      paymentMethod: { id: 10933, type: 'Stripe', gatewayPaymentId: 'qp_gateway_token' },
      scheduledOrderItems: [{ productId: '100982', product: { id: '100982', title: 'Shampoo' } }],
    };
    await using started = await startQPilot(() => ({ json }));
    const found = await started.source.scheduledOrders.byExternalId.load('5001');
    expect(found).toMatchObject({
      customer: { externalId: '15', email: 'ann@example.com' },
      paymentMethod: { externalId: '10933', type: 'STRIPE' },
      items: [{ product: { externalId: '100982', title: 'Shampoo' } }],
    });
    expect(JSON.stringify(found)).not.toContain('qp_gateway_token');
    expect(started.warnings).toEqual([]);
  });

  it('passes over those of another id and counts them', async () => {
    const json = {
      ...order,
      customer: { id: '29920', email: 'ann@example.com' },
      paymentMethod: { id: 1, type: 'Stripe' },
      scheduledOrderItems: [{ productId: '100982', product: { id: '7' } }],
    };
    await using started = await startQPilot(() => ({ json }));
    expect(await started.source.scheduledOrders.byExternalId.load('5001')).toMatchObject({
      customerExternalId: '15',
      customer: null,
      paymentMethodExternalId: '10933',
      paymentMethod: null,
      items: [{ productExternalId: '100982', product: null }],
    });
    expect(started.warnings.toSorted()).toEqual(['customer.id', 'paymentMethod.id', 'product.id']);
  });

  it('passes over an embedded record when the order itself names none', async () => {
    const json = { id: 1, customer: { id: '29920' }, scheduledOrderItems: [{ product: { title: 'No id' } }] };
    await using started = await startQPilot(() => ({ json }));
    expect(await started.source.scheduledOrders.byExternalId.load('1')).toMatchObject({
      customerExternalId: null,
      customer: null,
      items: [{ productExternalId: null, product: null }],
    });
  });

  it('takes the id of the shop out of the embedded records of the older generation', async () => {
    const json = {
      Id: 1,
      CustomerId: 77,
      Customer: { Id: 77, ExternalId: '0001' },
      ScheduledOrderItems: [{ ProductId: 5, Product: { Id: 5, ExternalId: '100982' } }],
    };
    await using started = await startQPilot(() => ({ json }));
    expect(await started.source.scheduledOrders.byExternalId.load('1')).toMatchObject({
      customerExternalId: '0001',
      customer: { externalId: '0001' },
      items: [{ productExternalId: '100982', product: { externalId: '100982' } }],
    });
  });

  it('takes the id of the shop out of an embedded customer that states the number the order names it by', async () => {
    const json = { ...order, customerId: 91000, customer: { id: '0042', customerId: 91000 } };
    await using started = await startQPilot(() => ({ json }));
    expect(await started.source.scheduledOrders.byExternalId.load('5001')).toMatchObject({
      customerExternalId: '0042',
      customer: { externalId: '0042' },
    });
    expect(started.warnings).toEqual([]);
  });

  it('reads an order whose embedded record is broken', async () => {
    await using started = await startQPilot(() => ({
      json: { ...order, customer: { email: 5 }, paymentMethod: 'x' },
    }));
    expect(await started.source.scheduledOrders.byExternalId.load('5001')).toMatchObject({
      customerExternalId: '15',
      customer: null,
      paymentMethod: null,
    });
  });
});
