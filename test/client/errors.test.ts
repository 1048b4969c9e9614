import { CombinedGraphQLErrors } from '@apollo/client';
import { CombinedError, fetchExchange, Client as UrqlClient } from 'urql';
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import {
  Customer360Document,
  graphErrors,
  isProviderError,
  type ProviderError,
  providerErrors,
} from '../../client/src/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { connectApollo } from './apollo.js';

const down = {
  message: "Qapla' cannot be reached or is failing.",
  path: ['customer', 'orders'],
  extensions: {
    code: 'PROVIDER_UNAVAILABLE',
    provider: 'QAPLA',
    retryable: true,
    retryAfterMs: 3000,
    requestId: 'r-1',
  },
};
const ofTheRequest = {
  message: 'by.id is no global id',
  path: ['order'],
  extensions: { code: 'BAD_USER_INPUT', retryable: false, requestId: 'r-1' },
};
const read: ProviderError = {
  code: 'PROVIDER_UNAVAILABLE',
  message: "Qapla' cannot be reached or is failing.",
  provider: 'QAPLA',
  retryable: true,
  retryAfterMs: 3000,
  requestId: 'r-1',
  path: ['customer', 'orders'],
};

describe('errors', () => {
  it.each<[string, unknown]>([
    ['of Apollo Client', new CombinedGraphQLErrors({ data: null, errors: [ofTheRequest, down] })],
    ['of urql', new CombinedError({ graphQLErrors: [ofTheRequest, down] })],
    [
      'of graphql-request',
      Object.assign(new Error('failed'), { response: { status: 200, errors: [ofTheRequest, down] } }),
    ],
    ['in an answer', { data: null, errors: [ofTheRequest, down] }],
    ['in a list', [ofTheRequest, down]],
    ['one by one', down],
    ['that were read before', read],
  ])('%s tell which provider is in trouble, and when to try again', (_, error) => {
    expect(isProviderError(error)).toBe(true);
    expect(providerErrors(error)).toEqual([read]);
  });

  it('are told for one branch', () => {
    const errors = [
      down,
      { ...down, path: ['customer', 'orders', 'nodes', 3, 'shipments'] },
      { ...down, path: ['customer'] },
    ];
    expect(providerErrors(errors, ['customer', 'orders']).map(({ path }) => path.length)).toEqual([2, 5]);
    expect(isProviderError(errors, ['customer', 'orders', 'nodes', 3])).toBe(true);
    expect(isProviderError(errors, ['customer', 'orders', 'nodes', 2])).toBe(false);
  });

  it('of the request itself are no provider’s', () => {
    expect(isProviderError([ofTheRequest])).toBe(false);
    expect(graphErrors([ofTheRequest])).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', provider: null, retryable: false, retryAfterMs: null }),
    ]);
  });

  it.each([undefined, null, 'text', new TypeError('fetch failed'), {}, { errors: 'none' }, { errors: [null, 1, {}] }])(
    'are not seen in %s',
    (error) => {
      expect(graphErrors(error)).toEqual([]);
      expect(isProviderError(error)).toBe(false);
    },
  );

  it('have at least one entry once they are known to be a provider’s', () => {
    const error: unknown = [down];
    if (!isProviderError(error)) throw new Error('not told');
    expectTypeOf(providerErrors(error)[0]).toEqualTypeOf<ProviderError>();
    expect(providerErrors(error)[0].retryAfterMs).toBe(3000);
  });
});

describe('a provider that fails', () => {
  let gateway: TestGateway;
  const variables = { by: { email: 'chris@example.com' } };
  beforeAll(async () => {
    gateway = await startTestGateway({ sandbox: { orders: 60 } });
  });
  afterEach(() => gateway.sandbox.clear());
  afterAll(() => gateway[Symbol.asyncDispose]());
  const breakQard = () =>
    gateway.sandbox.providers.qard.faults.add({ fault: { kind: 'status', status: 429, retryAfter: '60' } });
  const expected = [
    expect.objectContaining({
      code: 'PROVIDER_RATE_LIMITED',
      provider: 'QARD',
      retryable: true,
      retryAfterMs: expect.any(Number),
      path: ['customer', 'commerceCustomers'],
    }),
  ];

  it('is told by Apollo Client for its branch, beside the rest of the answer', async () => {
    breakQard();
    const { client } = connectApollo(gateway.url);
    const { data, error } = await client.query({ query: Customer360Document, variables, errorPolicy: 'all' });
    expect(data?.customer?.email).toBe('chris@example.com');
    expect(providerErrors(error, ['customer', 'commerceCustomers'])).toEqual(expected);
    expect(providerErrors(error, ['customer', 'orders'])).toEqual([]);
  });

  it('is told by urql for its branch, beside the rest of the answer', async () => {
    breakQard();
    const client = new UrqlClient({
      url: `${gateway.url}/graphql`,
      exchanges: [fetchExchange],
      preferGetMethod: false,
    });
    const { data, error } = await client.query(Customer360Document, variables).toPromise();
    expect(data?.customer?.email).toBe('chris@example.com');
    expect(providerErrors(error, ['customer', 'commerceCustomers'])).toEqual(expected);
  });
});
