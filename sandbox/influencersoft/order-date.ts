const CLOCK = String.raw`(?<h>\d{2}):(?<m>\d{2}):(?<s>\d{2})`;
const ISO = new RegExp(`^(?<Y>\\d{4})-(?<M>\\d{2})-(?<D>\\d{2}) ${CLOCK}$`);
/** Of order_created_at: 30.01.2020 04:22:16. */
const DAY_FIRST = new RegExp(`^(?<D>\\d{2})\\.(?<M>\\d{2})\\.(?<Y>\\d{4}) ${CLOCK}$`);
/** Of order_paid_at: 01/30/2020 04:22:16. */
const MONTH_FIRST = new RegExp(`^(?<M>\\d{2})/(?<D>\\d{2})/(?<Y>\\d{4}) ${CLOCK}$`);

/**
 * A real date and time in one of the two formats that the article shows for the parameter, in UNIX seconds; null for any
 * other text. The account's zone is not known: taken as UTC.
 */
export function readOrderDate(parameter: 'order_created_at' | 'order_paid_at', text: string): number | null {
  const own = parameter === 'order_created_at' ? DAY_FIRST : MONTH_FIRST;
  const parts = (ISO.exec(text) ?? own.exec(text))?.groups;
  if (parts === undefined) return null;
  const iso = `${parts['Y']}-${parts['M']}-${parts['D']}T${parts['h']}:${parts['m']}:${parts['s']}.000Z`;
  const time = Date.parse(iso);
  // The parser moves 30 February on to March; the round trip shows it.
  return !Number.isNaN(time) && new Date(time).toISOString() === iso ? time / 1000 : null;
}
