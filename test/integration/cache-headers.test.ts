import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessEnv, apiKey, customerClaims, tokenOf } from '../access/support/credentials.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { operation } from '../support/operations.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { orders: 60 } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const control = async (document: string, variables = {}, headers = {}) =>
  (await gateway.query(document, variables, headers)).headers.get('cache-control');

describe('Cache-Control of an answer', () => {
  it.each([
    ['{ categories { id name parent { name } } }', 'max-age=60, public'],
    ['{ shippingMethods { title price { amount } } shopPaymentMethods { id } }', 'max-age=60, public'],
    ['{ __typename categories { name } }', 'max-age=60, public'],
    ['{ couriers { code } }', 'max-age=3600, private'],
    ['{ couriers { code } categories { name } }', 'max-age=60, private'],
    ['{ product(by: { sku: "no-such" }) { title variants { sku price { raw } } } }', 'max-age=10, public'],
    [
      '{ products(first: 2) { edges { node { title } } pageInfo { endCursor } coverage { complete } } }',
      'max-age=10, public',
    ],
    ['{ categories { ...names } } fragment names on Category { name }', 'max-age=60, public'],
    ['{ categories { ... on Node { id } ... @include(if: true) { name } } }', 'max-age=60, public'],
    ['{ orders(first: 1) { nodes { id } } }', 'no-store'],
    ['{ categories { name } orders(first: 1) { nodes { id } } }', 'no-store'],
    ['{ categories { name } orders(first: 1) @skip(if: true) { nodes { id } } }', 'no-store'],
    ['{ providers { name } }', 'no-store'],
    ['{ __typename }', 'no-store'],
    ['{ categories { name } __schema { queryType { name } } }', 'no-store'],
    ['{ node(id: "x") { id } }', 'no-store'],
  ])('to %s is %s, however often it is asked', async (document, expected) => {
    // The first is executed by graphql-js, the others by a compiled query.
    for (let times = 0; times < 3; times += 1) expect(await control(document)).toBe(expected);
  });

  it('follows the field that allows least in an operation of a front end', async () => {
    expect(await control(operation('Catalog'), { first: 5 })).toBe('max-age=10, private');
    expect(await control(operation('OrdersPage'), { first: 5 })).toBe('no-store');
  });

  it('is no-store for an answer with errors, one that failed in part among them', async () => {
    gateway.sandbox.providers.qpilot.faults.add({ fault: { kind: 'status', status: 401 } });
    const answer = await gateway.query('{ products(first: 60) { nodes { title counterparts { matchedBy } } } }');
    gateway.sandbox.clear();
    expect(answer.errors).toBeDefined();
    expect(answer.data?.['products']).toMatchObject({ nodes: expect.arrayContaining([expect.anything()]) });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await control('{ categories { nonsense } }')).toBe('no-store');
  });

  it('is no-store for mutations and for an answer that shows its plan', async () => {
    const mutation = 'mutation { createCategory(input: { name: "Hattar" }) { category { name } } }';
    expect(await control(mutation)).toBe('no-store');
    expect(await control('{ categories { name } }', {}, { 'x-upstream-plan': '1' })).toBe('no-store');
  });

  it('stands beside what the answer differs by, also when it is asked for by GET', async () => {
    const query = encodeURIComponent('{ categories { name } }');
    const { headers } = await fetch(`${gateway.url}/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': 'true', origin: 'http://localhost:5173' },
    });
    expect(headers.get('cache-control')).toBe('max-age=60, public');
    expect(headers.get('vary')).toBe('Origin, Accept, Authorization, X-API-Key, x-upstream-plan');
  });

  it('is public for strangers alone where callers show who they are', async () => {
    await using guarded = await startTestGateway({
      sandbox: { orders: 20 },
      env: { ...accessEnv, PUBLIC_CATALOG: '1' },
    });
    const token = await tokenOf(customerClaims('chris@example.com', null));
    const controls = [];
    for (const headers of [{}, { 'x-api-key': apiKey }, { authorization: `Bearer ${token}` }]) {
      const answer = await guarded.query('{ categories { name } }', {}, headers);
      controls.push(answer.headers.get('cache-control'));
    }
    expect(controls).toEqual(['max-age=60, public', 'max-age=60, private', 'max-age=60, private']);
  });
});
