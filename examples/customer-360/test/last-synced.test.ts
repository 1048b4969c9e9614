import { expect, test } from 'vitest';
import { lastSynced } from '../src/commerce/last-synced.js';

test('the data are as of the oldest synchronization that ended well', () => {
  const syncs = [
    { status: 'SUCCESS', completedAt: '2026-11-22T14:28:45Z' },
    { status: 'SUCCESS', completedAt: '2026-11-21T09:00:00Z' },
    { status: 'FETCH_ERROR', completedAt: '2026-11-20T09:00:00Z' },
    { status: 'FETCHING', completedAt: null },
  ];
  expect(lastSynced(syncs)).toBe('2026-11-21T09:00:00Z');
});

test('data that were never synchronized are as of no time', () => {
  expect(lastSynced([{ status: 'QUEUED', completedAt: null }])).toBeNull();
});
