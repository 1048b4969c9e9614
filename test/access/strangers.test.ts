import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CustomerIdCipher } from '../../src/domain/customer-id-cipher.js';
import type { TestGateway } from '../support/gateway.js';
import { idOf } from './support/arguments.js';
import { bearer, customerClaims, tokenOf } from './support/credentials.js';
import { literal } from './support/documents.js';
import { ann, asBob, bob, callsAt, idSecret, startShop } from './support/shop.js';
import { firstEvent } from './support/streams.js';

interface Key {
  readonly id?: string;
  readonly email?: string;
  readonly externalId?: string;
}

const sealedId = (email: string) => idOf('Customer', 'EMAIL', new CustomerIdCipher(idSecret).seal(email));

/** A stranger whom providers know, and somebody whom none knows, each named in the same way. */
const pairs: Readonly<Record<string, readonly [known: Key, unknown: Key]>> = {
  'an e-mail': [{ email: ann.email }, { email: 'crhis@example.com' }],
  "QPilot's id": [{ externalId: ann.id }, { externalId: '29929' }],
  "QPilot's id as an id": [{ id: ann.id }, { id: '29929' }],
  "a global id of QPilot's": [{ id: idOf('Customer', 'QPILOT', ann.id) }, { id: idOf('Customer', 'QPILOT', '29929') }],
  'the global id of an e-mail': [{ id: sealedId(ann.email) }, { id: sealedId('crhis@example.com') }],
  'the id of a shopper in an order': [
    { id: idOf('Customer', 'QUICKBUTIK', '20058') },
    { id: idOf('Customer', 'QUICKBUTIK', '99999') },
  ],
};

