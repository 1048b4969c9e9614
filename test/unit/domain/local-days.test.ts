import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../src/domain/instant.js';
import { offsetOfLocal } from '../../../src/domain/local-days.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const [first, last] = [Date.UTC(2005, 0, 1), Date.UTC(2035, 0, 1)];

/** Besides those in use: a change of half an hour, changes at midnight, two changes within a month, a day that was left out. */
const zones = [
  'Europe/Stockholm',
  'Europe/Rome',
  'America/New_York',
  'Asia/Kolkata',
  'UTC',
  'Australia/Lord_Howe',
  'America/Havana',
  'Africa/Casablanca',
  'Pacific/Apia',
];

/** A zone's clock by the runtime's own data; not the way the code finds it. */
function clockOf(timeZone: string): (epochMs: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return (epochMs) => format.format(epochMs);
}

/** Days of UTC in which the zone's clock is changed. */
function changesOf(timeZone: string): number[] {
  const clock = clockOf(timeZone);
  const offsetAt = (epochMs: number) => Date.parse(`${clock(epochMs).replace(' ', 'T')}Z`) - epochMs;
  const days = Array.from({ length: (last - first) / dayMs }, (_, index) => first + index * dayMs);
  const offsets = days.map(offsetAt);
  return days.filter((_, index) => index > 0 && offsets[index] !== offsets[index - 1]);
}

function slowly(local: string, timeZone: string): string {
  const exact = Temporal.PlainDateTime.from(local.replace(' ', 'T'));
  return exact.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant().toString();
}

const textOf = (localMs: number) => new Date(localMs).toISOString().slice(0, 19).replace('T', ' ');

describe.each(zones)('a local time of %s', (zone) => {
  it('is the same instant as Temporal finds, in every half hour of the days around each change', () => {
    for (const change of changesOf(zone)) {
      for (let localMs = change - 3 * dayMs; localMs < change + 2 * dayMs; localMs += hourMs / 2) {
        for (const local of [textOf(localMs), textOf(localMs + hourMs / 2 - 1000)]) {
          if (parseInstant(local, zone) !== slowly(local, zone)) {
            expect([local, parseInstant(local, zone)]).toEqual([local, slowly(local, zone)]);
          }
        }
      }
    }
  });

  it('is the same instant as Temporal finds at two times of every fifth day of thirty years', () => {
    for (let day = first; day < last; day += 5 * dayMs) {
      for (const local of [textOf(day), textOf(day + 13 * hourMs + 1_001_000)]) {
        if (parseInstant(local, zone) !== slowly(local, zone)) {
          expect([local, parseInstant(local, zone)]).toEqual([local, slowly(local, zone)]);
        }
      }
    }
  });
});

describe('the offset of a local time', () => {
  it('is known on plain days and before and behind a change, and unknown in a zone that is none', () => {
    const at = (text: string, zone: string) => offsetOfLocal(Date.parse(`${text}Z`), zone);
    expect(at('2025-03-29T23:59:59', 'Europe/Rome')).toBe(hourMs);
    expect(at('2025-03-30T02:59:59', 'Europe/Rome')).toBe(hourMs);
    expect(at('2025-03-30T03:00:00', 'Europe/Rome')).toBe(2 * hourMs);
    expect(at('2025-10-26T02:59:59', 'Europe/Rome')).toBe(2 * hourMs);
    expect(at('2025-10-26T03:00:00', 'Europe/Rome')).toBe(hourMs);
    expect(at('2025-03-31T00:00:00', 'Europe/Rome')).toBe(2 * hourMs);
    expect(at('2025-03-31T00:00:00', 'Europe/Gotham')).toBeNull();
  });

  it('stays right beyond the days that are remembered', () => {
    for (let day = 0; day < 25_000; day += 1) {
      if (offsetOfLocal(day * dayMs, 'Asia/Kolkata') !== 5.5 * hourMs) expect(textOf(day * dayMs)).toBe('plain');
    }
    expect(parseInstant('1999-07-01 12:00:00', 'Asia/Kolkata')).toBe('1999-07-01T06:30:00Z');
  });
});

it.each([
  '2025-02-29 10:00:00',
  '2025-04-31 10:00:00',
  '2025-01-00 10:00:00',
  '2025-13-01 10:00:00',
  '2025-01-01 25:00:00',
  '2025-01-01 24:00:00',
  '2025-01-01 10:60:00',
])('%s is no time on a plain day either', (text) => {
  expect(parseInstant(text, 'Europe/Rome')).toBeNull();
});
