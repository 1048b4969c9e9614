import { describe, expect, it } from 'vitest';
import { undoneAnswers, unknownAnswers, writesIn } from './site-writes.js';
import { siteCalls, startQPilot } from './start-qpilot.js';

const method = {
  customerExternalId: '0029920',
  card: {
    type: 'STRIPE',
    gatewayCustomerId: 'cus_test_1',
    gatewayPaymentId: 'pm_test_1',
    expiresOn: null,
    lastFourDigits: null,
    isDefault: null,
    description: null,
  },
} as const;

/** The guide's sample. */
const sample = {
  customerId: '0029920',
  type: 'Stripe',
  gatewayCustomerId: 'cus_test_1',
  gatewayPaymentId: 'pm_test_1',
};

describe('adding a payment method', () => {
  it("sends the guide's sample field by field and shows no token", async () => {
    await using started = await startQPilot(() => ({ status: 201, json: { ...sample, id: 10940 } }));
    const added = await started.source.writes.addPaymentMethod(method);
    expect(started.requests[1]?.body).toBe(JSON.stringify(sample));
    expect(siteCalls(started.requests)).toEqual(['POST /PaymentMethods']);
    expect(added).toMatchObject({ externalId: '10940', type: 'STRIPE', customerExternalId: '0029920' });
    expect(JSON.stringify(added)).not.toContain('_test_1');
  });

  it.each([
    ['AUTHORIZE_NET', 'AuthorizeNet'],
    ['PAYPAL', 'PayPal'],
    ['PAYPAL_V3', 'PayPalV3'],
    ['BRAINTREE', 'Braintree'],
    ['CYBERSOURCE', 'CyberSource'],
    ['CYBERSOURCE_V2', 'CyberSourceV2'],
    ['NMI', 'Nmi'],
    ['PAYA_V1', 'PayaV1'],
    ['TRUST_COMMERCE', 'TrustCommerce'],
    ['GPG', 'Gpg'],
    ['SQUARE', 'Square'],
    ['SAGE', 'Sage'],
    ['CHECKOUT', 'Checkout'],
    ['TEST', 'Test'],
  ] as const)('sends %s as %s', async (type, word) => {
    await using started = await startQPilot(() => ({ json: { id: 1, type: word } }));
    const added = await started.source.writes.addPaymentMethod({ ...method, card: { ...method.card, type } });
    expect(writesIn(started.requests)).toMatchObject([{ body: { type: word } }]);
    expect(added.type).toBe(type);
  });

  it('reads the card when the answer is only its number', async () => {
    await using started = await startQPilot((call) =>
      call === 'POST /PaymentMethods' ? { json: { id: 10940 } } : { json: { id: 10940, type: 'Stripe' } },
    );
    expect(await started.source.writes.addPaymentMethod(method)).toMatchObject({ type: 'STRIPE' });
    expect(siteCalls(started.requests)).toEqual(['POST /PaymentMethods', 'GET /PaymentMethods/10940']);
  });

  it('has an unknown outcome when the card behind the number is of another customer', async () => {
    await using started = await startQPilot((call) =>
      call === 'POST /PaymentMethods' ? { json: { id: 10940 } } : { json: { ...sample, id: 10940, customerId: '15' } },
    );
    await expect(started.source.writes.addPaymentMethod(method)).rejects.toMatchObject({
      code: 'PROVIDER_OUTCOME_UNKNOWN',
    });
  });

  it.each([
    ...unknownAnswers,
    ['a card of another customer', { json: { ...sample, id: 10940, customerId: '15' } }] as const,
  ])('is sent once and has an unknown outcome after %s', async (_, reply) => {
    await using started = await startQPilot(() => reply);
    await expect(started.source.writes.addPaymentMethod(method)).rejects.toMatchObject({
      code: 'PROVIDER_OUTCOME_UNKNOWN',
    });
    expect(writesIn(started.requests)).toHaveLength(1);
  });

  it.each(undoneAnswers)('is not done after status %i', async (status, code) => {
    await using started = await startQPilot(() => ({ status }));
    await expect(started.source.writes.addPaymentMethod(method)).rejects.toMatchObject({ code });
  });
});
