import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { ledgerKey } from '../../../src/ledger/account-ledger.js';
import { LmdbLedger } from '../../../src/ledger/lmdb-ledger.js';
import { type LedgerEntry, LedgerUnavailableError } from '../../../src/ledger/write-ledger.js';
import { createLog } from '../../../src/observability/log.js';
import { openStores } from '../../../src/open-stores.js';
import { LmdbRecords } from '../../../src/records/lmdb-records.js';
import { RecordsUnavailableError } from '../../../src/records/records-store.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'commercegraph-accounts-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const shop = { QUICKBUTIK_API_KEY: 'qb_test_key' };
const entry = (fingerprint = 'f'): LedgerEntry => ({ state: 'DONE', fingerprint, claimedAt: Date.now(), payload: {} });
const tracking = (trackingNumber: string) => ({
  reference: '11',
  trackingNumber,
  company: null,
  at: '2026-05-01T10:00:00Z',
});
const key = ledgerKey('QUICKBUTIK', 'k');
const configOf = (env: Readonly<Record<string, string>>) => loadConfig({ DATA_DIR: dataDir, ...env });

async function open(env: Readonly<Record<string, string>> = shop) {
  const lines: string[] = [];
  const stores = await openStores(configOf(env), createLog('debug', { write: (line) => lines.push(line) }));
  const close = async () => {
    await stores.ledger.close();
    await stores.close();
  };
  return { ...stores, lines, close, [Symbol.asyncDispose]: close };
}

/** Stores as they were before they belonged to accounts. */
async function openFormer(env: Readonly<Record<string, string>> = shop) {
  const folder = join(dataDir, `live-${configOf(env).credentialFingerprint}`);
  const ledger = new LmdbLedger(join(folder, 'ledger'), 60_000);
  const records = new LmdbRecords(join(folder, 'records'));
  await ledger.claim('k', entry());
  await records.put('tracking', '11', tracking('A'));
  await ledger.close();
  await records.close();
}

describe('stores from before they belonged to accounts', () => {
  it('go on being used where they are, also after a key was changed', async () => {
    await openFormer();
    for (const env of [
      shop,
      { ...shop, QUICKBUTIK_ACCOUNT: 'mine' },
      { QUICKBUTIK_API_KEY: 'qb_test_new', QUICKBUTIK_ACCOUNT: 'mine' },
    ]) {
      await using stores = await open(env);
      expect(await stores.ledger.read(key)).not.toBeNull();
      expect(await stores.records.get('tracking', ['11'])).not.toEqual([null]);
    }
    expect(readdirSync(dataDir).filter((name) => name.startsWith('live-'))).toHaveLength(1);
  });

  it('of other settings are shown to nobody, told of, and their writes are not sent', async () => {
    await openFormer({ ...shop, QAPLA_API_KEY: 'qapla_test_key' });
    await using stores = await open();
    expect(await stores.ledger.read(key)).toBeNull();
    await expect(stores.ledger.claim(key, entry())).rejects.toThrow(LedgerUnavailableError);
    expect(await stores.ledger.claim(ledgerKey('QUICKBUTIK', 'new'), entry())).toBe(true);
    await expect.poll(() => stores.lines.join('')).toContain('Start once with those settings');
    await stores.close();
    // As it says: once with those settings, then with the new ones.
    await (await open({ ...shop, QAPLA_API_KEY: 'qapla_test_key' })).close();
    await using again = await open();
    expect(await again.ledger.read(key)).not.toBeNull();
    expect(await again.ledger.read(ledgerKey('QUICKBUTIK', 'new'))).not.toBeNull();
    await expect.poll(() => again.lines.join('')).not.toContain('remembered');
  });
});

