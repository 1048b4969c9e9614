import { expect, it } from 'vitest';
import { mentions } from '../../../src/writes/mentions.js';

const email = 'anna.gone@example.com';

it.each([
  email,
  ' Anna.Gone@Example.COM ',
  'A customer with the e-mail anna.gone@example.com exists already.',
  'Anna Gone <ANNA.GONE@EXAMPLE.COM>, customer 17',
  "'anna.gone@example.com' is taken",
  'email=anna.gone@example.com&site=77',
  'joanna.gone@example.com, anna.gone@example.com',
])('a value mentions an address in %j', (text) => {
  expect(mentions({ customer: null, userErrors: [{ message: text }] }, email)).toBe(true);
});

it.each([
  'joanna.gone@example.com is taken',
  'mary-anna.gone@example.com is taken',
  'mary.anna.gone@example.com is taken',
  "o'anna.gone@example.com is taken",
  'maríanna.gone@example.com is taken',
  'anna.gone@example.community is taken',
  'anna.gone@example.com.au is taken',
  'anna.gone@example.com-shop.net is taken',
  'anna.gone@example is taken',
])('a value does not mention an address that is part of another in %j', (text) => {
  expect(mentions({ customer: null, userErrors: [{ message: text }] }, email)).toBe(false);
});

it('letters written in two parts are the same address as written in one', () => {
  expect(mentions(['E-mail ZOE\u0301@example.com exists.'], 'zo\u00e9@example.com')).toBe(true);
});
