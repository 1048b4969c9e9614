import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.js';
import { codesOf } from '../support/writing.js';
import { idOf } from './support/arguments.js';
import { accessEnv, bearer, customerClaims, tokenOf } from './support/credentials.js';
import { bob, startShop, withKey } from './support/shop.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startShop({ orders: 10, env: { ...accessEnv } });
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => gateway.sandbox.clear());

const plain = 'PLAIN1';

/** What a caller may give for an id or a number to have another address asked. */
const hostile: readonly string[] = [
  '../Customers/29920',
  '..',
  '.',
  '../../AccessTokens/Login',
  '..%2f..%2fCustomers%2f29920',
  '%2e%2e',
  '%2e%2e%2fCustomers',
  '..\\..\\Customers',
  '880001?customerId=29920',
  '880001#fragment',
  '880001;a=b',
  '880001&apiKey=other',
  '//evil.example.com/',
  'http://evil.example.com/',
  '@evil.example.com',
  '880001 HTTP/1.1',
  '880001%0d%0aX-Injected: 1',
  '%00',
  '%',
  '+',
  'a b',
  '😀',
  '\u202e10088\u202c',
  '\u2028',
  '\ufeffa',
  'ａ／ｂ',
  '"\'<>`{}|^',
  'n'.repeat(500),
];
/** Refused before anything is asked. */
const refused: readonly string[] = [
  'a\r\nX-Injected: 1',
  'a\nb',
  'a\u0000b',
  '\u0085x',
  'a\ud800b',
  'n'.repeat(5000),
  '',
  '   ',
  '\t',
];

/** Documents that put a text into each place that becomes part of an address, with `$text` for it. */
const places: Readonly<Record<string, string>> = {
  order: 'query ($text: String) { order(by: { reference: $text }) { id } }',
  orderId: 'query ($text: ID) { order(by: { id: $text }) { id } }',
  parcel: 'query ($text: String) { shipment(by: { trackingNumber: $text }) { id } }',
  parcelId: 'query ($text: ID) { shipment(by: { id: $text }) { id } }',
  parcelOfOrder: 'query ($text: String) { shipment(by: { reference: $text }) { id } }',
  scheduledOrder: 'query ($text: ID) { scheduledOrder(by: { id: $text }) { id orders { nodes { id } } } }',
  customer: 'query ($text: String) { customer(by: { externalId: $text }) { id } }',
  customerId: 'query ($text: ID) { customer(by: { id: $text }) { id } }',
  sku: 'query ($text: String) { product(by: { sku: $text }) { id } }',
  productId: 'query ($text: ID) { product(by: { id: $text }) { id } }',
  search: 'query ($text: String) { customers(search: $text) { nodes { id } } }',
};
const writes: Readonly<Record<string, string>> = {
  updateScheduledOrder:
    'mutation ($text: ID!) { updateScheduledOrder(input: { id: $text, status: PAUSED }) { userErrors { code } } }',
  deleteShipment:
    'mutation ($text: String!) { deleteShipment(input: { trackingNumber: $text }) { userErrors { code } } }',
  customerAccessToken:
    'mutation ($text: ID!) { customerAccessToken(input: { customerId: $text }) { userErrors { code } } }',
  addPaymentMethod:
    'mutation ($text: ID!) { addPaymentMethod(input: { customerId: $text, type: STRIPE, gatewayCustomerId: "c", gatewayPaymentId: "p" }) { userErrors { code } } }',
};
const nodes: readonly (readonly [type: string, provider: string])[] = [
  ['Order', 'QUICKBUTIK'],
  ['Order', 'QAPLA'],
  ['Shipment', 'QAPLA'],
  ['ScheduledOrder', 'QPILOT'],
  ['PaymentMethod', 'QPILOT'],
  ['Customer', 'QPILOT'],
  ['Customer', 'QUICKBUTIK'],
  ['Product', 'QUICKBUTIK'],
  ['Product', 'QPILOT'],
  ['Category', 'QUICKBUTIK'],
  ['CommerceOrder', 'QARD'],
];

/** The forms of what was asked: where the text stands alone in a segment or a value, a mark stands for it. */
function shapesFor(text: string): Set<string> {
  // Half a character is sent as the mark for one that is lost.
  const whole = Buffer.from(text, 'utf8').toString('utf8');
  const compact = whole.replaceAll(/[\s-]/g, '');
  const wanted = new Set([whole, whole.trim(), compact, compact.toUpperCase()].filter((form) => form !== ''));
  // What is a step upwards as it stands is written so that it stays one.
  const mark = (part: string) =>
    wanted.has(part) || (['.', '..'].includes(text.trim()) && part === text.trim().replaceAll('.', '%2E'))
      ? '{}'
      : part;
  const requests = Object.values(gateway.sandbox.providers).flatMap(({ name, requests }) =>
    requests.map((request) => ({ name, ...request })),
  );
  return new Set(
    requests.map(({ name, method, path, query }) => {
      const segments = path
        .split('/')
        // As it stands it would be a step that a server on the way may take.
        .map((segment) => (['.', '..'].includes(segment) ? 'A STEP' : mark(decodeURIComponent(segment))));
      const values = [...new URLSearchParams(query)].map(
        ([key, value]) => `${key}=${mark(value).replace(/^\d.*/, '…')}`,
      );
      return `${name} ${method} ${segments.join('/')}?${values.join('&')}`;
    }),
  );
}