describe('an account with two places', () => {
  const between = { QUICKBUTIK_API_KEY: 'qb_test_new' };

  /** Writes under one key, then under another, then the word that both are one account. */
  async function openBoth() {
    await using first = await open();
    await first.ledger.claim(key, entry('old'));
    await first.records.put('tracking', '11', tracking('OLD'));
    await using second = await open(between);
    await second.ledger.claim(ledgerKey('QUICKBUTIK', 'k2'), entry('new'));
    await second.records.put('tracking', '11', tracking('NEW'));
    await expect.poll(() => second.lines.join('')).toContain('QUICKBUTIK_ACCOUNT=known-');
    const code = /known-[0-9a-f]{12}/.exec(second.lines.join(''))?.[0] ?? '';
    await first.close();
    await second.close();
    return open({ ...between, QUICKBUTIK_ACCOUNT: code });
  }

  it('finds, changes and forgets the writes of both', async () => {
    await using both = await openBoth();
    for (const name of ['k', 'k2']) {
      const known = await both.ledger.read(ledgerKey('QUICKBUTIK', name));
      expect(known).not.toBeNull();
      expect(await both.ledger.claim(ledgerKey('QUICKBUTIK', name), entry())).toBe(false);
      const next = entry('next');
      expect(await both.ledger.replace(ledgerKey('QUICKBUTIK', name), known ?? next, next)).toBe(true);
      expect(await both.ledger.read(ledgerKey('QUICKBUTIK', name))).toEqual(next);
    }
    expect(await both.ledger.forgetOutcomes(() => true)).toBe(2);
  });

  it('shows the records of a page in the order asked for, wherever each is kept', async () => {
    await using first = await open();
    await first.records.put('tracking', '9', tracking('ONLY OLD'));
    await first.close();
    await using both = await openBoth();
    const asked = ['none', '11', '9', '11'];
    const found = await both.records.get('tracking', asked);
    expect(found.map((record) => record?.trackingNumber ?? null)).toEqual([null, 'NEW', 'ONLY OLD', 'NEW']);
  });

  it('shows the newest record of each, once, and keeps no older one that was replaced', async () => {
    await using both = await openBoth();
    expect(await both.records.get('tracking', ['11'])).toMatchObject([{ trackingNumber: 'NEW' }]);
    await both.records.put('tracking', '11', tracking('NEWEST'));
    expect(await both.records.list('tracking')).toMatchObject([{ trackingNumber: 'NEWEST' }]);
    expect(await both.records.remove('tracking', '11')).toBe(true);
    expect(await both.records.get('tracking', ['11'])).toEqual([null]);
  });
});

describe('that a person was forgotten', () => {
  it('is known whatever account is changed, as long as another one stays', async () => {
    const both = { ...shop, QAPLA_API_KEY: 'qapla_test_key' };
    const mark = { emailHash: 'h', at: '2026-05-01T10:00:00Z' };
    await using first = await open(both);
    await first.records.put('forgotten', 'h', mark);
    await first.close();
    await using other = await open({ ...both, QUICKBUTIK_API_KEY: 'qb_test_new' });
    expect(await other.records.list('forgotten')).toEqual([mark]);
  });
});

describe('a provider that is not set up', () => {
  it('has nothing kept', async () => {
    await using stores = await open({ QAPLA_API_KEY: 'qapla_test_key' });
    expect(await stores.ledger.claim(key, entry())).toBe(true);
    expect(await stores.ledger.read(key)).toBeNull();
    expect(await stores.records.list('tracking')).toEqual([]);
  });
});

describe('a book of accounts that cannot be read', () => {
  it('is left as it is, and no write with a key goes out', async () => {
    const path = join(dataDir, 'accounts', 'accounts.mdb');
    mkdirSync(join(dataDir, 'accounts'));
    writeFileSync(path, 'no database'.repeat(1000));
    await using stores = await open();
    await expect(stores.ledger.claim(key, entry())).rejects.toThrow(LedgerUnavailableError);
    await expect(stores.records.list('tracking')).rejects.toThrow(RecordsUnavailableError);
    expect(stores.lines.join('')).toContain('it cannot be told whose stores are whose');
  });
});

describe('the directory', () => {
  it('stays when a secret is changed, and is another one for other accounts', async () => {
    const site = { QPILOT_SITE_ID: '1', QPILOT_EMAIL: 'a@example.com', QPILOT_PASSWORD: 'qp_test_password' };
    const knownAt = async (env: Readonly<Record<string, string>>) => {
      await using stores = await open(env);
      const directory = await stores.openDirectory('1-format');
      const known = await directory.get(['o/QPILOT/1']);
      await directory.write([{ key: 'o/QPILOT/1', value: env['QPILOT_SITE_ID'] ?? '' }]);
      await directory.close();
      return known;
    };
    expect(await knownAt(site)).toEqual([null]);
    expect(await knownAt({ ...site, QPILOT_PASSWORD: 'qp_test_new' })).toEqual(['1']);
    expect(await knownAt({ ...site, QPILOT_SITE_ID: '2' })).toEqual([null]);
    expect(await knownAt({ ...site, ...shop })).toEqual([null]);
    expect(await knownAt(site)).toEqual(['1']);
  });
});
