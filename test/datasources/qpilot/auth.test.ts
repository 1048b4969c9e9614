import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { qpilot } from '../../../src/datasources/qpilot/index.js';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { askedOf, type FakeReply } from '../../support/fake-upstream.js';
import { startSource } from '../../support/provider-parts.js';
import { qpilotSettings, siteCalls, startQPilot } from './start-qpilot.js';

const customer = { id: '29920', email: 'chris@example.com' };

/** A source whose logins are answered one after the other; site calls are refused unless their token is `good`. */
function startWithLogins(logins: readonly FakeReply[]) {
  let made = 0;
  return startSource(qpilot, qpilotSettings, ({ path, headers }) => {
    if (path === '/AccessTokens/Login') return logins[made++] ?? { status: 418 };
    return headers.authorization === 'Bearer good' ? { json: customer } : { status: 401 };
  });
}

describe('merchant login', () => {
  it('logs in once for all calls of an operation, only when the first call needs it', async () => {
    await using started = await startQPilot(() => ({ json: customer }));
    expect(started.requests).toEqual([]);
    await Promise.all([
      started.source.customers.byExternalId.load('29920'),
      started.source.paymentMethods.byExternalId.load('10933'),
      started.source.scheduledOrders.byExternalId.load('7'),
    ]);
    await started.source.customers.byExternalId.load('15');
    const [login, ...calls] = started.requests;
    expect(login).toMatchObject({ method: 'POST', path: '/AccessTokens/Login' });
    expect(login?.headers).toMatchObject({ 'content-type': 'application/json', accept: 'application/json' });
    expect(login?.headers.authorization).toBeUndefined();
    expect(JSON.parse(login?.body ?? '')).toEqual({
      email: 'merchant@shop.example.com',
      password: 'qp_test_password',
      accessScope: 'Merchant',
    });
    expect(calls.map(({ headers }) => headers.authorization)).toEqual(Array(4).fill('Bearer qp_test_token'));
  });

  it.each([['tokenBearerAuth'], ['TokenBearerAuth'], ['tokenAuth'], ['TokenAuth']])(
    'reads the token out of %s',
    async (name) => {
      await using started = await startWithLogins([{ json: { [name]: 'good' } }]);
      expect(await started.source.customers.byExternalId.load('29920')).toMatchObject({ externalId: '29920' });
    },
  );

  it('prefers the bearer token over the older one', async () => {
    await using started = await startWithLogins([{ json: { TokenAuth: 'older', TokenBearerAuth: 'good' } }]);
    expect(await started.source.customers.byExternalId.load('29920')).not.toBeNull();
  });

  it('logs in anew once when a token has expired, and asks again', async () => {
    await using started = await startWithLogins([
      { json: { tokenBearerAuth: 'expired' } },
      { json: { tokenBearerAuth: 'good' } },
    ]);
    const found = await started.source.customers.byExternalId.load('29920');
    expect(found).toMatchObject({ email: 'chris@example.com' });
    expect(askedOf(started.requests)).toEqual([
      'POST /AccessTokens/Login',
      'GET /Sites/42/Customers/29920',
      'POST /AccessTokens/Login',
      'GET /Sites/42/Customers/29920',
    ]);
  });

  it('shares the second login among calls that are refused together', async () => {
    await using started = await startWithLogins([
      { json: { tokenBearerAuth: 'expired' } },
      { json: { tokenBearerAuth: 'good' } },
    ]);
    const { customers } = started.source;
    await Promise.all([customers.byExternalId.load('29920'), customers.byExternalId.load('15')]);
    expect(started.requests.filter(({ path }) => path === '/AccessTokens/Login')).toHaveLength(2);
  });

  it('gives up when the second token is refused as well, for the rest of the operation', async () => {
    const login = { json: { tokenBearerAuth: 'bad' } };
    await using started = await startWithLogins([login, login, login]);
    const { customers } = started.source;
    await expect(customers.byExternalId.load('29920')).rejects.toMatchObject({ code: 'PROVIDER_AUTH' });
    await expect(customers.byExternalId.load('15')).rejects.toMatchObject({ code: 'PROVIDER_AUTH' });
    expect(askedOf(started.requests)).toEqual([
      'POST /AccessTokens/Login',
      'GET /Sites/42/Customers/29920',
      'POST /AccessTokens/Login',
      'GET /Sites/42/Customers/29920',
      'GET /Sites/42/Customers/15',
    ]);
  });

  it.each([[400], [401], [403], [404]])(
    'takes a login answered with status %i as refused and makes no second try',
    async (status) => {
      await using started = await startWithLogins([{ status }, { json: { tokenBearerAuth: 'good' } }]);
      const { customers } = started.source;
      await expect(customers.byExternalId.load('29920')).rejects.toMatchObject({ code: 'PROVIDER_AUTH' });
      await expect(customers.byExternalId.load('15')).rejects.toMatchObject({ code: 'PROVIDER_AUTH' });
      expect(askedOf(started.requests)).toEqual(['POST /AccessTokens/Login']);
    },
  );

  it.each([[{}], [{ tokenBearerAuth: '' }], [{ TokenBearerAuth: null }]])(
    'takes an answer without a token as refused: %j',
    async (json) => {
      await using started = await startWithLogins([{ json }]);
      await expect(started.source.products.byExternalId.load('1')).rejects.toMatchObject({
        code: 'PROVIDER_AUTH',
        detail: 'login: no token in the answer',
      });
    },
  );

  it('repeats a login that met a failing server', async () => {
    await using started = await startWithLogins([{ status: 503 }, { json: { tokenBearerAuth: 'good' } }]);
    expect(await started.source.customers.byExternalId.load('29920')).not.toBeNull();
    expect(started.requests).toHaveLength(3);
  });
});

