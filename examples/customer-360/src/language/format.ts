import type { Frequency, FrequencyUnit } from '../graph/rows.js';
import type { Language } from './language.js';

const locales = { en: 'en-GB', sv: 'sv-SE', it: 'it-IT' } as const satisfies Record<Language, string>;

/** An amount as the graph gives it: an exact decimal as text. */
export interface MoneyText {
  readonly amount: string | null;
  readonly currency: string | null;
}

/** Whether a text is a plain decimal, which `Intl.NumberFormat` takes as it is: no detour over a float. */
function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

/** How amounts, days and instants are written in a language. Instants are shown in the viewer's own time zone. */
export class Format {
  readonly locale: string;

  constructor(language: Language) {
    this.locale = locales[language];
  }

  /** The exact amount, with all its digits; null when it is not known. Without a currency it is the number alone. */
  money({ amount, currency }: MoneyText): string | null {
    if (amount === null) return null;
    if (!isDecimal(amount)) return amount;
    const known = currency !== null && isCurrency(currency) ? currency : null;
    const style = known === null ? {} : ({ style: 'currency', currency: known } as const);
    const least =
      known === null ? 2 : (new Intl.NumberFormat(this.locale, style).resolvedOptions().minimumFractionDigits ?? 2);
    return new Intl.NumberFormat(this.locale, {
      ...style,
      minimumFractionDigits: least,
      maximumFractionDigits: 20,
    }).format(amount);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  /** A calendar date such as `2026-11-22`; it has no time zone and is shown as it is. */
  day(date: string): string {
    return this.#date(date, { dateStyle: 'medium', timeZone: 'UTC' });
  }

  /** The day of an instant. */
  dayOf(instant: string): string {
    return this.#date(instant, { dateStyle: 'medium' });
  }

  instant(instant: string): string {
    return this.#date(instant, { dateStyle: 'medium', timeStyle: 'short' });
  }

  time(instant: string): string {
    return this.#date(instant, { timeStyle: 'short' });
  }

  /** A country's name; the code itself where the browser knows none. */
  country(code: string): string {
    try {
      return new Intl.DisplayNames(this.locale, { type: 'region' }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  /** A day of the week: 1 is Sunday, 7 Saturday. */
  weekday(day: number): string {
    // 2023-01-01 was a Sunday.
    const date = new Date(Date.UTC(2023, 0, day));
    return new Intl.DateTimeFormat(this.locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
  }

  /** `3 weeks`, `3 veckor`, `3 settimane`. */
  span({ unit, value }: { readonly unit: SpanUnit; readonly value: number }): string {
    return new Intl.NumberFormat(this.locale, { style: 'unit', unit: spanUnits[unit], unitDisplay: 'long' }).format(
      value,
    );
  }

  list(words: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(words);
  }

  #date(text: string, options: Intl.DateTimeFormatOptions): string {
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? text : new Intl.DateTimeFormat(this.locale, options).format(date);
  }
}

const spanUnits = { DAYS: 'day', WEEKS: 'week', MONTHS: 'month' } as const satisfies Partial<
  Record<FrequencyUnit, string>
>;

/** Units that count from one run to the next. */
export type SpanUnit = keyof typeof spanUnits;

export function isSpan(frequency: Frequency): frequency is Frequency & { unit: SpanUnit; value: number } {
  return frequency.unit in spanUnits && frequency.value !== null;
}
