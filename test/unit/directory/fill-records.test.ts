import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FillProgress, PendingReread } from '../../../src/directory/directory-work.js';
import { startDirectory } from './stores.js';

afterEach(() => {
  vi.useRealTimers();
});

const progress: FillProgress = {
  provider: 'QAPLA',
  kind: 'PARCEL',
  cursor: 'page 3',
  startedAt: '2026-05-01T10:00:00Z',
  filledAt: null,
  isComplete: false,
  since: '2026-04-01T00:00:00Z',
  updatedAt: '2026-05-01T10:01:00Z',
};

describe('the progress of a fill', () => {
  it('is kept, and told without where it goes on', async () => {
    await using started = startDirectory();
    const { directory } = started;
    expect(await directory.progress('QAPLA', 'PARCEL')).toBeNull();
    await directory.saveProgress({ ...progress, cursor: 'page 2' });
    await directory.saveProgress(progress);
    await directory.saveProgress({ ...progress, kind: 'ORDER', cursor: null, isComplete: true, since: null });
    expect(await directory.progress('QAPLA', 'PARCEL')).toEqual(progress);
    const { cursor: _, startedAt: __, ...state } = progress;
    expect(await directory.fillStates()).toEqual([{ ...state, kind: 'ORDER', isComplete: true, since: null }, state]);
  });
});

describe('the claim to fill', () => {
  it('is held by one until its time is up, and may be renewed and released by that one alone', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using started = startDirectory();
    const { directory } = started;
    expect(await directory.claimFill('one', 1000)).toBe(true);
    expect(await directory.claimFill('other', 1000)).toBe(false);
    vi.advanceTimersByTime(900);
    expect(await directory.claimFill('one', 1000)).toBe(true);
    vi.advanceTimersByTime(900);
    await directory.releaseFill('other');
    expect(await directory.claimFill('other', 1000)).toBe(false);
    vi.advanceTimersByTime(100);
    expect(await directory.claimFill('other', 1000)).toBe(true);
    expect(await directory.claimFill('one', 1000)).toBe(false);
    await directory.releaseFill('other');
    expect(await directory.claimFill('one', 1000)).toBe(true);
  });

  it('goes to one of many who ask at the same time', async () => {
    await using started = startDirectory();
    const asked = Array.from({ length: 20 }, (_, index) => started.directory.claimFill(`process ${index}`, 1000));
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  });

  it('does not last for days when a clock is set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using started = startDirectory();
    await started.directory.claimFill('one', 1000);
    vi.setSystemTime(Date.now() - 24 * 60 * 60 * 1000);
    expect(await started.directory.claimFill('other', 1000)).toBe(true);
  });
});

describe('notes of what to read anew', () => {
  const shop = { provider: 'QUICKBUTIK', kind: 'ORDER', externalId: '1' } as const;
  const parcel = { provider: 'QAPLA', kind: 'PARCEL', externalId: 'A/1' } as const;

  it('are kept once for each thing, by provider', async () => {
    await using started = startDirectory();
    const { directory } = started;
    await directory.notePending([shop, parcel, shop], 1);
    await directory.notePending([shop], 2);
    expect(await directory.pending('QUICKBUTIK', 9)).toEqual([{ ...shop, notedAt: 2 }]);
    expect(await directory.pending(null, 9)).toHaveLength(2);
    expect(await directory.pending(null, 1)).toHaveLength(1);
    expect(await directory.pending('QPILOT', 9)).toEqual([]);
  });

  it('are taken off once the thing was read, unless it was noted again since', async () => {
    await using started = startDirectory();
    const { directory } = started;
    await directory.notePending([shop, parcel], 5);
    await directory.settlePending({ ...shop, notedAt: 4 });
    expect(await directory.pending(null, 9)).toHaveLength(2);
    await directory.settlePending({ ...shop, notedAt: 5 });
    await directory.settlePending({ ...shop, notedAt: 5 });
    expect(await directory.pending(null, 9)).toEqual([{ ...parcel, notedAt: 5 }]);
  });

  it('keep the latest time, whichever note comes in last', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const times = [7, 3, 9, 1, 8];
    await Promise.all(times.map((notedAt) => directory.notePending([shop, parcel], notedAt)));
    expect((await directory.pending(null, 9)).map(({ notedAt }) => notedAt)).toEqual([9, 9]);
  });

  it('are none lost of ten thousand, and all taken off again', async () => {
    await using started = startDirectory();
    const { directory } = started;
    const refs = Array.from({ length: 10_000 }, (_, index) => ({ ...shop, externalId: `${index}` }));
    await Promise.all(refs.map((ref) => directory.notePending([ref], 1)));
    const noted: readonly PendingReread[] = await directory.pending(null, 20_000);
    expect(noted).toHaveLength(10_000);
    await Promise.all(noted.map((note) => directory.settlePending(note)));
    expect(await directory.pending(null, 9)).toEqual([]);
  });
});
