import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LmdbLedger } from '../../../src/ledger/lmdb-ledger.js';
import type { LedgerEntry } from '../../../src/ledger/write-ledger.js';

const hourMs = 60 * 60 * 1000;
const weekMs = 7 * 24 * hourMs;
let folder: string;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  folder = mkdtempSync(join(tmpdir(), 'commercegraph-ledger-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** What the store holds, whether it has expired or not. */
async function payloadsIn(ledger: LmdbLedger): Promise<readonly unknown[]> {
  const payloads: unknown[] = [];
  await ledger.forgetOutcomes((payload) => {
    payloads.push(payload);
    return false;
  });
  return payloads;
}

function done(payload: string, ageMs = 0): LedgerEntry {
  return { state: 'DONE', fingerprint: 'f', claimedAt: Date.now() - ageMs, payload };
}

describe('expired entries of the embedded ledger', () => {
  it('are dropped while it runs, however many there are, and the others stay', async () => {
    const ledger = new LmdbLedger(folder, weekMs);
    const old = Array.from({ length: 350 }, (_, index) => `old ${index}`);
    await Promise.all(old.map((name) => ledger.claim(name, done(name, weekMs))));
    await ledger.claim('new', done('new'));
    expect(await payloadsIn(ledger)).toHaveLength(351);
    vi.advanceTimersByTime(hourMs);
    await expect.poll(() => payloadsIn(ledger)).toEqual(['new']);
    await ledger.close();
  });

  it('are dropped again each hour', async () => {
    const ledger = new LmdbLedger(folder, weekMs);
    for (const name of ['first', 'second', 'third']) {
      await ledger.claim(name, done(name, weekMs));
      vi.advanceTimersByTime(hourMs);
      await expect.poll(() => payloadsIn(ledger)).toEqual([]);
    }
    await ledger.close();
  });

  it('are left to the next start by a ledger that is closed while it drops them', async () => {
    const ledger = new LmdbLedger(folder, weekMs);
    const old = Array.from({ length: 350 }, (_, index) => `old ${index}`);
    await Promise.all(old.map((name) => ledger.claim(name, done(name, weekMs))));
    vi.advanceTimersByTime(hourMs);
    await ledger.close();
    expect(vi.getTimerCount()).toBe(0);
    const next = new LmdbLedger(folder, weekMs);
    await expect.poll(() => payloadsIn(next)).toEqual([]);
    await next.close();
  });
});
