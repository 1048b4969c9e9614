import { GraphQLError, locatedError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type ProviderErrorCode, providerErrors } from '../../../src/errors/codes.js';
import { RequestError } from '../../../src/errors/request-error.js';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { isUnexpected, maskError } from '../../../src/server/mask-error.js';

const key = 'qb_test_key_0123456789';
const codes = Object.keys(providerErrors) as ProviderErrorCode[];

/** As the server passes an error on: located in the answer, its formatted form with all it has. */
function mask(original: Error, extensions: Record<string, unknown> = {}) {
  const error =
    original instanceof GraphQLError ? original : locatedError(original, undefined, ['customer', 'cards', 0]);
  const formatted = error.toJSON();
  return {
    masked: maskError(
      { ...formatted, extensions: { stacktrace: [key], ...formatted.extensions, ...extensions } },
      error,
    ),
    isUnexpected: isUnexpected(error),
  };
}

describe('trouble with a provider', () => {
  it.each(codes)('is told by its sentence, its code and nothing from upstream: %s', (code) => {
    const cause = new Error(`GET https://api.example.com/?apiKey=${key}`);
    const { masked, isUnexpected: unexpected } = mask(new UpstreamError(code, 'QAPLA', { detail: key, cause }));
    expect(masked).toEqual({
      message: `Qapla' ${providerErrors[code]}`,
      path: ['customer', 'cards', 0],
      extensions: { code, provider: 'QAPLA', retryable: expect.any(Boolean) },
    });
    expect([JSON.stringify(masked).includes(key), unexpected]).toEqual([false, false]);
  });

  it('tells how long to wait where that is known', () => {
    const { masked } = mask(new UpstreamError('PROVIDER_RATE_LIMITED', 'QAPLA', { retryAfterMs: 1500 }));
    expect(masked.extensions).toEqual({
      code: 'PROVIDER_RATE_LIMITED',
      provider: 'QAPLA',
      retryable: true,
      retryAfterMs: 1500,
    });
  });

  it.each<[ProviderErrorCode, boolean]>([
    ['PROVIDER_TIMEOUT', true],
    ['PROVIDER_UNAVAILABLE', true],
    ['DEADLINE_EXCEEDED', true],
    ['PROVIDER_AUTH', false],
    ['PROVIDER_REJECTED', false],
    ['PROVIDER_CONTRACT', false],
    ['PROVIDER_NOT_CONFIGURED', false],
    ['PROVIDER_OUTCOME_UNKNOWN', false],
  ])('says whether trying again helps: %s, %s', (code, retryable) => {
    expect(mask(new UpstreamError(code, 'QARD')).masked.extensions?.['retryable']).toBe(retryable);
  });
});

it('tells a caller what is wrong with the own request', () => {
  const { masked, isUnexpected: unexpected } = mask(new RequestError('BAD_USER_INPUT', 'Argument "first" is wrong.'));
  expect(masked).toEqual({
    message: 'Argument "first" is wrong.',
    path: ['customer', 'cards', 0],
    extensions: { code: 'BAD_USER_INPUT', retryable: false },
  });
  expect(unexpected).toBe(false);
});

it.each(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'])(
  "shows the server's own words for a bad document, without a stack: %s",
  (code) => {
    const { masked } = mask(new GraphQLError('Cannot query field "x".', { extensions: { code, extra: key } }));
    expect(masked).toEqual({ message: 'Cannot query field "x".', extensions: { code, retryable: false } });
  },
);

describe('an error that was not made for callers', () => {
  class SecretError extends Error {
    readonly code = 'BAD_USER_INPUT';
    readonly apiKey = key;
    readonly extensions = { code: 'BAD_USER_INPUT' };
  }

  it.each<[string, Error]>([
    ['a plain one', new Error(key)],
    ['one with a cause', new Error('x', { cause: new Error(key) })],
    ['a type error', new TypeError(`Cannot read properties of ${key}`)],
    ['one that calls itself by a shown code', new SecretError(key)],
    ['one of GraphQL without a code', new GraphQLError(key)],
    ['one of GraphQL with a strange code', new GraphQLError(key, { extensions: { code: key, http: { status: 500 } } })],
    ['several at once', new AggregateError([new Error(key)], key)],
  ])('is "Unexpected error." and is to be looked at: %s', (_, original) => {
    const { masked, isUnexpected: unexpected } = mask(original);
    expect(masked).toMatchObject({
      message: 'Unexpected error.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false },
    });
    expect(Object.keys(masked.extensions ?? {})).toEqual(['code', 'retryable']);
    expect([JSON.stringify(masked).includes(key), unexpected]).toEqual([false, true]);
  });

  it.each([undefined, null, 'text', 42, {}])('may be anything: %j', (thrown) => {
    expect(maskError({ message: key, extensions: { code: 'BAD_USER_INPUT' } }, thrown)).toMatchObject({
      message: 'Unexpected error.',
    });
  });
});
