import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Secret } from '../../../src/config/secret.js';
import { authFields } from '../../../src/datasources/influencersoft/auth.js';
import { readAnswer } from '../../../src/datasources/influencersoft/envelope.js';
import { influencersoft } from '../../../src/datasources/influencersoft/index.js';
import { startSource } from '../../support/provider-parts.js';

const credentials = { USERNAME: 'test-account', API_KEY: 'is_test_key' };

function read(body: object | string, secret: string | null = null) {
  let mismatches = 0;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = { status: 200, contentType: 'application/json', retryAfterMs: null, text };
  const options = {
    secret: secret === null ? null : new Secret(secret),
    warn: () => {},
    onHashMismatch: () => {
      mismatches += 1;
    },
  };
  return { run: () => readAnswer(answer, options), mismatches: () => mismatches };
}

const codeOf = (body: object | string) => {
  try {
    return read(body).run();
  } catch (error) {
    return (error as { code: string; detail: string }).code;
  }
};

test('says whether it is set up and asks nothing', async () => {
  await using started = await startSource(influencersoft, { credentials }, () => ({ json: {} }));

  expect(started.source).toMatchObject({ isConfigured: true, currency: null });
  expect(started.requests).toEqual([]);
});

test('takes a login that is one label of a host name, and no other text', () => {
  const form = influencersoft.credentials.USERNAME.form?.pattern;

  expect(['shop', 'shop-1', 'a'.repeat(63)].every((name) => form?.test(name))).toBe(true);
  expect(['', 'evil.example/', 'a.b', 'Shop', 'x@y', 'a'.repeat(64), 'shop\n'].some((name) => form?.test(name))).toBe(
    false,
  );
});

test.each([
  ['rpsKey', [['rpsKey', 'is_test_key']]],
  ['rps_key', [['rps_key', 'is_test_key']]],
  [
    'both',
    [
      ['rpsKey', 'is_test_key'],
      ['rps_key', 'is_test_key'],
    ],
  ],
] as const)('sends the key under %s', (field, fields) => {
  expect(authFields(new Secret('is_test_key'), field)).toEqual(fields);
});

test.each([
  ['an empty list', { error_code: 0, error_text: 'OK', result: [], hash: 'f'.repeat(32) }, {}],
  ['an object', { error_code: '0', result: { bill_id: 7 } }, { bill_id: 7 }],
  ['nothing', { error_code: 0 }, {}],
])('succeeds with %s for a result', (_case, body, result) => {
  expect(read(body).run()).toEqual({ errorCode: 0, result });
});

test.each([
  [1, 'PROVIDER_AUTH'],
  [4, 'PROVIDER_AUTH'],
  [5, 'PROVIDER_AUTH'],
  [6, 'PROVIDER_AUTH'],
  [7, 'PROVIDER_AUTH'],
  [8, 'PROVIDER_RATE_LIMITED'],
  [2, 'PROVIDER_REJECTED'],
  [3, 'PROVIDER_REJECTED'],
  [100, 'PROVIDER_REJECTED'],
  [203, 'PROVIDER_REJECTED'],
  [600, 'PROVIDER_REJECTED'],
  [602, 'PROVIDER_REJECTED'],
  ['604', 'PROVIDER_REJECTED'],
  [999, 'PROVIDER_REJECTED'],
  ['OK', 'PROVIDER_CONTRACT'],
  [undefined, 'PROVIDER_CONTRACT'],
])('fails with a stable code for error_code %j inside a 200', (error_code, code) => {
  expect(codeOf({ error_code, error_text: 'nope', result: [] })).toBe(code);
});

test('says that an order exists already, and nothing of its id or the words', () => {
  const { run } = read({ error_code: 601, error_text: 'bill for a@example.com', result: { bill_id: 4711 } });

  expect(run).toThrow('INFLUENCERSOFT: PROVIDER_REJECTED (order exists)');
});

test('breaks the contract without JSON', () => {
  expect(codeOf('<html>')).toBe('PROVIDER_CONTRACT');
});

test('tells of a hash that does not fit the secret and still gives the answer', () => {
  const hash = createHash('md5').update('0::OK::is_test_secret').digest('hex');
  const good = read({ error_code: '0', error_text: 'OK', hash: hash.toUpperCase() }, 'is_test_secret');
  const bad = read({ error_code: 0, error_text: 'OK', hash: 'f'.repeat(32) }, 'is_test_secret');
  const none = read({ error_code: 0, error_text: 'OK' }, 'is_test_secret');
  const unchecked = read({ error_code: 0, error_text: 'OK', hash: 'f'.repeat(32) });

  for (const { run } of [good, bad, none, unchecked]) expect(run()).toMatchObject({ errorCode: 0 });
  expect([good, bad, none, unchecked].map(({ mismatches }) => mismatches())).toEqual([0, 1, 1, 0]);
});

test('takes an odd text, result or hash beside a readable code for none', () => {
  expect(codeOf({ error_code: 0, error_text: { a: 1 }, result: 'x', hash: [] })).toEqual({ errorCode: 0, result: {} });
  expect(codeOf({ error_code: { a: 0 }, error_text: 'OK' })).toBe('PROVIDER_CONTRACT');
});
