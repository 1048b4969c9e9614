import type { z } from 'zod';
import { UpstreamError } from '../../errors/upstream-error.js';
import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { parseWire, readJson } from '../_shared/parse-wire.js';
import { listWire } from '../_shared/wire-values.js';
import { sendWrite } from '../_shared/write-call.js';
import type { QaplaParts } from './calls.js';
import { findOwnEnvelope, readEnvelope } from './envelope.js';

/** A row of an order or a parcel as it is sent; amounts are texts with a dot (seed document). */
export interface NewRow {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  /** Decimal text. */
  readonly unitPrice: string;
  /** Decimal text. */
  readonly total: string;
}

/** What became of one row of a push. */
export type RowOutcome<Done> =
  | ({ readonly state: 'DONE' } & Done)
  | { readonly state: 'REFUSED'; readonly code: 'TAKEN' | 'REJECTED'; readonly message: string }
  /** The answer says nothing that can be understood of this row. */
  | { readonly state: 'UNKNOWN' };

interface Push<Row, Done> {
  readonly method: 'pushTrack' | 'pushOrder';
  readonly rows: readonly object[];
  /** Name of the answer's list. */
  readonly list: 'track' | 'orders';
  readonly rowSchema: z.ZodType<Row>;
  /** The outcome a row of the answer states. */
  readonly read: (row: Row) => RowOutcome<Done>;
}

/**
 * Posts rows as `{apiKey, [method]: rows}` (seed document), once; one call in the rate per row (public).
 *
 * @returns an outcome for each row, in the order sent
 * @throws UpstreamError PROVIDER_OUTCOME_UNKNOWN when rows may have been taken; every other code means that none was.
 */
export function push<Row extends { readonly row: number | null }, Done>(
  parts: QaplaParts,
  { method, rows, list, rowSchema, read }: Push<Row, Done>,
): Promise<RowOutcome<Done>[]> {
  return sendWrite(
    parts,
    {
      operation: method,
      method: 'POST',
      path: [method],
      trailingSlash: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ apiKey: parts.config.credentials.API_KEY.reveal(), [method]: rows }),
      cost: rows.length,
    },
    (answer) => {
      const answered = parseWire(listWire(rowSchema), findRows(answer, method, list), 'QAPLA');
      const outcomes = outcomesByRow(
        answered.map((row) => [row.row, read(row)] as const),
        rows.length,
      );
      if (outcomes.some(({ state }) => state !== 'UNKNOWN')) return outcomes;
      throw new UpstreamError('PROVIDER_CONTRACT', 'QAPLA', { detail: `${list}: no row that was sent` });
    },
  );
}

/** The rows of an answer. Rows count also where the envelope says KO: some of them may have been taken. */
function findRows(answer: UpstreamAnswer, method: string, list: string): unknown {
  const own = findOwnEnvelope(readJson(answer, 'QAPLA'), method)?.[list];
  if (own !== undefined && own !== null) return own;
  // "Nothing found" is no answer to a push other than a no.
  if (readEnvelope(answer, method) === null) throw new UpstreamRejection('QAPLA', null, 'nothing found');
  return [];
}

/**
 * Rows of the answer are matched by their `row`, counted from 1, and by nothing else: the seed document's echoed id and its
 * counters contradict what was sent.
 */
function outcomesByRow<Done>(
  answered: readonly (readonly [row: number | null, outcome: RowOutcome<Done>])[],
  sent: number,
): RowOutcome<Done>[] {
  return Array.from({ length: sent }, (_, index): RowOutcome<Done> => {
    const [own, ...others] = answered.filter(([row]) => row === index + 1).map(([, outcome]) => outcome);
    // Two statements on one row that differ are none.
    const isOne = others.every((other) => JSON.stringify(other) === JSON.stringify(own));
    return own !== undefined && isOne ? own : { state: 'UNKNOWN' };
  });
}

/** Rows as both pushes send them (seed document). */
export function rowsBody(rows: readonly NewRow[]): object[] {
  return rows.map(({ sku, name, quantity, unitPrice, total }) => ({
    sku,
    name,
    qty: quantity,
    price: unitPrice,
    total,
  }));
}

/** The provider's words on a row, cleaned for the caller; of an error of another form than text there are none. */
export function wordsOf(error: unknown, fallback: string): string {
  return new UpstreamRejection('QAPLA', error).words ?? fallback;
}
