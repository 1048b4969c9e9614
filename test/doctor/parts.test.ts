import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/config/secret.js';
import { checkOf } from '../../src/doctor/check.js';
import { checkClock } from '../../src/doctor/clock-check.js';
import { checkDisk } from '../../src/doctor/disk-check.js';
import { checkRedis } from '../../src/doctor/redis-check.js';
import { reportOf } from '../../src/doctor/report.js';
import { toTable } from '../../src/doctor/table.js';
import { createLog } from '../../src/observability/log.js';
import { within } from '../../src/within.js';

/** An answer taken from a moment to another, whose header says how far the provider's clock is ahead. */
function head(aheadMs: number, tookMs = 50) {
  const sentAtMs = Date.parse('2026-11-22T12:00:00.400Z');
  const date = new Date(sentAtMs + aheadMs).toUTCString();
  return { status: 200, date, sentAtMs, receivedAtMs: sentAtMs + tookMs };
}

const heads = (offsets: Record<string, number>) =>
  new Map(Object.entries(offsets).map(([title, ahead]) => [title, [head(ahead)]]));

describe('the clock', () => {
  it('is well within the second of a Date header', () => {
    expect(checkClock(heads({ Qard: 0, QPilot: -900 }))).toMatchObject({ state: 'OK', facts: { Qard: 0, QPilot: 0 } });
  });

  it('is to be set when most providers say so, in which direction', () => {
    const check = checkClock(heads({ Qard: -95_000, QPilot: -95_000, Quickbutik: 0 }));
    expect(check).toMatchObject({ state: 'TO_DO', facts: { Qard: 94, QPilot: 94, Quickbutik: 0 } });
    expect(check.found).toContain("This machine's clock is 94 s ahead of Qard's");
    expect(checkClock(heads({ Qard: 95_000 })).found).toContain("95 s behind Qard's");
  });

  it('is believed against one provider among several', () => {
    expect(checkClock(heads({ Qard: 600_000, QPilot: 0, Quickbutik: 0 }))).toMatchObject({ state: 'NOTE', todo: [] });
  });

  it('is not judged by a header that is no time', () => {
    const check = checkClock(new Map([['Qard', [{ ...head(0), date: 'soon' }]]]));
    expect(check).toMatchObject({ state: 'NOTE', found: expect.stringContaining('not compared') });
  });
});

describe('the disk', () => {
  const none = { redisUrl: null, idSecret: null };

  it('is tried by writing, and nothing is left behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'commercegraph-doctor-'));
    expect(await checkDisk({ dataDir: folder, ...none })).toMatchObject({ state: 'OK' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not touched where the folder is still to be made', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'commercegraph-doctor-'));
    const check = await checkDisk({ dataDir: join(parent, 'a/b'), ...none });
    expect(check).toMatchObject({ state: 'OK', found: expect.stringContaining('can be made') });
    expect(readdirSync(parent)).toEqual([]);
  });

  it('has to be a folder', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'commercegraph-doctor-')), 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    const check = await checkDisk({ dataDir: join(file, 'data'), ...none });
    expect(check).toMatchObject({ state: 'TO_DO', found: 'DATA_DIR cannot be written to (ENOTDIR).' });
  });

  it('shows an id-secret that is cut off, which would stop the start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'commercegraph-doctor-'));
    writeFileSync(join(folder, 'id-secret'), 'short');
    const check = await checkDisk({ dataDir: folder, ...none });
    expect(check.todo.join()).toContain('id-secret in DATA_DIR is cut off');
  });

  it('does not matter where Redis has everything', async () => {
    const all = { redisUrl: new Secret('redis://127.0.0.1'), idSecret: new Secret('x') };
    expect(await checkDisk({ dataDir: '/nowhere', ...all })).toMatchObject({ state: 'OFF' });
  });
});

describe('Redis', () => {
  it('that is not there is told, with what follows from it and without its password', async () => {
    const check = await checkRedis(new Secret('redis://user:redis_test_word@127.0.0.1:1'), createLog('silent'));
    expect(check).toMatchObject({ state: 'TO_DO', todo: ['Start Redis, or check the address in REDIS_URL.'] });
    expect(check.found).toContain('Writes with an idempotency key are refused until it is there.');
    expect(JSON.stringify(check)).not.toContain('redis_test_word');
  });
});

describe('a deadline', () => {
  it('gives what to say in place of an answer that never comes', async () => {
    expect(await within(20, new Promise<string>(() => {}), () => 'late')).toBe('late');
    expect(await within(5000, Promise.resolve('here'), () => 'late')).toBe('here');
  });
});

describe('the table', () => {
  const check = checkOf({ id: 'a', title: 'Alpha', found: 'word '.repeat(30).trim(), todo: ['Do this.'] });

  it('keeps to the width and tells how much is to be done', () => {
    const table = toTable(reportOf([check], new Date()), 70);
    for (const line of table.split('\n')) expect(line.length).toBeLessThanOrEqual(70);
    expect(table).toContain('→ Do this.');
    expect(table).toContain('One thing to be done: see the lines with an arrow.');
  });

  it('says that all is well', () => {
    const report = reportOf([{ ...check, state: 'NOTE', todo: [] }], new Date());
    expect(report.exitCode).toBe(0);
    expect(toTable(report, 100)).toMatch(/All is well\.\n$/);
  });
});
