import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareInstants,
  formatLocal,
  fromEpochMs,
  hasTimeOfDay,
  isTimeZone,
  parseCalendarDate,
  parseInstant,
  parseOffsetInstant,
  toEpochMs,
  toUnixSeconds,
} from '../../../src/domain/instant.js';

const zones = ['Europe/Stockholm', 'Europe/Rome'] as const;
const hourMs = 3_600_000;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const seconds = fc.integer({ min: Date.UTC(1971, 0) / 1000, max: Date.UTC(2037, 11) / 1000 });

/** The local time by the runtime's own zone data, as the reference. */
function localByIntl(epochMs: number, timeZone: string): string {
  const style = { dateStyle: 'short', timeStyle: 'medium' } as const;
  return new Intl.DateTimeFormat('sv-SE', { ...style, timeZone }).format(epochMs);
}

function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month, 0));
  return lastDay.getUTCDate() - lastDay.getUTCDay();
}

describe.each(zones)('a local time of %s', (zone) => {
  it('is what the zone data of the runtime say', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        expect(formatLocal(fromEpochMs(second * 1000), zone)).toBe(localByIntl(second * 1000, zone));
      }),
    );
  });

  it('is read back as the instant, or as the earlier one of two that show the same', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        const local = localByIntl(second * 1000, zone);
        const readAt = toEpochMs(parseInstant(local, zone) ?? '');
        expect(localByIntl(readAt, zone)).toBe(local);
        const isRepeated = localByIntl(second * 1000 - hourMs, zone) === local;
        expect(readAt).toBe(isRepeated ? second * 1000 - hourMs : second * 1000);
      }),
    );
  });

  it('inside a spring gap moves forward by the length of the gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1996, max: 2037 }), fc.integer({ min: 0, max: 3599 }), (year, offset) => {
        const day = lastSunday(year, 3);
        const [minute, second] = [Math.trunc(offset / 60), offset % 60].map((part) => String(part).padStart(2, '0'));
        const expected = Date.UTC(year, 2, day, 1) + offset * 1000;
        expect(parseInstant(`${year}-03-${day} 02:${minute}:${second}`, zone)).toBe(fromEpochMs(expected));
        expect(localByIntl(expected, zone)).toBe(`${year}-03-${day} 03:${minute}:${second}`);
      }),
    );
  });

  it('inside an autumn overlap is the earlier one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1996, max: 2037 }), (year) => {
        const day = lastSunday(year, 10);
        const instant = parseInstant(`${day}/10/${year} 02:30:00`, zone);
        expect(instant).toBe(fromEpochMs(Date.UTC(year, 9, day, 0, 30)));
        expect(localByIntl(toEpochMs(instant ?? '') + hourMs, zone)).toBe(`${year}-10-${day} 02:30:00`);
      }),
    );
  });
});

describe('a text with an offset', () => {
  it.each([
    ['2020-01-01T12:01:45+01:00', '2020-01-01T11:01:45Z'],
    ['2020-01-01T12:01:45+0100', '2020-01-01T11:01:45Z'],
    ['2020-01-01T11:01:45Z', '2020-01-01T11:01:45Z'],
    ['2020-01-01 11:01:45z', '2020-01-01T11:01:45Z'],
    ['2020-01-01T11:01:45.1234567Z', '2020-01-01T11:01:45.1234567Z'],
  ])('is that instant whatever the zone: %s', (text, instant) => {
    for (const zone of zones) expect(parseInstant(text, zone)).toBe(instant);
    expect(parseOffsetInstant(text)).toBe(instant);
  });

  it('keeps its instant through any offset', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: -14 * 60, max: 14 * 60 }), (second, offset) => {
        const local = new Date(second * 1000 + offset * 60_000).toISOString().slice(0, 19);
        const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
          String(part).padStart(2, '0'),
        );
        const instant = parseInstant(`${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`, 'Europe/Rome');
        expect(toEpochMs(instant ?? '')).toBe(second * 1000);
      }),
    );
  });

  it.each(['2020-01-01T00:00:00', '2020-01-01', '+012020-01-01T00:00:00Z', '2020-01-01T00:00:00Z[Europe/Rome]', ''])(
    'is asked for where none is given: %s',
    (text) => {
      expect(parseOffsetInstant(text)).toBeNull();
    },
  );
});

