const DAY_MS = 86_400_000;

/** Frequency types in the order of their numbers (QPilot documentation: Days is 0). */
export const FREQUENCY_TYPES = ['Days', 'Weeks', 'Months', 'DayOfTheWeek', 'DayOfTheMonth'] as const;

/** A frequency type by name. */
export type FrequencyType = (typeof FREQUENCY_TYPES)[number];

/** How often a scheduled order comes; DayOfTheWeek counts from 1 (Sunday), DayOfTheMonth is the day's number. */
export interface Frequency {
  frequencyType: FrequencyType;
  frequency: number;
}

const HIGHEST: Record<FrequencyType, number> = {
  Days: 365,
  Weeks: 365,
  Months: 365,
  DayOfTheWeek: 7,
  DayOfTheMonth: 31,
};

/** Reads a frequency from a request body, its type by name or number; gives a sentence when it is none. */
export function readFrequency(body: Record<string, unknown>): Frequency | string {
  const given = body['frequencyType'];
  const frequencyType =
    typeof given === 'number' ? FREQUENCY_TYPES[given] : FREQUENCY_TYPES.find((name) => name === given);
  if (frequencyType === undefined) return 'FrequencyType is not valid.';
  const frequency = body['frequency'];
  if (typeof frequency !== 'number' || !Number.isInteger(frequency)) return 'Frequency must be a whole number.';
  if (frequency < 1 || frequency > HIGHEST[frequencyType]) {
    return `Frequency must be between 1 and ${HIGHEST[frequencyType]}.`;
  }
  return { frequencyType, frequency };
}

/** The first occurrence after an instant. */
export function nextOccurrence(after: Date, { frequencyType, frequency }: Frequency): Date {
  if (frequencyType === 'Days') return new Date(after.getTime() + frequency * DAY_MS);
  if (frequencyType === 'Weeks') return new Date(after.getTime() + frequency * 7 * DAY_MS);
  if (frequencyType === 'DayOfTheWeek') {
    const ahead = (frequency - 1 - after.getUTCDay() + 7) % 7;
    return new Date(after.getTime() + (ahead === 0 ? 7 : ahead) * DAY_MS);
  }
  if (frequencyType === 'Months') return onDay(after, frequency, after.getUTCDate());
  const months = after.getUTCDate() < lastDay(after, 0, frequency) ? 0 : 1;
  return onDay(after, months, frequency);
}

/** A month too short for the day takes its last one. */
function onDay(from: Date, monthsAhead: number, day: number): Date {
  const moved = new Date(from);
  moved.setUTCDate(1);
  moved.setUTCMonth(from.getUTCMonth() + monthsAhead);
  moved.setUTCDate(lastDay(from, monthsAhead, day));
  return moved;
}

function lastDay(from: Date, monthsAhead: number, day: number): number {
  const length = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + monthsAhead + 1, 0)).getUTCDate();
  return Math.min(day, length);
}
