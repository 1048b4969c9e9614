import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { influencersoft } from '../../../src/datasources/influencersoft/index.js';
import type { NewInvoice } from '../../../src/datasources/influencersoft/invoice-form.js';
import { askedOf, type FakeReply, type ReceivedRequest, startFakeUpstream } from '../../support/fake-upstream.js';
import { startSource } from '../../support/provider-parts.js';

const credentials = { USERNAME: 'test-account', API_KEY: 'is_test_key' };
const noUtm = { medium: null, source: null, campaign: null, content: null, term: null };
const least: NewInvoice = {
  email: 'ann@example.com',
  firstName: null,
  lastName: null,
  middleName: null,
  phone: null,
  ip: null,
  shipping: null,
  billing: null,
  tag: null,
  note: null,
  createdAt: null,
  paidAt: null,
  status: null,
  isConfirmed: null,
  salesManagerId: null,
  productIds: ['17'],
  prices: [],
  paymentMethod: null,
  couponId: null,
  affiliates: [],
  utm: noUtm,
};
const address = (name: string) => ({
  line1: `${name} 1`,
  line2: `${name} 2`,
  city: `${name} city`,
  region: `${name} state`,
  postalCode: `${name} zip`,
  countryCode: 'US',
});
const everything: NewInvoice = {
  email: 'ann+shop@example.com',
  firstName: 'Åsa & Ann',
  lastName: 'Öberg=Lund',
  middleName: 'M',
  phone: '+1 555 0100',
  ip: '192.0.2.7',
  shipping: { ...address('ship'), phone: '+1 555 0101' },
  billing: address('bill'),
  tag: 'spring',
  note: 'Two\nlines',
  createdAt: '2019-07-30T04:22:16Z',
  paidAt: '2020-01-30T04:22:16Z',
  status: 'MoneyBack',
  isConfirmed: false,
  salesManagerId: '5',
  productIds: ['17', '18', '18'],
  prices: ['10.50', '3.00'],
  paymentMethod: 'PayPal',
  couponId: '9',
  affiliates: ['partner1', 'partner2'],
  utm: { medium: 'm', source: 's', campaign: 'c', content: 'n', term: 't' },
};

const answer = (error_code: number | string = 0, more: object = {}): FakeReply => ({
  json: { error_code, error_text: 'OK', result: [], hash: 'f'.repeat(32), ...more },
});
const formOf = ({ body }: ReceivedRequest) => [...new URLSearchParams(body)];

function start(
  respond: (request: ReceivedRequest) => FakeReply,
  options: { KEY_FIELD?: string; SECRET?: string } = {},
  timeZone = 'UTC',
) {
  return startSource(influencersoft, { credentials, options, timeZone }, respond);
}

async function outcomeOf(reply: FakeReply): Promise<unknown> {
  await using started = await start(() => reply);
  const outcome = await started.source.writes.createInvoice(least).catch((error: { code: string }) => error.code);
  expect(started.requests).toHaveLength(1);
  return outcome;
}

