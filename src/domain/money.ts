/** An amount exactly as upstream states it. */
export interface Money {
  /** Decimal string with at least two decimals and no further trailing zeros; null when `raw` cannot be read. */
  readonly amount: string | null;
  /** ISO 4217 code; null unless upstream states it or a setting gives it. */
  readonly currency: string | null;
  /** The text upstream sent. */
  readonly raw: string;
}

const symbols: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };
// `kr` and `$` name several currencies: they are taken off the amount and leave the currency unknown.
const ambiguousMarks = /^(kr\.?|\$|:-)$/i;
const isoCurrencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * Reads an amount in any of the forms the providers use: `"150,00"`, `"EUR 99.90"`, `"EUR 29."`, `"€ 5.50"`, `"7.7300"`, `9.75`.
 *
 * @returns null when upstream states no amount (null, absent, blank); otherwise the amount, or `amount: null` with the
 * raw text when the text is no unambiguous decimal, such as `"1,234"`.
 */
export function parseMoney(value: unknown, fallbackCurrency: string | null): Money | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const raw = String(value);
  const text = raw.replaceAll(/[\s\u00a0\u202f]+/gu, ' ').trim();
  if (text === '') return null;
  const { digits, currency } = splitCurrency(text);
  return { amount: parseDecimal(digits), currency: currency ?? fallbackCurrency, raw };
}

function splitCurrency(text: string): { digits: string; currency: string | null } {
  const match = /^(?<before>[^\d\s.,+\-−]*) ?(?<digits>[+\-−]?[\d.,' ]+?) ?(?<after>[^\d\s.,]*(?::-)?)$/u.exec(text);
  const before = match?.groups?.['before'] ?? '';
  const after = match?.groups?.['after'] ?? '';
  const digits = match?.groups?.['digits'];
  if (digits === undefined || (before !== '' && after !== '')) return { digits: text, currency: null };
  const mark = before || after;
  if (mark === '' || ambiguousMarks.test(mark)) return { digits, currency: null };
  const currency = normalizeCurrency(symbols[mark] ?? mark);
  return currency === null ? { digits: text, currency: null } : { digits, currency };
}

/** An ISO 4217 code in capitals, or null when the text is none. */
export function normalizeCurrency(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const code = value.trim().toUpperCase();
  return isoCurrencies.has(code) ? code : null;
}

/**
 * The canonical decimal of a text, or null when it is ambiguous or no number.
 *
 * @remarks A lone dot is a decimal mark whatever follows (`"7.7300"`); a lone comma only before one or two digits,
 * since `"1,234"` may mean either; with both, the last one is the decimal mark.
 */
export function parseDecimal(value: string): string | null {
  const text = value.trim().replace('−', '-').replace(/^\+/, '');
  const negative = text.startsWith('-');
  const unsigned = (negative ? text.slice(1) : text).replace(/[.,]$/, '');
  const plain = toPlainDecimal(unsigned);
  if (plain === null) return null;
  const [whole = '', fraction = ''] = plain.split('.');
  const wholeDigits = whole.replace(/^0+(?=\d)/, '');
  const fractionDigits = fraction.replace(/0+$/, '').padEnd(2, '0');
  const isZero = /^0*$/.test(wholeDigits + fractionDigits);
  return `${negative && !isZero ? '-' : ''}${wholeDigits || '0'}.${fractionDigits}`;
}

function toPlainDecimal(text: string): string | null {
  if (/^\d+(\.\d+)?$/.test(text) || /^\.\d+$/.test(text)) return text;
  if (/^\d+,\d{1,2}$/.test(text)) return text.replace(',', '.');
  const grouped = [
    { form: /^\d{1,3}(,\d{3})+\.\d*$/, separator: /,/g, decimal: '.' },
    { form: /^\d{1,3}(\.\d{3})+,\d*$/, separator: /\./g, decimal: ',' },
    { form: /^\d{1,3}( \d{3})+([.,]\d{1,2})?$/, separator: / /g, decimal: text.includes(',') ? ',' : '.' },
    { form: /^\d{1,3}('\d{3})+(\.\d*)?$/, separator: /'/g, decimal: '.' },
    { form: /^\d{1,3}(,\d{3}){2,}$/, separator: /,/g, decimal: '.' },
    { form: /^\d{1,3}(\.\d{3}){2,}$/, separator: /\./g, decimal: ',' },
  ].find(({ form }) => form.test(text));
  return grouped ? text.replace(grouped.separator, '').replace(grouped.decimal, '.') : null;
}
