import type { Frequency } from '../graph/rows.js';
import { type Format, isSpan } from '../language/format.js';
import type { Messages } from '../language/messages/en.js';

/** How often a subscription runs, in words. */
export function frequencyWords(
  frequency: Frequency | null,
  { text, format }: { readonly text: Messages; readonly format: Format },
): string {
  if (frequency === null || frequency.value === null) return text.noFrequency;
  if (isSpan(frequency)) {
    const { unit, value } = frequency;
    return value === 1 ? text.everyOne[unit] : text.everySpan(format.span(frequency), value, unit);
  }
  if (frequency.unit === 'DAY_OF_THE_WEEK') return text.everyWeekday(format.weekday(frequency.value));
  if (frequency.unit === 'DAY_OF_THE_MONTH') return text.onDayOfMonth(frequency.value);
  return text.noFrequency;
}
