import { beforeEach, describe, expect, it } from 'vitest';
import { at, startTestGateway, type TestGateway } from '../support/gateway.js';
import { appliedAt, exampleInput, problemsOf, runOn } from './qpilot-mutations.js';

let gateway: TestGateway;
beforeEach(async () => {
  const started = await startTestGateway({ sandbox: { orders: 40 } });
  gateway = started;
  return () => started[Symbol.asyncDispose]();
});
const run = (name: string, input?: object) => runOn(gateway, name, input);
const applied = () => appliedAt(gateway);

describe('input', () => {
  it.each([
    [
      'CreateCustomer',
      {
        externalId: ' ',
        email: 'x',
        shippingAddress: { lines: ['1', '2', '3'], countryCode: 'Sweden' },
        paymentMethods: [{ type: 'UNKNOWN', gatewayCustomerId: '', gatewayPaymentId: 'p' }],
      },
      [
        'externalId REQUIRED',
        'email INVALID',
        'shippingAddress.lines TOO_MANY',
        'shippingAddress.countryCode INVALID',
        'paymentMethods.0.type INVALID',
        'paymentMethods.0.gatewayCustomerId REQUIRED',
      ],
    ],
    [
      'AddPaymentMethod',
      { customerId: '', type: 'STRIPE', gatewayCustomerId: 'c', gatewayPaymentId: '' },
      ['customerId REQUIRED', 'gatewayPaymentId REQUIRED'],
    ],
    ['CreateSubscriptionProduct', { externalId: '1', title: '', price: '-1' }, ['title REQUIRED', 'price INVALID']],
    [
      'CreateScheduledOrder',
      { customerId: '15', paymentMethodId: 'x', frequency: { unit: 'DAY_OF_THE_WEEK', value: 8 }, items: [] },
      ['items REQUIRED', 'paymentMethodId INVALID', 'frequency.value INVALID'],
    ],
    ['UpdateScheduledOrder', { id: '880001', status: 'DELETED' }, ['status UNSUPPORTED']],
    ['UpdateScheduledOrder', { id: '880001' }, [' REQUIRED']],
    ['CustomerAccessToken', { customerId: ' ' }, ['customerId REQUIRED']],
  ])('of %s is checked as a whole before any call', async (name, input, expected) => {
    const answer = await run(name, input);
    expect(answer.errors).toBeUndefined();
    expect(problemsOf(answer, name.slice(0, 1).toLowerCase() + name.slice(1)).toSorted()).toEqual(expected.toSorted());
    expect(gateway.calls()).toEqual({});
  });

  it('takes a customer by global id of e-mail, and refuses one whose e-mail several have or none has', async () => {
    const idOf = async (email: string) =>
      at(
        await gateway.query('query ($by: CustomerLookup!) { customer(by: $by) { id } }', { by: { email } }),
        'customer.id',
      );
    const add = async (customerId: unknown) =>
      run('AddPaymentMethod', { ...exampleInput('AddPaymentMethod'), idempotencyKey: null, customerId });
    expect(problemsOf(await add(await idOf('chris@example.com')), 'addPaymentMethod')).toEqual([]);
    const twice = gateway.sandbox.world.shoppers.find(({ id }) => id === '15')?.email ?? '';
    expect(problemsOf(await add(await idOf(twice)), 'addPaymentMethod')).toEqual(['customerId INVALID']);
    const product = Buffer.from('cg1:Product:QPILOT:1').toString('base64url');
    expect(problemsOf(await add(product), 'addPaymentMethod')).toEqual(['customerId INVALID']);
    const forged = Buffer.from('cg1:Customer:EMAIL:AAAA').toString('base64url');
    expect(problemsOf(await add(forged), 'addPaymentMethod')).toEqual(['customerId INVALID']);
    expect(await applied()).toEqual({ createPaymentMethod: 1 });
  });
});

describe('a token for a customer', () => {
  it('is made anew for each call, reaches that customer, and is in no log and no ledger', async () => {
    const ask = async () => at(await run('CustomerAccessToken', { customerId: '0001' }), 'customerAccessToken.token');
    const [one, other] = [await ask(), await ask()];
    expect(one).not.toBe(other);
    const url = `${gateway.sandbox.providers.qpilot.url}/Sites/77/Customers`;
    const read = async (id: string) =>
      (await fetch(`${url}/${id}`, { headers: { authorization: `Bearer ${one}` } })).status;
    expect([await read('0001'), await read('15')]).toEqual([200, 403]);
    expect(gateway.asked('qpilot').slice(0, 2)).toEqual(Array(2).fill('POST /Sites/77/AccessTokens/CustomerLogin'));
    expect(gateway.logLines.join('')).not.toContain(one as string);
  });

  it('is refused for a customer QPilot does not know', async () => {
    const answer = await run('CustomerAccessToken', { customerId: '404' });
    expect(at(answer, 'customerAccessToken')).toMatchObject({ token: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });
});

describe('a refusal of the provider', () => {
  it('reaches the caller as a problem of the input, and is remembered under the key', async () => {
    const input = { ...exampleInput('CreateScheduledOrder'), customerId: '16' };
    const [first, second] = [await run('CreateScheduledOrder', input), await run('CreateScheduledOrder', input)];
    expect(at(first, 'createScheduledOrder')).toEqual({
      scheduledOrder: null,
      userErrors: [{ field: [], code: 'REJECTED', message: 'Customer was not found.' }],
    });
    expect(second.data).toEqual(first.data);
    expect(gateway.asked('qpilot')).toHaveLength(2);
  });
});
