import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import type { Environment } from '../../../src/config/read-variable.js';
import { problemsOf } from '../../support/config-problems.js';

const shop = { QUICKBUTIK_API_KEY: 'qb_test_key' };

describe('the secret of webhooks', () => {
  it('is a text of its own or that of a file, and none by default', () => {
    const folder = mkdtempSync(join(tmpdir(), 'commercegraph-config-'));
    const path = join(folder, 'key');
    writeFileSync(path, 'webhook_test_secret_0001\n');
    const secretOf = (env: Environment) => loadConfig(env).webhookSecret?.reveal();
    expect(secretOf({})).toBeUndefined();
    expect(secretOf({ WEBHOOK_SECRET: 'webhook_test_secret_0002' })).toBe('webhook_test_secret_0002');
    expect(secretOf({ WEBHOOK_SECRET_FILE: path })).toBe('webhook_test_secret_0001');
    rmSync(folder, { recursive: true });
  });

  it('has at least 16 characters', () => {
    expect(problemsOf({ WEBHOOK_SECRET: 'webhook_test_15' })).toEqual([
      'WEBHOOK_SECRET must be at least 16 characters',
    ]);
    expect(problemsOf({ WEBHOOK_SECRET: 'webhook_test__16' })).toEqual([]);
  });
});

describe('answers about records', () => {
  const webhooks = { ...shop, WEBHOOK_SECRET: 'webhook_test_secret_0001' };

  it.each<[string, Environment, boolean]>([
    ['are not kept by default', shop, false],
    ['are kept where webhooks are served', webhooks, true],
    ['are not kept where nothing serves webhooks', { ...webhooks, DIRECTORY: '0' }, false],
    ['are not kept where that is asked for', { ...webhooks, CACHE_RECORDS: '0' }, false],
    ['are kept where that is asked for', { ...shop, CACHE_RECORDS: '1' }, true],
  ])('%s', (_, env, keepsRecords) => {
    expect(loadConfig(env).cache.keepsRecords).toBe(keepsRecords);
  });
});

describe('an empty environment', () => {
  it('is the sandbox on loopback with the defaults', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      requestTimeoutMs: 15_000,
      scanLimit: 200,
      dataDir: '.data',
      mode: 'SANDBOX',
      corsOrigins: null,
      idSecret: null,
      redisUrl: null,
    });
    expect(Object.values(config.providers).map(({ isConfigured }) => isConfigured)).not.toContain(true);
  });

  it('is refused in production, where the sandbox must be asked for', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toHaveLength(1);
    expect(loadConfig({ NODE_ENV: 'production', SANDBOX: '1' }).mode).toBe('SANDBOX');
    expect(problemsOf({ SANDBOX: '0' })).toHaveLength(1);
  });
});

