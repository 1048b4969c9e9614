import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LmdbRecords } from '../../../src/records/lmdb-records.js';
import { putTracking, trackingByNumber, trackingsOf } from '../../../src/records/written-tracking.js';

/** A folder that goes when the test ends. */
function makeFolder() {
  const path = mkdtempSync(join(tmpdir(), 'commercegraph-records-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

const tracking = { reference: '11', trackingNumber: 'NAJ 10192938', company: 'Postnord', at: '2026-05-01T10:00:00Z' };

describe('records', () => {
  it('are there after the store was closed and opened again, in a folder of the owner alone', async () => {
    using folder = makeFolder();
    const first = new LmdbRecords(join(folder.path, 'records'));
    await putTracking(first, tracking);
    await first.close();
    const second = new LmdbRecords(join(folder.path, 'records'));
    expect(await trackingsOf(second, ['11'])).toEqual([tracking]);
    expect(statSync(join(folder.path, 'records')).mode & 0o777).toBe(0o700);
    await second.close();
  });

  it('keep the number of each order apart, and of each the one that was written last', async () => {
    using folder = makeFolder();
    const records = new LmdbRecords(folder.path);
    await putTracking(records, { ...tracking, trackingNumber: 'A', at: '2026-05-03T10:00:00Z' });
    await putTracking(records, { ...tracking, trackingNumber: 'B' });
    await putTracking(records, { ...tracking, reference: '1', trackingNumber: 'C' });
    await putTracking(records, { ...tracking, reference: '111', trackingNumber: 'D' });
    expect(await trackingsOf(records, ['11'])).toMatchObject([{ trackingNumber: 'B' }]);
    expect(await trackingsOf(records, ['1'])).toMatchObject([{ trackingNumber: 'C' }]);
    expect(await trackingByNumber(records, 'A')).toBeNull();
    expect(await trackingByNumber(records, 'B')).toMatchObject({ reference: '11' });
    await records.close();
  });

  it('keep a number once, however it is spelled, and find it by any spelling', async () => {
    using folder = makeFolder();
    const records = new LmdbRecords(folder.path);
    await putTracking(records, tracking);
    await putTracking(records, { ...tracking, trackingNumber: 'naj-10192938', company: 'DHL' });
    expect(await trackingsOf(records, ['11'])).toMatchObject([{ company: 'DHL' }]);
    expect(await trackingByNumber(records, 'NAJ10192938')).toMatchObject({ reference: '11' });
    expect(await trackingByNumber(records, 'OTHER')).toBeNull();
    await records.close();
  });

  it('forget one that is removed, and say whether there was one', async () => {
    using folder = makeFolder();
    const records = new LmdbRecords(folder.path);
    await records.put('tracking', 'a', tracking);
    expect(await records.remove('tracking', 'a')).toBe(true);
    expect(await records.remove('tracking', 'a')).toBe(false);
    expect(await records.get('tracking', ['a'])).toEqual([null]);
    expect(await records.list('tracking')).toEqual([]);
    await records.close();
  });

  it('cannot be used when their folder is a file, and say so', async () => {
    using folder = makeFolder();
    writeFileSync(join(folder.path, 'records'), '');
    const records = new LmdbRecords(join(folder.path, 'records'));
    await expect(records.list('tracking')).rejects.toThrow('could not be opened');
    await records.close();
  });
});
