import { describe, expect, it } from 'vitest';
import type { QPilotSource } from '../../../src/datasources/qpilot/source.js';
import { qpilotSettings, startQPilot } from './start-qpilot.js';

type Writes = QPilotSource['writes'];

const card = {
  type: 'STRIPE',
  gatewayCustomerId: 'cus_test+1',
  gatewayPaymentId: 'pm_test_1',
  expiresOn: null,
  lastFourDigits: null,
  isDefault: null,
  description: null,
} as const;
const customer = {
  externalId: '0042',
  email: 'chris@example.com',
  firstName: null,
  lastName: null,
  phone: null,
  company: null,
  shippingAddress: null,
  billingAddress: null,
  cards: [card],
};
const { EMAIL } = qpilotSettings.credentials;

/** The words of a refusal by a provider that says this. */
async function wordsOf(write: (writes: Writes) => Promise<unknown>, text: string): Promise<unknown> {
  await using started = await startQPilot(() => ({ status: 400, text }));
  const refused = await write(started.source.writes).catch((error: unknown) => error);
  return (refused as { words?: string | null }).words;
}

describe('the words of a refused write', () => {
  it.each([
    ['of a card', (writes: Writes) => writes.addPaymentMethod({ customerExternalId: '0042', card })],
    ['of a customer with a card', (writes: Writes) => writes.createCustomer(customer)],
  ])('%s show none of the tokens that were sent, however they are coded', async (_, write) => {
    const text = '{"message":"No payment pm_test_1 of cus_test\\u002B1 at the gateway."}';
    expect(await wordsOf(write, text)).toBe('No payment … of … at the gateway.');
  });

  it('show no part of a token that begins with the other one', async () => {
    const nested = { ...card, gatewayCustomerId: 'cus_test', gatewayPaymentId: 'cus_test|pm_1' };
    const write = (writes: Writes) => writes.addPaymentMethod({ customerExternalId: '0042', card: nested });
    expect(await wordsOf(write, '{"message":"No cus_test|pm_1 of cus_test."}')).toBe('No … of ….');
  });

  it('show no part of a token where they are cut short', async () => {
    const message = `${'word '.repeat(39)}pm_test_1`;
    const write = (writes: Writes) => writes.addPaymentMethod({ customerExternalId: '0042', card });
    expect(await wordsOf(write, JSON.stringify({ message }))).toBe(`${'word '.repeat(39)}…`);
  });

  it.each([
    ['a customer', (writes: Writes) => writes.createCustomer({ ...customer, cards: [] })],
    [
      'a change',
      (writes: Writes) => writes.changeScheduledOrder({ id: '1', change: { field: 'status', status: 'PAUSED' } }),
    ],
  ])('of %s do not show the e-mail address of the merchant account', async (_, write) => {
    const text = JSON.stringify({ message: `User ${EMAIL} may not do this.` });
    expect(await wordsOf(write, text)).toBe('User … may not do this.');
  });
});

describe('a customer with the e-mail address of the merchant account', () => {
  it('is shown with it', async () => {
    await using started = await startQPilot(() => ({ json: { id: '0042', email: EMAIL } }));
    const created = await started.source.writes.createCustomer({ ...customer, email: EMAIL, cards: [] });
    expect(created.email).toBe(EMAIL);
  });
});