async function shapesOf(document: string, text: string): Promise<{ shapes: Set<string>; codes: unknown[] }> {
  gateway.sandbox.clear();
  const answer = await gateway.query(document, { text }, withKey);
  return { shapes: shapesFor(text), codes: codesOf(answer) };
}

describe('a text in a place that becomes part of an address', () => {
  it.each(Object.entries({ ...places, ...writes }))(
    'is one segment or value of it, whatever it is: %s',
    async (_, document) => {
      const usual = await shapesOf(document, plain);
      const escaped: unknown[] = [];
      for (const text of hostile) {
        const { shapes, codes } = await shapesOf(document, text);
        const strange = [...shapes].filter((shape) => !usual.shapes.has(shape));
        if (strange.length > 0 || codes.includes('INTERNAL_SERVER_ERROR')) escaped.push({ text, strange, codes });
      }
      expect(escaped).toEqual([]);
    },
  );

  it.each(Object.entries({ ...places, ...writes }))(
    'is refused without a call when it has control characters, nothing or too much: %s',
    async (_, document) => {
      for (const text of refused) {
        gateway.sandbox.clear();
        const answer = await gateway.query(document, { text }, withKey);
        const isHalf = /[\ud800-\udfff]/.test(text);
        // Half a character cannot be sent: it arrives as the mark for one that is lost, an ordinary text.
        if (isHalf && codesOf(answer).length === 0) continue;
        expect([JSON.stringify(text).slice(0, 30), gateway.calls()]).toEqual([JSON.stringify(text).slice(0, 30), {}]);
        expect(JSON.stringify(answer)).toMatch(/BAD_USER_INPUT|INVALID|REQUIRED|TOO_LONG/);
      }
    },
  );

  it.each(nodes)('is one segment or value inside a global id too: %s of %s', async (type, provider) => {
    const document = 'query ($id: ID!) { node(id: $id) { id } }';
    const shapesBy = async (text: string) => {
      gateway.sandbox.clear();
      const answer = await gateway.query(document, { id: idOf(type, provider, text) }, withKey);
      expect(codesOf(answer)).not.toContain('INTERNAL_SERVER_ERROR');
      return shapesFor(text);
    };
    const usual = await shapesBy(plain);
    for (const text of [...hostile, ...refused.filter((text) => text !== '')]) {
      const strange = [...(await shapesBy(text))].filter((shape) => !usual.has(shape));
      expect([text.slice(0, 40), strange]).toEqual([text.slice(0, 40), []]);
    }
  });

  it('does the same for a change by a shopper, in a global id', async () => {
    const headers = bearer(await tokenOf(customerClaims(bob.email, bob.id)));
    for (const text of [...hostile, ...refused.filter((text) => text !== '')]) {
      gateway.sandbox.clear();
      const document =
        'mutation ($id: ID!) { updateScheduledOrder(input: { id: $id, status: PAUSED }) { userErrors { code } } }';
      const answer = await gateway.query(document, { id: idOf('ScheduledOrder', 'QPILOT', text) }, headers);
      expect(codesOf(answer)).not.toContain('INTERNAL_SERVER_ERROR');
      const asked = [...shapesFor(text)].filter((shape) => !/AccessTokens\/Login/.test(shape));
      expect(asked.filter((shape) => !/^qpilot GET \/Sites\/77\/ScheduledOrders\/\{\}\?$/.test(shape))).toEqual([]);
    }
  });

  it('makes no address of the claims of a token', async () => {
    for (const text of hostile.filter((text) => text.length < 400)) {
      gateway.sandbox.clear();
      const headers = bearer(await tokenOf(customerClaims(null, text)));
      const answer = await gateway.query(
        '{ customer(by: { externalId: "1" }) { id } scheduledOrder(by: { id: "880001" }) { id } }',
        {},
        headers,
      );
      expect(JSON.stringify(answer.data)).toBe('{"customer":null,"scheduledOrder":null}');
      expect(
        [...shapesFor(text)].filter(
          (shape) => !/AccessTokens\/Login|ScheduledOrders\/880001|Customers\/\{\}/.test(shape),
        ),
      ).toEqual([]);
    }
  });
});
