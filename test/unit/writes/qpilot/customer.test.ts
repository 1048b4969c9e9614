import { describe, expect, it } from 'vitest';
import { InputCheck } from '../../../../src/writes/input-check.js';
import { readNewCustomer } from '../../../../src/writes/qpilot/customer.js';

type Input = Parameters<typeof readNewCustomer>[0];
const minimum: Input = { externalId: '29920', email: 'chris@example.com' };

function read(given: Partial<Input>) {
  const check = new InputCheck();
  const customer = readNewCustomer({ ...minimum, ...given }, check);
  return { customer, problems: check.errors.map(({ field, code }) => `${field.join('.')} ${code}`) };
}

describe('a new customer', () => {
  it('has nothing that was not given', () => {
    expect(read({ firstName: null, paymentMethods: null })).toEqual({
      customer: {
        externalId: '29920',
        email: 'chris@example.com',
        firstName: null,
        lastName: null,
        phone: null,
        company: null,
        shippingAddress: null,
        billingAddress: null,
        cards: [],
      },
      problems: [],
    });
  });

  it.each([
    [{ firstName: 'Chris', lastName: 'Wilkins', name: ' Chris  Wilkins' }, 'Chris', 'Wilkins'],
    [{ lastName: 'Wilkins' }, null, 'Wilkins'],
    [{ name: 'Anna Maria  Ek' }, 'Anna Maria', 'Ek'],
    [{ name: 'Chris' }, 'Chris', null],
    [{}, null, null],
  ])('takes the names of the address %j', (shippingAddress, firstName, lastName) => {
    expect(read({ shippingAddress }).customer.shippingAddress).toMatchObject({ firstName, lastName });
  });

  it('takes phone and company of the address where it has none of its own', () => {
    const { customer, problems } = read({
      shippingAddress: { phone: ' 1 ', company: 'AB' },
      billingAddress: { phone: '1', company: 'AB', email: 'CHRIS@example.com' },
    });
    expect([customer.phone, customer.company, problems]).toEqual(['1', 'AB', []]);
  });

  it('leaves out blank street lines and reads a country in any case', () => {
    const { customer } = read({ billingAddress: { lines: ['', ' One ', 'Two'], countryCode: 'us' } });
    expect(customer.billingAddress).toMatchObject({ lines: ['One', 'Two'], countryCode: 'US' });
  });

  it.each([
    [{ externalId: ' ' }, ['externalId REQUIRED']],
    [{ email: 'nobody' }, ['email INVALID']],
    [{ firstName: 'a\u0000b' }, ['firstName INVALID']],
    [{ shippingAddress: { lines: ['1', '2', '3'] } }, ['shippingAddress.lines TOO_MANY']],
    [{ shippingAddress: { countryCode: 'Sweden' } }, ['shippingAddress.countryCode INVALID']],
    [{ billingAddress: { countryCode: 'XX' } }, ['billingAddress.countryCode INVALID']],
    [
      { shippingAddress: { firstName: 'Chris', lastName: 'Wilkins', name: 'Somebody Else' } },
      ['shippingAddress.name UNSUPPORTED'],
    ],
    [{ billingAddress: { lastName: 'Wilkins', name: 'Chris Wilkins' } }, ['billingAddress.name UNSUPPORTED']],
    [{ billingAddress: { email: 'other@example.com' } }, ['billingAddress.email UNSUPPORTED']],
    [{ phone: '1', shippingAddress: { phone: '2' } }, ['shippingAddress.phone UNSUPPORTED']],
    [{ shippingAddress: { company: 'A' }, billingAddress: { company: 'B' } }, ['billingAddress.company UNSUPPORTED']],
    [
      { email: '', shippingAddress: { city: 'a\nb', lines: ['1', '2', '3'] } },
      ['email REQUIRED', 'shippingAddress.lines TOO_MANY', 'shippingAddress.city INVALID'],
    ],
  ] as const)('with %j has the problems %j', (given, problems) => {
    expect(read(given).problems.toSorted()).toEqual(problems.toSorted());
  });
});

describe('cards of a new customer', () => {
  const card = { type: 'STRIPE', gatewayCustomerId: 'cus_test_1', gatewayPaymentId: 'pm_test_1' } as const;

  it.each([
    ['0930', '0930'],
    ['09/30', '0930'],
  ])('end at %s', (expiresOn, expected) => {
    expect(read({ paymentMethods: [{ ...card, expiresOn }] }).customer.cards).toMatchObject([{ expiresOn: expected }]);
  });

  it('have all their problems named by their place', () => {
    const paymentMethods = [
      card,
      { ...card, type: 'UNKNOWN', gatewayCustomerId: '' },
      { ...card, expiresOn: '1330', lastFourDigits: '4242424242424242', gatewayPaymentId: ' ' },
    ] as const;
    expect(read({ paymentMethods }).problems).toEqual([
      'paymentMethods.1.type INVALID',
      'paymentMethods.1.gatewayCustomerId REQUIRED',
      'paymentMethods.2.gatewayPaymentId REQUIRED',
      'paymentMethods.2.expiresOn INVALID',
      'paymentMethods.2.lastFourDigits INVALID',
    ]);
  });

  it('are at most twenty', () => {
    expect(read({ paymentMethods: Array.from({ length: 20 }, () => card) }).problems).toEqual([]);
    expect(read({ paymentMethods: Array.from({ length: 21 }, () => card) }).problems).toEqual([
      'paymentMethods TOO_MANY',
    ]);
  });
});
