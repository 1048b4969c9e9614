import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { LmdbLedger } from '../../../src/ledger/lmdb-ledger.js';
import { type LedgerEntry, LedgerUnavailableError, type WriteLedger } from '../../../src/ledger/write-ledger.js';
import { createLog } from '../../../src/observability/log.js';
import { Writes } from '../../../src/writes/writes.js';
import { outcomeUnknown, refuse, request, unknown } from '../../support/write-requests.js';
import { describeLedger } from '../../support/writes-contract.js';

const weekMs = 7 * 24 * 60 * 60 * 1000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commercegraph-writes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describeLedger('the embedded ledger', {
  open: (ttlMs) => new LmdbLedger(folder, ttlMs),
  address: () => folder,
});

describe('a ledger that cannot be read', () => {
  it('refuses keyed writes, sends unkeyed ones, and is not rebuilt', async () => {
    writeFileSync(join(folder, 'ledger.mdb'), 'this is no ledger '.repeat(1000));
    const writes = new Writes({
      ledger: new LmdbLedger(folder, weekMs),
      log: createLog('silent'),
      maxDurationMs: 1000,
    });
    await expect(writes.run('a', request(refuse))).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    await expect(writes.run('a', request(refuse))).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(
      await writes.run(
        'a',
        request(async () => ({ id: '1' }), { idempotencyKey: null }),
      ),
    ).toEqual({ id: '1' });
    await writes.close();
  });
});

describe('a ledger that fails in the middle', () => {
  function failingLedger(failOn: 'replace' | 'release'): WriteLedger {
    const entries = new Map<string, LedgerEntry>();
    const fails = () => Promise.reject(new LedgerUnavailableError('planted'));
    return {
      read: async (key) => entries.get(key) ?? null,
      claim: async (key, entry) => {
        if (entries.has(key)) return false;
        entries.set(key, entry);
        return true;
      },
      replace: failOn === 'replace' ? fails : async () => true,
      release: failOn === 'release' ? fails : async () => {},
      forgetOutcomes: async () => 0,
      isAlive: async () => true,
      close: async () => {},
    };
  }
  const writesOver = (ledger: WriteLedger) => new Writes({ ledger, log: createLog('silent'), maxDurationMs: 1000 });

  it.each([
    ['done', async () => ({ id: '1' })],
    ['unknown', unknown],
  ])('never says that nothing was sent of a write that was %s', async (_, send) => {
    const answer = writesOver(failingLedger('replace')).run('a', request(send));
    await expect(answer).rejects.toMatchObject(outcomeUnknown);
  });

  it('tells the reason why nothing was done, and keeps the key when it cannot give it back', async () => {
    const down = () => Promise.reject(new UpstreamError('PROVIDER_RATE_LIMITED', 'QPILOT'));
    const answer = writesOver(failingLedger('release')).run('a', request(down));
    await expect(answer).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
  });
});

describe('keys', () => {
  it('that expired do not take those with them that are claimed anew while they are dropped', async () => {
    const short = new LmdbLedger(folder, 1);
    const entry = (name: string): LedgerEntry => ({ state: 'UNSETTLED', fingerprint: name, claimedAt: Date.now() });
    for (let index = 0; index < 300; index += 1) await short.claim(`k${index}`, entry('old'));
    await short.close();
    const running = new LmdbLedger(folder, weekMs);
    const claims = Promise.all(Array.from({ length: 300 }, (_, index) => running.claim(`k${index}`, entry('new'))));
    const starting = new LmdbLedger(folder, weekMs);
    await claims;
    await starting.close();
    const kept = await Promise.all(Array.from({ length: 300 }, (_, index) => running.read(`k${index}`)));
    expect(kept.filter((found) => found?.fingerprint !== 'new')).toEqual([]);
    await running.close();
  });
});
