import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../../src/domain/global-id.js';
import { ann, asAnn, asBob, asMerchant, startShop, withKey } from '../access/support/shop.js';
import { type Answer, at, type TestGateway } from '../support/gateway.js';

type Reference = Readonly<Record<string, unknown>>;

let gateway: TestGateway;
let publicCatalog: TestGateway;
/** A reference to something of Ann's, of each type that is a customer's, by each of its keys. */
let ofAnn: readonly Reference[];
let ofNobody: readonly Reference[];
let ofMerchant: readonly Reference[];

beforeAll(async () => {
  gateway = await startShop({ env: { FEDERATION: '1' } });
  publicCatalog = await startShop({ env: { FEDERATION: '1', PUBLIC_CATALOG: '1' }, over: gateway.sandbox });
  const things = await gateway.query(
    `query ($email: String!) {
      customer(by: { email: $email }) {
        id
        orders(first: 20) { nodes { id shipments { id trackingNumber } } }
        scheduledOrders(first: 1) { nodes { id } }
      }
      products(first: 20) { nodes { id sku isVisible } }
      commerceData {
        customers(first: 1) { nodes { id } }
        orders(first: 1) { nodes { id } }
        products(first: 1) { nodes { id } }
        locations(first: 1) { nodes { id } }
      }
    }`,
    { email: ann.email },
    await asMerchant(),
  );
  const orders = at(things, 'customer.orders.nodes') as {
    readonly id: string;
    readonly shipments: readonly { readonly id: string; readonly trackingNumber: string }[];
  }[];
  const parcel = orders.flatMap(({ shipments }) => shipments)[0];
  ofAnn = [
    { __typename: 'Customer', id: at(things, 'customer.id') },
    { __typename: 'Customer', id: ann.id },
    { __typename: 'Customer', email: ann.email },
    { __typename: 'Order', id: orders[0]?.id },
    { __typename: 'ScheduledOrder', id: at(things, 'customer.scheduledOrders.nodes.0.id') },
    { __typename: 'Shipment', id: parcel?.id },
    { __typename: 'Shipment', trackingNumber: parcel?.trackingNumber },
  ];
  const stranger = encodeGlobalId({ type: 'Order', provider: 'QUICKBUTIK', externalId: '999999' });
  ofNobody = [
    { __typename: 'Customer', email: 'nobody@example.org' },
    { __typename: 'Order', id: stranger },
  ];
  ofMerchant = ['customers', 'orders', 'products', 'locations'].map((list) => {
    const id = String(at(things, `commerceData.${list}.nodes.0.id`));
    return { __typename: Buffer.from(id, 'base64url').toString().split(':')[1], id };
  });
});
afterAll(async () => {
  await publicCatalog[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});
beforeEach(() => gateway.sandbox.clear());

const document = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
const ask = (references: readonly Reference[], headers: Record<string, string>, at_ = gateway): Promise<Answer> =>
  at_.query(document, { r: references }, headers);

describe('references', () => {
  it("give a shopper's own records to the shopper, and to the merchant", async () => {
    const all = ofAnn.map(({ __typename }) => ({ __typename }));
    expect(ofAnn.map((reference) => Object.values(reference).every((value) => typeof value === 'string'))).toEqual(
      ofAnn.map(() => true),
    );
    for (const headers of [await asAnn(), await asMerchant(), withKey]) {
      const answer = await ask(ofAnn, headers);
      expect(answer.errors).toBeUndefined();
      expect(at(answer, '_entities')).toEqual(all);
    }
  });

  it('are null for another shopper, as those of nobody are', async () => {
    const answer = await ask([...ofAnn, ...ofNobody], await asBob());
    expect(answer.errors).toBeUndefined();
    expect(at(answer, '_entities')).toEqual([...ofAnn, ...ofNobody].map(() => null));
  });

  it('to a customer that is not the caller are not looked up', async () => {
    await ask([{ __typename: 'Customer', email: ann.email }], await asBob());
    const ofStranger = gateway.sandbox.providers.qpilot.requests.length;
    gateway.sandbox.clear();
    await ask([{ __typename: 'Customer', email: 'nobody@example.org' }], await asBob());
    expect(gateway.sandbox.providers.qpilot.requests.length).toBe(ofStranger);
    expect(gateway.asked('quickbutik')).toEqual([]);
  });

  it('to what is the merchant’s alone are forbidden to a shopper, and nothing is asked', async () => {
    const answer = await ask(ofMerchant, await asAnn());
    expect(answer.errors?.map(({ message, path, extensions }) => [message, path?.[1], extensions['code']])).toEqual(
      ofMerchant.map(({ __typename }, index) => [
        `"${String(__typename)}" is not open to customers.`,
        index,
        'FORBIDDEN',
      ]),
    );
    expect(at(answer, '_entities')).toEqual(ofMerchant.map(() => null));
    expect(gateway.calls()).toEqual({});
    expect(at(await ask(ofMerchant, await asMerchant()), '_entities')).toEqual(
      ofMerchant.map(({ __typename }) => ({ __typename })),
    );
  });

  it('need credentials', async () => {
    const answer = await ask(ofAnn, {});
    expect([answer.status, answer.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    expect(gateway.calls()).toEqual({});
  });

  it('without credentials lead to the catalog alone, where it is public', async () => {
    const answer = await ask([...ofAnn, ...ofMerchant], {}, publicCatalog);
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(
      [...ofAnn, ...ofMerchant].map(() => 'UNAUTHENTICATED'),
    );
    expect(gateway.calls()).toEqual({});
    const shown = await ask([{ __typename: 'Product', sku: 'rco-atl-993' }], {}, publicCatalog);
    expect(shown).toMatchObject({ data: { _entities: [{ __typename: 'Product' }] } });
  });

  it('to a product that the shop hides are null for everybody but the merchant', async () => {
    const products = await gateway.query('{ products(first: 50) { nodes { id isVisible } } }', {}, await asMerchant());
    const hidden = (at(products, 'products.nodes') as { readonly id: string; readonly isVisible: boolean }[]).find(
      ({ isVisible }) => !isVisible,
    );
    const reference = { __typename: 'Product', id: hidden?.id };
    expect(at(await ask([reference], await asMerchant()), '_entities')).toEqual([{ __typename: 'Product' }]);
    expect(at(await ask([reference], await asAnn()), '_entities')).toEqual([null]);
    expect(at(await ask([reference], {}, publicCatalog), '_entities')).toEqual([null]);
  });

  it('keep the rules of the fields below them', async () => {
    const answer = await gateway.query(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { email commerceCustomers { id } } } }',
      { r: [{ __typename: 'Customer', email: ann.email }] },
      await asAnn(),
    );
    expect(at(answer, '_entities')).toEqual([{ email: ann.email, commerceCustomers: null }]);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('the SDL for composers', () => {
  it('is told to the merchant alone, even where nobody may read the schema', async () => {
    await using closed = await startShop({
      env: { FEDERATION: '1', PUBLIC_CATALOG: '1', INTROSPECTION: '0' },
      over: gateway.sandbox,
    });
    const askSdl = async (headers: Record<string, string>) => {
      const answer = await closed.query('{ _service { sdl } }', {}, headers);
      return answer.errors?.[0]?.extensions['code'] ?? typeof at(answer, '_service.sdl');
    };
    expect([await askSdl({}), await askSdl(await asAnn()), await askSdl(withKey)]).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'string',
    ]);
  });
});
