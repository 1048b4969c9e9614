import { expect, test } from 'vitest';
import {
  instantBehind,
  isBeyondImports,
  localStart,
  moveLocal,
  plainLocal,
} from '../../../src/datasources/qapla/local-time.js';

test.each([
  ['2016-08-31T07:17:25Z', '2016-08-31 09:17:25'],
  ['2016-01-31T07:17:25.900Z', '2016-01-31 08:17:25'],
  // 02:30 comes twice in this night: what follows the first begins at 02:00 again.
  ['2026-10-25T00:30:00Z', '2026-10-25 02:00:00'],
  ['2026-10-25T01:30:00Z', '2026-10-25 02:30:00'],
  ['1970-01-01T00:00:00Z', '1970-01-01 01:00:00'],
  ['1969-12-31T23:59:59Z', '1970-01-01 00:00:00'],
  ['0000-01-01T00:00:00Z', '1970-01-01 00:00:00'],
  ['-000001-12-31T00:00:00Z', '1970-01-01 00:00:00'],
])('starts for %s at %s', (since, local) => {
  expect(localStart(since, 'Europe/Rome')).toBe(local);
});

test.each([
  ['2016-08-31 09:17:25', '2016-08-31T07:17:26Z'],
  ['2026-10-25 02:30:00', '2026-10-25T01:30:01Z'],
  ['2026-13-01 00:00:00', null],
])('has every later row behind %s at %s', (local, instant) => {
  expect(instantBehind(local, 'Europe/Rome')).toBe(instant);
});

test.each([
  ['2099-12-31T23:59:59Z', false],
  ['2100-01-01T00:00:00Z', true],
  ['9999-12-31T23:59:59Z', true],
  ['0000-01-01T00:00:00Z', false],
])('lies behind all imports: %s, %s', (since, isBeyond) => {
  expect(isBeyondImports(since)).toBe(isBeyond);
});

test.each([
  ['2016-08-31 09:17:25', '2016-08-31 09:17:25'],
  ['2026-10-25 01:59:59', '2026-10-25 01:59:59'],
  ['2026-10-25 02:00:00', '2026-10-25 01:59:59'],
  ['2026-10-25 02:59:59', '2026-10-25 01:59:59'],
  ['2026-10-25 03:00:00', '2026-10-25 03:00:00'],
  ['2026-03-29 01:59:59', '2026-03-29 01:59:59'],
  ['2026-03-29 02:30:00', '2026-03-29 01:59:59'],
  ['2026-03-29 03:00:00', '2026-03-29 03:00:00'],
])('asks instead of %s for %s, a time that comes once', (local, plain) => {
  expect(plainLocal(local, 'Europe/Rome')).toBe(plain);
});

test.each([
  ['2026-10-25 01:59:59', 3600, '2026-10-25 02:59:59'],
  ['2026-03-01 00:00:00', -1, '2026-02-28 23:59:59'],
])('moves the text %s by %i seconds to %s, whatever clocks do', (local, seconds, moved) => {
  expect(moveLocal(local, seconds)).toBe(moved);
});
