import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsOf, send, type Transport } from '../support/limit-requests.js';
import { type LiveGateway, startLiveGateway } from '../support/live-gateway.js';

let hiding: LiveGateway;
let showing: LiveGateway;
beforeAll(async () => {
  hiding = await startLiveGateway({ env: { NODE_ENV: 'production' } });
  showing = await startLiveGateway({ env: { NODE_ENV: 'production', INTROSPECTION: '1' } });
});
afterAll(async () => {
  await hiding[Symbol.asyncDispose]();
  await showing[Symbol.asyncDispose]();
});

const transports: Transport[] = ['GET', 'POST', 'socket', 'stream'];
const introspection = getIntrospectionQuery({ inputValueDeprecation: true });

describe.each(transports)('in production over %s', (transport) => {
  it('the schema cannot be read', async () => {
    const { errors, data } = await send(hiding, transport, { query: introspection });
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      {
        message: 'Introspection is switched off (INTROSPECTION).',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
    expect((await send(showing, transport, { query: introspection })).data).toMatchObject({
      __schema: { queryType: { name: 'Query' } },
    });
  });

  it('errors do not say what would have been right, only where it is wrong', async () => {
    const query = '{ categoriez { name } order(by: { nummer: "1" }) { id } customers(first: "x") { nodes { emial } } }';
    const told = await send(hiding, transport, { query });
    expect(told.errors?.length).toBeGreaterThan(2);
    for (const error of told.errors ?? []) {
      expect(error).toMatchObject({
        message: 'The document does not fit the schema.',
        locations: [{ line: 1 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    }
    const detailed = await send(showing, transport, { query });
    expect(detailed.errors?.[0]?.message).toContain('Did you mean "categories"');
  });

  it('variables that do not fit are named without what they should be', async () => {
    const query = 'query Q($by: OrderLookup!) { order(by: $by) { id } }';
    const variables = { by: { referense: '1' } };
    const told = await send(hiding, transport, { query, variables });
    expect(told.data ?? null).toBeNull();
    for (const error of told.errors ?? []) {
      expect(error).toMatchObject({
        message: 'Variable "$by" has a value that does not fit.',
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    const detailed = await send(showing, transport, { query, variables });
    expect(JSON.stringify(detailed.errors)).toContain('OrderLookup');
    expect(callsOf(hiding)).toBe(0);
  });
});

it.each(['socket', 'stream'] as const)('subscriptions over %s show nothing of the schema either', async (transport) => {
  const wrong = await send(hiding, transport, { query: 'subscription { orderChangd { event } }' });
  expect(wrong.errors?.map(({ message }) => message)).toEqual(['The document does not fit the schema.']);
  const query = 'subscription Q($filter: OrderChangeFilter) { orderChanged(filter: $filter) { event } }';
  const variables = { filter: { referense: '1' } };
  const refused = await send(hiding, transport, { query, variables });
  expect(refused.errors?.map(({ message }) => message)).toEqual(['Variable "$filter" has a value that does not fit.']);
  const detailed = await send(showing, transport, { query, variables });
  expect(detailed.errors?.[0]?.message).toContain('OrderChangeFilter');
});

it('what the gateway itself says of an argument stays', async () => {
  const { errors } = await send(hiding, 'POST', { query: '{ orders(first: 1000) { nodes { id } } }' });
  expect(errors?.[0]?.message).toBe('Argument "first" must be from 1 to 100, not 1000.');
});