describe.each([
  { title: 'without a directory', hasDirectory: false },
  { title: 'with a directory', hasDirectory: true },
])('a stranger, $title', ({ hasDirectory }) => {
  let gateway: TestGateway;
  let callers: readonly Record<string, string>[];
  beforeAll(async () => {
    gateway = await startShop({ hasDirectory });
    callers = [
      await asBob(),
      bearer(await tokenOf(customerClaims(bob.email, null))),
      bearer(await tokenOf(customerClaims(null, bob.id))),
      bearer(await tokenOf({ scope: 'customer' })),
    ];
  }, 60_000);
  afterAll(() => gateway[Symbol.asyncDispose]());
  beforeEach(() => gateway.sandbox.clear());

  /** What is answered to a document, and what is sent for it. */
  async function traceOf(document: string, headers: Record<string, string>) {
    gateway.sandbox.clear();
    const { data, errors, extensions } = await gateway.query(document, {}, headers);
    const told = errors?.map(({ message, extensions }) => ({ message, ...extensions, requestId: null }));
    return { data, told, extensions, calls: callsAt(gateway.sandbox) };
  }

  it.each(Object.entries(pairs))(
    'is looked for by %s as little as somebody whom nobody knows',
    async (_, [known, unknown]) => {
      const lookUp = (by: object) => `{ customer(by: ${literal(by)}) { __typename id } }`;
      for (const headers of callers) {
        const one = await traceOf(lookUp(known), headers);
        expect(one).toEqual(await traceOf(lookUp(unknown), headers));
        expect(one.data).toEqual({ customer: null });
        // Of the caller's own records alone may be asked.
        expect(
          one.calls.filter(
            (call) => !/AccessTokens\/Login|\/Customers\/(15|guest-15)\?|\/Customers\?.*elin/.test(call),
          ),
        ).toEqual([]);
      }
    },
  );

  it('is looked for by a node as little', async () => {
    const ids = Object.values(pairs).flatMap(([{ id: known }, { id: unknown }]) =>
      known === undefined || known === ann.id ? [] : [[known, unknown] as const],
    );
    expect(ids).toHaveLength(3);
    for (const headers of callers) {
      for (const [known, unknown] of ids) {
        const one = await traceOf(`{ node(id: "${known}") { id } nodes(ids: ["${known}"]) { id } }`, headers);
        expect(one).toEqual(
          await traceOf(`{ node(id: "${unknown}") { id } nodes(ids: ["${unknown}"]) { id } }`, headers),
        );
        expect(one.data).toEqual({ node: null, nodes: [null] });
      }
    }
  });

  it('is followed as little', async () => {
    const [known, unknown] = [ann.id, '29929'];
    const filters = (id: string, email: string) => [
      `orderChanged(filter: { customerId: "${id}" }) { event }`,
      `orderChanged(filter: { customerId: "${sealedId(email)}" }) { event }`,
      `orderChanged(filter: { customerEmail: "${email}" }) { event }`,
      `scheduledOrderChanged(filter: { customerId: "${id}" }) { event }`,
      `scheduledOrderChanged(filter: { customerId: "${sealedId(email)}" }) { event }`,
    ];
    const headers = await asBob();
    for (const [index, filter] of filters(known, ann.email).entries()) {
      const answers = [];
      for (const document of [filter, filters(unknown, 'crhis@example.com')[index]]) {
        gateway.sandbox.clear();
        const event = await firstEvent(gateway.url, `subscription { ${document} }`, headers, 150);
        answers.push([event.replace(/"requestId":"[^"]+"/, ''), callsAt(gateway.sandbox)]);
      }
      expect(answers[0]).toEqual(answers[1]);
    }
  });

  it('causes no call for what only the merchant may see', async () => {
    const ids = ['CommerceCustomer', 'CommerceOrder', 'CommerceProduct', 'CommerceLocation', 'CommerceLink'].map(
      (type) => idOf(type, 'QARD', '6700001'),
    );
    for (const headers of callers) {
      const { data, told } = await traceOf(`{ nodes(ids: ${literal(ids)}) { id } }`, headers);
      expect([data, told]).toEqual([{ nodes: ids.map(() => null) }, undefined]);
    }
    expect(gateway.calls()).toEqual({});
  });
});

describe('nobody, where the catalog is public', () => {
  it('causes no call by naming what belongs to somebody', async () => {
    await using gateway = await startShop({ env: { PUBLIC_CATALOG: '1' } });
    const ids = [
      idOf('Order', 'QUICKBUTIK', '20058'),
      idOf('Order', 'QAPLA', 'MP-2041'),
      idOf('Customer', 'QPILOT', ann.id),
      sealedId(ann.email),
      idOf('Shipment', 'QAPLA', '1Z0V5V416893352839'),
      idOf('ScheduledOrder', 'QPILOT', '880001'),
      idOf('PaymentMethod', 'QPILOT', '10930'),
      idOf('CommerceCustomer', 'QARD', '6700001'),
    ];
    const answer = await gateway.query(`{ nodes(ids: ${literal(ids)}) { __typename id } }`);
    expect(answer.data).toEqual({ nodes: ids.map(() => null) });
    expect(answer.errors).toBeUndefined();
    expect(gateway.calls()).toEqual({});
  });

  it('sees no product that the shop hides, by any way there is', async () => {
    await using gateway = await startShop({ env: { PUBLIC_CATALOG: '1' }, orders: 200 });
    const hidden = gateway.sandbox.world.products.filter(({ visible, inShop }) => !visible && inShop);
    expect(hidden.length).toBeGreaterThan(0);
    const seen =
      '{ products(first: 100) { nodes { externalId sku } edges { node { externalId sku counterparts { product { externalId provider } } } } } }';
    const listed = JSON.stringify((await gateway.query(seen)).data);
    for (const { shopId, sku } of hidden) {
      const id = idOf('Product', 'QUICKBUTIK', shopId);
      const one = await gateway.query(
        `{ node(id: "${id}") { id } nodes(ids: ["${id}"]) { id } byId: product(by: { id: "${id}" }) { id } bySku: product(by: { sku: "${sku}" }) { provider } }`,
      );
      expect(one.data).toMatchObject({ node: null, nodes: [null], byId: null });
      expect(JSON.stringify(one.data)).not.toContain('QUICKBUTIK');
      expect(listed).not.toContain(`{"externalId":"${shopId}","provider":"QUICKBUTIK"`);
    }
  });
});
