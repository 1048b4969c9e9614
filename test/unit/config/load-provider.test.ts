import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type ConfigurableProvider, isLoopback, loadProvider } from '../../../src/config/load-provider.js';
import { type Environment, VariableReader } from '../../../src/config/read-variable.js';

const definition: ConfigurableProvider = {
  name: 'INFLUENCERSOFT',
  title: 'Invented',
  defaults: {
    baseUrl: 'https://{username}.example.com/api',
    timeoutMs: 5000,
    maxConcurrency: 3,
    ratePerSecond: 2,
    burst: 10,
    timeZone: 'Europe/Rome',
  },
  credentials: {
    USERNAME: { meaning: 'login', form: { pattern: /^[a-z]+$/, words: 'small letters' } },
    KEY: { meaning: 'key', isSecret: true },
  },
  account: ['USERNAME'],
  options: {
    FIELD: { meaning: 'field', fallback: 'one' },
    OTHER: { meaning: 'other' },
    SALT: { meaning: 'salt', isSecret: true },
  },
};

function load(env: Record<string, string>) {
  const prefixed: Environment = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [`INFLUENCERSOFT_${name}`, value]),
  );
  const reader = new VariableReader(prefixed);
  return { config: loadProvider(definition, reader, 200), problems: reader.problems };
}

describe('a provider without settings', () => {
  it('has the defaults of its definition and is not configured', () => {
    const { config, problems } = load({});
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      isConfigured: false,
      timeoutMs: 5000,
      maxConcurrency: 3,
      ratePerSecond: 2,
      burst: 10,
      timeZone: 'Europe/Rome',
      currency: null,
      options: { FIELD: 'one', OTHER: null, SALT: null },
      secrets: { SALT: null },
      scanLimit: 200,
    });
  });
});

describe('a setting', () => {
  it('goes before the default', () => {
    const { config, problems } = load({
      USERNAME: 'anna',
      KEY: 'is_test_key',
      TIMEOUT_MS: '100',
      MAX_CONCURRENCY: '1',
      RATE_PER_SECOND: '30',
      TIME_ZONE: 'UTC',
      CURRENCY: 'eur',
      FIELD: 'two',
    });
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      isConfigured: true,
      timeoutMs: 100,
      maxConcurrency: 1,
      ratePerSecond: 30,
      burst: 30,
      timeZone: 'UTC',
      currency: 'EUR',
      options: { FIELD: 'two' },
    });
    expect(config.baseUrl.href).toBe('https://anna.example.com/api');
  });

  it('of rate 0 means no limit', () => {
    expect(load({ RATE_PER_SECOND: '0' }).config.ratePerSecond).toBeNull();
  });

  it.each<Record<string, string>>([
    { TIMEOUT_MS: '0' },
    { MAX_CONCURRENCY: '0' },
    { RATE_PER_SECOND: '-1' },
    { TIME_ZONE: 'Mars/Olympus' },
    { CURRENCY: 'kr' },
    { USERNAME: 'evil.example.org/', KEY: 'is_test_key' },
    { USERNAME: 'anna' },
    { KEY: 'is_test_key' },
  ])('that is wrong is a problem: %o', (env) => {
    expect(load(env).problems.length).toBeGreaterThan(0);
  });
});

describe('a base URL', () => {
  it.each(['https://eu.example.com/v2', 'http://127.0.0.1:8080', 'http://localhost:1/x', 'http://[::1]:9/'])(
    'may be %s',
    (url) => {
      const { config, problems } = load({ BASE_URL: url });
      expect([config.baseUrl.href, problems]).toEqual([new URL(url).href, []]);
    },
  );

  it.each([
    'http://example.com',
    'http://127.0.0.1.example.com',
    'ftp://example.com',
    'example.com',
    'https://user:is_test_key@example.com',
    'https://example.com/?key=is_test_key',
    'https://example.com/#x',
    'file:///etc/passwd',
  ])('may not be %s, and is not quoted', (url) => {
    const { problems } = load({ BASE_URL: url });
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toContain('is_test_key');
  });
});

it('knows this machine by its names alone', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'].map(isLoopback)).not.toContain(false);
  expect(
    ['0.0.0.0', '::', '128.0.0.1', '127.0.0.1.example.com', 'LOCALHOST.example.com', ''].map(isLoopback),
  ).not.toContain(true);
});

it('keeps an option that is a secret as one, and prints it nowhere', () => {
  const { config } = load({ SALT: 'is_test_salt', FIELD: 'two' });
  expect(config.secrets['SALT']?.reveal()).toBe('is_test_salt');
  expect(config.options).toEqual({ FIELD: 'two', OTHER: null, SALT: null });
  expect(JSON.stringify(config) + inspect(config, { depth: 10 })).not.toContain('is_test_salt');
});