describe('paths', () => {
  it('puts the prefix in front of every path and encodes site and ids', async () => {
    const settings = {
      credentials: { ...qpilotSettings.credentials, SITE_ID: 'a/b' },
      options: { PATH_PREFIX: '/api/v3/' },
    };
    await using started = await startSource(qpilot, settings, ({ path }) =>
      path.endsWith('/Login') ? { json: { tokenBearerAuth: 'good' } } : { json: { id: '../0 1' } },
    );
    expect(await started.source.customers.byExternalId.load('../0 1')).toMatchObject({ externalId: '../0 1' });
    expect(askedOf(started.requests)).toEqual([
      'POST /api/v3/AccessTokens/Login',
      'GET /api/v3/Sites/a%2Fb/Customers/..%2F0%201',
    ]);
  });

  it('asks nothing for a blank id, which would be the path of the whole list', async () => {
    await using started = await startQPilot(() => ({ json: [customer] }));
    const { customers, paymentMethods, products, scheduledOrders } = started.source;
    expect(await customers.byExternalId.load('')).toBeNull();
    expect(await customers.byEmail.load(' ')).toEqual([]);
    expect(await paymentMethods.byExternalId.load('')).toBeNull();
    expect(await paymentMethods.byCustomer.load('')).toEqual([]);
    expect(await scheduledOrders.byExternalId.load('')).toBeNull();
    expect(await scheduledOrders.byCustomer.load('')).toEqual([]);
    expect(await scheduledOrders.cycles.load('')).toBeNull();
    expect(await products.byExternalId.load('')).toBeNull();
    expect(await products.bySku.load('')).toEqual([]);
    expect(started.requests).toEqual([]);
  });
});

describe('customer login', () => {
  it('asks for a token of one customer, the id as text with its zeros, and keeps the token unprintable', async () => {
    await using started = await startQPilot((call) =>
      call === 'POST /AccessTokens/CustomerLogin' ? { json: { tokenBearerAuth: 'qp_customer_token' } } : undefined,
    );
    const token = await started.source.customerToken.load('0001');
    expect(token.reveal()).toBe('qp_customer_token');
    expect(inspect(token) + JSON.stringify(token)).not.toContain('qp_customer_token');
    expect(siteCalls(started.requests)).toEqual(['POST /AccessTokens/CustomerLogin']);
    expect(JSON.parse(started.requests[0]?.body ?? '')).toEqual({
      email: 'merchant@shop.example.com',
      password: 'qp_test_password',
      customerId: '0001',
    });
  });

  it('is rejected for a customer QPilot does not know', async () => {
    await using started = await startQPilot(() => ({ status: 404 }));
    await expect(started.source.customerToken.load('7')).rejects.toMatchObject({ code: 'PROVIDER_REJECTED' });
  });
});

it('shows neither password nor token in errors and logs', async () => {
  await using started = await startQPilot((_call, { headers, body }) => ({
    status: 500,
    json: { message: `${headers.authorization} ${body} qp_test_password` },
  }));
  const error = await started.source.products.byExternalId.load('1').catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(UpstreamError);
  expect(started.logLines.length).toBeGreaterThan(0);
  const shown = `${inspect(error, { depth: null })}${started.logLines.join('')}`;
  expect(shown).not.toMatch(/qp_test_|Bearer|merchant@/);
});