describe('a text of the providers', () => {
  it.each([
    ['2019-12-31 23:00:00', '2019-12-31T22:00:00Z'],
    ['2019-12-31T23:00', '2019-12-31T22:00:00Z'],
    ['31/12/2019 23:00:00', '2019-12-31T22:00:00Z'],
    ['31-12-2019', '2019-12-30T23:00:00Z'],
    ['2019-12-31', '2019-12-30T23:00:00Z'],
  ])('is local time: %s', (text, instant) => {
    expect(parseInstant(text, 'Europe/Rome')).toBe(instant);
  });

  it.each(['0000-00-00', '0000-00-00 00:00:00', '2020-02-30', '30/02/2020', '2020-01-01 24:30:00', '12/31/2020'])(
    'that is no time is null: %s',
    (text) => {
      expect([parseInstant(text, 'Europe/Rome'), parseCalendarDate(text)]).toEqual([null, null]);
    },
  );

  it('that is any text is null or an instant, never a failure', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/:. TZ+') }), (text) => {
        expect(parseInstant(text, 'Europe/Rome') ?? '2020-01-01T00:00:00Z').toMatch(rfc3339);
      }),
    );
  });

  it('states its calendar date without a change of zone', () => {
    const texts = ['2020-01-31', '31/01/2020 23:59:59', '2020-01-31T23:30:00Z', '2020-01-31T23:30:00-05:00'];
    expect(texts.map(parseCalendarDate)).toEqual(texts.map(() => '2020-01-31'));
  });

  it('has a time of day unless it is midnight', () => {
    const withTime = ['2020-01-31 00:00:01', '31/01/2020 10:00', '2020-01-31T10:00:00Z', '2020-01-31T10:00:00+01:00'];
    expect(withTime.map(hasTimeOfDay)).toEqual([true, true, true, true]);
    expect(['2020-01-31', '2020-01-31 00:00:00', '2020-01-31T00:00:00Z', 'soon'].map(hasTimeOfDay)).not.toContain(true);
  });
});

describe('numbers of an instant', () => {
  it('are whole UNIX seconds, rounded down', () => {
    expect(['1970-01-01T00:00:01.999Z', '1969-12-31T23:59:59.5Z'].map(toUnixSeconds)).toEqual([1, -1]);
  });

  it('come back from milliseconds', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        expect(toEpochMs(fromEpochMs(second * 1000))).toBe(second * 1000);
      }),
    );
  });

  it('are written as ISO 8601 has them, with years of any length and fractions where there are any', () => {
    const thousandths = fc.integer({ min: -8.64e15, max: 8.64e15 });
    fc.assert(
      fc.property(
        fc.oneof(
          thousandths,
          seconds.map((second) => second * 1000),
        ),
        (epochMs) => {
          const iso = new Date(epochMs).toISOString();
          expect(fromEpochMs(epochMs)).toBe(
            iso.replace(/\.?0+Z$/, (end) => (end.startsWith('.') ? 'Z' : end.replace(/0+Z/, 'Z'))),
          );
          expect(toEpochMs(fromEpochMs(epochMs))).toBe(epochMs);
        },
      ),
    );
  });

  it('know which zones exist', () => {
    expect(['Europe/Stockholm', 'UTC', 'Europe/Gotham', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});

describe('a text in any usual form', () => {
  const two = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
  const parts = fc.record({
    year: fc.oneof(fc.integer({ min: 1890, max: 3050 }), fc.integer({ min: 2020, max: 2030 })).map(String),
    month: two(14),
    day: two(33),
    time: fc.option(fc.tuple(two(26), two(61), two(62)).map((units) => units.join(':'))),
  });
  /** By the reference: a fraction is read by the longer way. */
  const reference = (date: string, time: string, zone: string) => parseInstant(`${date}T${time}.0`, zone);

  it('is the instant and the date that the longer way reads', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(...zones, 'America/St_Johns'), ({ year, month, day, time }, zone) => {
        const clock = time ?? '00:00:00';
        const expected = reference(`${year}-${month}-${day}`, clock, zone);
        const date = expected === null ? null : `${year}-${month}-${day}`;
        const texts = [
          [year, month, day].join('-') + (time === null ? '' : ` ${time}`),
          [year, month, day].join('-') + (time === null ? '' : `T${time}`),
          [day, month, year].join('/') + (time === null ? '' : ` ${time}`),
          [day, month, year].join('-') + (time === null ? '' : ` ${time}`),
        ];
        for (const text of texts) {
          expect([text, parseInstant(text, zone)]).toEqual([text, expected]);
          expect([text, parseCalendarDate(text)]).toEqual([text, date]);
          expect([text, hasTimeOfDay(text)]).toEqual([text, date !== null && clock !== '00:00:00']);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('two instants', () => {
  it('are compared by the moments they name, whatever their years and fractions', () => {
    const earliestMs = Date.UTC(0, 0) - 70_000_000_000_000;
    const moments = fc.oneof(
      fc.integer({ min: earliestMs, max: 8_640_000_000_000_000 }),
      fc.constantFrom(0, 1, 120, 500, 999, 1000, 1001, 2000).map((ms) => Date.UTC(2026, 0) + ms),
      seconds.map((second) => second * 1000),
    );
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        expect(Math.sign(compareInstants(fromEpochMs(one), fromEpochMs(other)))).toBe(Math.sign(one - other));
      }),
    );
  });
});