describe('issuing an invoice', () => {
  it('sends every parameter of the document under its name', async () => {
    await using started = await start(() => answer(), {}, 'Europe/Rome');
    expect(await started.source.writes.createInvoice(everything)).toBeNull();
    expect(askedOf(started.requests)).toEqual(['POST /createorder']);
    expect(started.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(started.requests.map(formOf)).toEqual([
      [
        ['rpsKey', 'is_test_key'],
        ['customer_email', 'ann+shop@example.com'],
        ['customer_first_name', 'Åsa & Ann'],
        ['customer_last_name', 'Öberg=Lund'],
        ['customer_middle_name', 'M'],
        ['customer_phone', '+1 555 0100'],
        ['order_ip', '192.0.2.7'],
        ['customer_shipping', 'ship 1'],
        ['customer_shipping_phone', '+1 555 0101'],
        ['customer_shipping_address_2', 'ship 2'],
        ['customer_shipping_city', 'ship city'],
        ['customer_shipping_state', 'ship state'],
        ['customer_shipping_zip', 'ship zip'],
        ['customer_shipping_country_code', 'US'],
        ['customer_billing_address_1', 'bill 1'],
        ['customer_billing_address_2', 'bill 2'],
        ['customer_billing_city', 'bill city'],
        ['customer_billing_state', 'bill state'],
        ['customer_billing_zip', 'bill zip'],
        ['customer_billing_country_code', 'US'],
        ['order_tag', 'spring'],
        ['note', 'Two\nlines'],
        ['order_created_at', '2019-07-30 06:22:16'],
        ['order_paid_at', '2020-01-30 05:22:16'],
        ['order_status', 'MoneyBack'],
        ['order_confirmed', 'No'],
        ['order_sales_manager', '5'],
        ['product_names', '17,18,18'],
        ['product_prices', '10.50,3.00'],
        ['payment_method', 'PayPal'],
        ['coupon', '9'],
        ['affiliates', 'partner1,partner2'],
        ['utm_medium', 'm'],
        ['utm_source', 's'],
        ['utm_campaign', 'c'],
        ['utm_content', 'n'],
        ['utm_term', 't'],
      ],
    ]);
  });

  it('leaves out what was not given', async () => {
    await using started = await start(() => answer());
    await started.source.writes.createInvoice(least);
    expect(started.requests[0]?.body).toBe('rpsKey=is_test_key&customer_email=ann%40example.com&product_names=17');
  });

  it.each([
    ['rps_key', ['rps_key']],
    ['both', ['rpsKey', 'rps_key']],
  ])('sends the key under the name that is set: %s', async (KEY_FIELD, names) => {
    await using started = await start(() => answer(), { KEY_FIELD });
    await started.source.writes.createInvoice(least);
    const keys = started.requests.flatMap(formOf).filter(([, value]) => value === 'is_test_key');
    expect(keys.map(([name]) => name)).toEqual(names);
  });

  it.each([
    [601, 'TAKEN'],
    [600, 'EMAIL'],
    [603, 'NO_PRODUCTS'],
    [604, 'UNKNOWN_PRODUCT'],
    [605, 'DELIVERY'],
    [602, 'OTHER'],
    [3, 'OTHER'],
  ])('is refused with code %i as %s', async (errorCode, reason) => {
    expect(await outcomeOf(answer(errorCode, { result: { bill_id: 7 } }))).toEqual({ reason, errorCode });
    expect(await outcomeOf(answer(String(errorCode)))).toEqual({ reason, errorCode });
  });

  it.each([
    [answer(5), 'PROVIDER_AUTH'],
    [answer(8), 'PROVIDER_RATE_LIMITED'],
    [{ status: 403 }, 'PROVIDER_AUTH'],
    [{ status: 429 }, 'PROVIDER_RATE_LIMITED'],
    [{ json: { error_text: 'OK', result: [] } }, 'PROVIDER_OUTCOME_UNKNOWN'],
    [{ text: 'Warning: something' }, 'PROVIDER_OUTCOME_UNKNOWN'],
    [{ ...answer(0), status: 400 }, 'PROVIDER_OUTCOME_UNKNOWN'],
    [{ status: 500 }, 'PROVIDER_OUTCOME_UNKNOWN'],
    [{ drop: true }, 'PROVIDER_OUTCOME_UNKNOWN'],
  ])('fails after %j as %s', async (reply, code) => {
    expect(await outcomeOf(reply)).toBe(code);
  });

  it('takes an answer whose hash does not fit, and says so in the log without the secret', async () => {
    const right = createHash('md5').update('0::OK::is_test_secret').digest('hex');
    await using started = await start(() => answer(), { SECRET: 'is_test_secret' });
    expect(await started.source.writes.createInvoice(least)).toBeNull();
    expect(started.logLines.join('')).toMatch(/"level":40.*hash does not fit/);
    expect(started.logLines.join('')).not.toMatch(/is_test_secret|is_test_key/);
    await using good = await start(() => answer(0, { hash: right }), { SECRET: 'is_test_secret' });
    await good.source.writes.createInvoice(least);
    expect(good.logLines).toEqual([]);
  });
});

describe('a redirect of an invoice', () => {
  const away = (status: number, location: string) => (request: ReceivedRequest) =>
    request.path === '/createorder' ? { status, headers: { location } } : answer();

  it.each([307, 308])('with %i on the same origin is followed once, with the same form', async (status) => {
    await using started = await start(away(status, '/api/CreateOrder?v=2'));
    expect(await started.source.writes.createInvoice(everything)).toBeNull();
    expect(askedOf(started.requests)).toEqual(['POST /createorder', 'POST /api/CreateOrder?v=2']);
    const [first, second] = started.requests;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['content-type']).toBe(first?.headers['content-type']);
  });

  it('is not followed a second time, and nothing was issued then', async () => {
    await using started = await start(() => ({ status: 307, headers: { location: '/again' } }));
    await expect(started.source.writes.createInvoice(least)).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
    expect(started.requests).toHaveLength(2);
  });

  it.each([301, 302, 303])('with %i is not followed, and the outcome is unknown', async (status) => {
    await using started = await start(away(status, '/CreateOrder'));
    await expect(started.source.writes.createInvoice(least)).rejects.toMatchObject({
      code: 'PROVIDER_OUTCOME_UNKNOWN',
    });
    expect(started.requests).toHaveLength(1);
  });

  it('to another origin takes the key nowhere', async () => {
    await using elsewhere = await startFakeUpstream(() => answer());
    const places = [`${elsewhere.url}/createorder`, `//127.0.0.1:${new URL(elsewhere.url).port}/x`, 'http://', ''];
    for (const location of places) {
      await using started = await start(away(307, location));
      await expect(started.source.writes.createInvoice(least)).rejects.toMatchObject({ code: 'PROVIDER_CONTRACT' });
      expect(started.requests).toHaveLength(1);
    }
    expect(elsewhere.requests).toEqual([]);
  });
});
