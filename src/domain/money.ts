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
// These name several currencies: they are taken off the amount and say only what the currency is not.
const ambiguousMarks = /^(kr\.?|\$|:-)$/i;
// No amount is this long; a hostile text must not keep the parser busy.
const longestText = 100;
const plainAmount = /^(?:0|[1-9]\d{0,20})\.(?:\d\d|\d{2,20}[1-9])$/;
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
  // As most are written.
  if (plainAmount.test(raw)) return { amount: raw, currency: fallbackCurrency, raw };
  const text = raw.replaceAll(/[\s\u00a0\u202f]+/gu, ' ').trim();
  if (text === '') return null;
  if (text.length > longestText) return { amount: null, currency: fallbackCurrency, raw };
  const { digits, currency } = splitCurrency(text, fallbackCurrency);
  return { amount: parseDecimal(digits), currency, raw };
}

interface SplitAmount {
  readonly digits: string;
  readonly currency: string | null;
}

function splitCurrency(text: string, fallbackCurrency: string | null): SplitAmount {
  const unsplit = { digits: text, currency: fallbackCurrency };
  const match =
    /^(?<before>\p{L}+\.?|[^\d\s.,'+\-−]*) ?(?<digits>[+\-−]?[\d.,' ]+?) ?(?<after>\p{L}+\.?|[^\d\s.,']*)$/u.exec(text);
  const { before = '', digits, after = '' } = match?.groups ?? {};
  if (digits === undefined || (before !== '' && after !== '')) return unsplit;
  const mark = before || after;
  if (mark === '') return { digits, currency: fallbackCurrency };
  if (ambiguousMarks.test(mark)) return { digits, currency: mayMean(mark, fallbackCurrency) ? fallbackCurrency : null };
  const currency = normalizeCurrency(symbols[mark] ?? mark);
  return currency === null ? unsplit : { digits, currency };
}

/** Whether a currency is written with a mark that several share; `:-` only says that there are no decimals. */
function mayMean(mark: string, currency: string | null): boolean {
  if (currency === null || mark === ':-') return true;
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const symbol = new Intl.NumberFormat('en', style).formatToParts(0).find(({ type }) => type === 'currency')?.value;
  return symbol?.toLowerCase() === mark.toLowerCase().replace('.', '');
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
  const text = value.trim();
  const negative = /^[-−]/.test(text);
  const plain = toPlainDecimal(text.replace(/^[-−+]/, ''));
  if (plain === null) return null;
  const [whole = '', fraction = ''] = plain.split('.');
  const wholeDigits = whole.replace(/^0+(?=\d)/, '');
  const fractionDigits = fraction.replace(/0+$/, '').padEnd(2, '0');
  const isZero = /^0*$/.test(wholeDigits + fractionDigits);
  return `${negative && !isZero ? '-' : ''}${wholeDigits || '0'}.${fractionDigits}`;
}

function toPlainDecimal(text: string): string | null {
  if (/^\d+(\.\d*)?$/.test(text) || /^\.\d+$/.test(text)) return text;
  if (/^\d+,$/.test(text)) return text.slice(0, -1);
  if (/^\d+,\d{1,2}$/.test(text)) return text.replace(',', '.');
  const grouped = [
    { form: /^\d{1,3}(,\d{3})+\.\d*$/, separator: /,/g, decimal: '.' },
    { form: /^\d{1,3}(\.\d{3})+,\d*$/, separator: /\./g, decimal: ',' },
    { form: /^\d{1,3}( \d{3})+([.,]\d{0,2})?$/, separator: / /g, decimal: text.includes(',') ? ',' : '.' },
    { form: /^\d{1,3}('\d{3})+(\.\d*)?$/, separator: /'/g, decimal: '.' },
    { form: /^\d{1,3}(,\d{3}){2,}$/, separator: /,/g, decimal: '.' },
    { form: /^\d{1,3}(\.\d{3}){2,}$/, separator: /\./g, decimal: ',' },
  ].find(({ form }) => form.test(text));
  return grouped ? text.replace(grouped.separator, '').replace(grouped.decimal, '.') : null;
}