describe('credentials', () => {
  it('of one provider make the gateway live and leave the others unconfigured', () => {
    const { mode, providers } = loadConfig(shop);
    expect([mode, providers.quickbutik.isConfigured, providers.qapla.isConfigured]).toEqual(['LIVE', true, false]);
    expect(providers.quickbutik.credentials['API_KEY']?.reveal()).toBe('qb_test_key');
  });

  it('in half are a problem that names what is missing', () => {
    const problems = problemsOf({ QPILOT_EMAIL: 'a@example.com' });
    expect(problems.join()).toMatch(/QPILOT.*QPILOT_SITE_ID.*QPILOT_PASSWORD/);
  });

  it('and SANDBOX=1 exclude each other', () => {
    expect(problemsOf({ ...shop, SANDBOX: '1' }).join()).toContain('QUICKBUTIK');
  });

  it('in an empty file never start the sandbox by accident', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cg-config-'));
    const path = join(folder, 'key');
    writeFileSync(path, '\n');
    expect(problemsOf({ QUICKBUTIK_API_KEY_FILE: path })).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it('are shown by nothing that prints the configuration', () => {
    const config = loadConfig({
      ...shop,
      ID_SECRET: 'id_test_secret_0001',
      WEBHOOK_SECRET: 'webhook_test_secret_0001',
    });
    expect(inspect(config, { depth: 20, showHidden: true }) + JSON.stringify(config)).not.toMatch(/_test_/);
  });
});

describe('the address of Redis', () => {
  it.each([
    'redis://127.0.0.1',
    'redis://localhost:6380',
    'rediss://user:p%40ss@redis.example.com:6380/2',
    'redis://:redis_test_word@[::1]:6379/0',
  ])('may be %s', (url) => {
    expect(loadConfig({ REDIS_URL: url }).redisUrl?.reveal()).toBe(url);
  });

  it.each([
    '127.0.0.1:6379',
    'http://127.0.0.1',
    'redis://',
    'redis://host:99999',
    'redis://host/name',
    'redis://host?enableOfflineQueue=1',
    'redis://user:redis_test_%zz@host',
    'redis:///tmp/redis.sock',
  ])('may not be %s, and what is said of it shows nothing', (url) => {
    const problems = problemsOf({ REDIS_URL: url });
    expect(problems).toEqual([expect.stringMatching(/^REDIS_URL must be an address/)]);
    // The words of the message are the same whatever was given.
    expect(new Set([...problems, ...problemsOf({ REDIS_URL: 'x' })]).size).toBe(1);
  });

  it('may stand in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cg-config-'));
    writeFileSync(join(folder, 'url'), 'redis://127.0.0.1:6379\n');
    expect(loadConfig({ REDIS_URL_FILE: join(folder, 'url') }).redisUrl?.reveal()).toBe('redis://127.0.0.1:6379');
    rmSync(folder, { recursive: true });
  });
});

it('tells all problems at once, without a secret in them', () => {
  const problems = problemsOf({
    ...shop,
    PORT: '99999',
    REQUEST_TIMEOUT_MS: 'soon',
    QUICKBUTIK_TIMEOUT_MS: '1',
    QAPLA_TIME_ZONE: 'Europe/Gotham',
    QARD_CURRENCY: 'XXY',
    QPILOT_BASE_URL: 'http://shop.example.com',
    ID_SECRET: 'id_test_short',
    AUTH_JWT_SECRET: 'jwt_test_secret',
  });
  for (const name of [
    'PORT',
    'REQUEST_TIMEOUT_MS',
    'QUICKBUTIK_TIMEOUT_MS',
    'QAPLA_TIME_ZONE',
    'QARD_CURRENCY',
    'QPILOT_BASE_URL',
    'ID_SECRET',
    'AUTH_JWT_SECRET',
  ]) {
    expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
  }
  expect(problems).toHaveLength(8);
  expect(problems.join()).not.toMatch(/_test_/);
});

describe('the address to listen on', () => {
  it.each(['localhost', '127.0.0.1', '127.8.8.8', '::1'])('may be this machine: %s', (host) => {
    expect(loadConfig({ HOST: host }).host).toBe(host);
  });

  it.each(['0.0.0.0', '::', '192.168.0.1', 'shop.example.com', '127.0.0.1.example.com', 'localhost.example.com'])(
    'may not be open to others without access control: %s',
    (host) => {
      expect(problemsOf({ ...shop, HOST: host }).join()).toContain('loopback');
    },
  );
});

it('reads origins as a list', () => {
  const { corsOrigins } = loadConfig({ CORS_ORIGINS: 'https://shop.example.com , http://localhost:5173' });
  expect(corsOrigins).toEqual(['https://shop.example.com', 'http://localhost:5173']);
});

describe('the time between the signal to end and the end', () => {
  it.each<[string, Environment, number]>([
    ['is nothing for a gateway that is alone on its machine', shop, 0],
    ['is three seconds behind a proxy on the same machine', { ...shop, TRUSTED_PROXIES: '127.0.0.1' }, 3000],
    ['is what is set', { ...shop, TRUSTED_PROXIES: '127.0.0.1', SHUTDOWN_GRACE_MS: '0' }, 0],
  ])('%s', (_, env, graceMs) => {
    expect(loadConfig(env).shutdownGraceMs).toBe(graceMs);
  });
});
