import { describe, expect, it } from 'vitest';
import { siteCalls, startQPilot } from './start-qpilot.js';

const card = {
  id: 10933,
  customerId: '29920',
  type: 'Stripe',
  gatewayCustomerId: 'qp_gateway_customer',
  gatewayPaymentId: 'qp_gateway_payment',
  lastFourDigits: '0042',
  expiration: '1227',
  isDefault: true,
  description: 'Visa',
};

describe('by number', () => {
  it('reads a card without the tokens of the gateway', async () => {
    await using started = await startQPilot(() => ({ json: card }));
    expect(await started.source.paymentMethods.byExternalId.load('10933')).toEqual({
      externalId: '10933',
      customerExternalId: '29920',
      type: 'STRIPE',
      rawType: 'Stripe',
      isDefault: true,
      lastFourDigits: '0042',
      expiresOn: '1227',
      description: 'Visa',
    });
    expect(siteCalls(started.requests)).toEqual(['GET /PaymentMethods/10933']);
  });

  it('is null for an unknown card and for an answer about another one', async () => {
    await using started = await startQPilot((call) => (call.endsWith('/2') ? { json: card } : undefined));
    expect(await started.source.paymentMethods.byExternalId.load('1')).toBeNull();
    expect(await started.source.paymentMethods.byExternalId.load('2')).toBeNull();
  });

  it.each([
    ['4242424242424242', '4242', []],
    ['**** 4242', '4242', []],
    ['42', null, ['lastFourDigits']],
    [null, null, []],
  ])('shows four digits of %s and never more', async (lastFourDigits, expected, warnings) => {
    await using started = await startQPilot(() => ({ json: { id: 1, lastFourDigits } }));
    expect(await started.source.paymentMethods.byExternalId.load('1')).toMatchObject({ lastFourDigits: expected });
    expect(started.warnings).toEqual(warnings);
  });

  it.each([
    ['AuthorizeNet', 'AUTHORIZE_NET'],
    ['PayPal', 'PAYPAL'],
    ['PayPalV3', 'PAYPAL_V3'],
    ['Braintree', 'BRAINTREE'],
    ['CyberSource', 'CYBERSOURCE'],
    ['CyberSourceV2', 'CYBERSOURCE_V2'],
    ['Nmi', 'NMI'],
    ['PayaV1', 'PAYA_V1'],
    ['TrustCommerce', 'TRUST_COMMERCE'],
    ['Gpg', 'GPG'],
    ['square', 'SQUARE'],
    ['SAGE', 'SAGE'],
    ['Checkout', 'CHECKOUT'],
    ['Test', 'TEST'],
    ['Bitcoin', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('reads the type %s as %s', async (type, expected) => {
    await using started = await startQPilot(() => ({ json: { id: 1, type } }));
    expect(await started.source.paymentMethods.byExternalId.load('1')).toMatchObject({ type: expected, rawType: type });
  });
});

describe('of one customer', () => {
  it('reads the flat array, drops the cards of others and names the customer where a row does not', async () => {
    const { customerId: _, ...nameless } = card;
    const rows = [card, { ...card, id: 2, customerId: '15' }, { ...nameless, id: 3 }];
    await using started = await startQPilot((call) => (call.endsWith('/PaymentMethods') ? { json: rows } : undefined));
    const found = await started.source.paymentMethods.byCustomer.load('29920');
    expect(found.map(({ externalId, customerExternalId }) => [externalId, customerExternalId])).toEqual([
      ['10933', '29920'],
      ['3', '29920'],
    ]);
    expect(JSON.stringify(found)).not.toContain('qp_gateway');
  });

  it('is empty for a customer QPilot does not know', async () => {
    await using started = await startQPilot(() => undefined);
    expect(await started.source.paymentMethods.byCustomer.load('1')).toEqual([]);
  });
});
