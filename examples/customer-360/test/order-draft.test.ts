import { describe, expect, test } from 'vitest';
import { checkDraft, fieldOf, type OrderDraft, toOrder } from '../src/new-order/order-draft.js';

const draft: OrderDraft = {
  sku: 'MUG-1013',
  quantity: 2,
  shippingId: '',
  name: ' Chris Wilking ',
  street: '740 Evergreen Terrace',
  postalCode: '',
  city: 'Springfield',
  countryCode: 'us',
};

describe('a new order', () => {
  test('is what was typed, tidied', () => {
    expect(toOrder(draft, 'chris@example.com')).toEqual({
      customer: {
        type: 'CONSUMER',
        email: 'chris@example.com',
        shippingAddress: {
          name: 'Chris Wilking',
          lines: ['740 Evergreen Terrace'],
          city: 'Springfield',
          countryCode: 'US',
        },
      },
      products: [{ sku: 'MUG-1013', quantity: 2 }],
    });
  });

  test('says what is missing before it is sent', () => {
    expect(checkDraft(draft)).toEqual({});
    expect(checkDraft({ ...draft, sku: '', city: ' ', quantity: 0, countryCode: 'USA' })).toEqual({
      sku: 'required',
      city: 'required',
      quantity: 'quantityWrong',
      countryCode: 'countryHint',
    });
  });

  test.each([
    [['orders', '0', 'customer', 'shippingAddress', 'countryCode'], 'countryCode'],
    [['orders', '0', 'customer', 'shippingAddress', 'lines', '0'], 'street'],
    [['orders', '0', 'products', '0', 'sku'], 'sku'],
    [['orders', '0', 'products', '0', 'quantity'], 'quantity'],
    [['orders', '0', 'shipping', 'id'], 'shippingId'],
    [['orders', '0'], null],
    [['idempotencyKey'], null],
  ])('shows the message about %j beside its field', (field, expected) => {
    expect(fieldOf({ field, message: 'No.', code: 'INVALID' })).toBe(expected);
  });
});
