import { z } from 'zod';
import type { Reading } from '../../domain/reading.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { readJson } from '../_shared/parse-wire.js';
import { parseRows, parseTolerantly } from '../_shared/tolerant-wire.js';
import type { UpstreamPage } from '../_shared/upstream-pages.js';
import { integerWire } from '../_shared/wire-values.js';
import { withCamelKeys } from './casing.js';

const provider = 'QPILOT';
const listFields = ['items', 'results', 'data'] as const;
const totalsSchema = z.object({ totalCount: integerWire, totalPages: integerWire });

interface RowReading {
  /** Counts a value that could not be read. */
  readonly warn: Reading['warn'];
  /** For rows whose names differ by more than their first letter. @default rows are taken as the envelope is */
  readonly rename?: (value: unknown) => unknown;
}

// A write says itself what it could not read of its answer: it has to be there, or the outcome is unknown.
const uncounted = () => {};

/**
 * The record of an answer; null for 404, which stands for an unknown id (public clients), and for an empty 204.
 *
 * @throws UpstreamError PROVIDER_REJECTED for another 4xx, PROVIDER_CONTRACT for a body that is no such record.
 */
export function readRecord<Schema extends z.ZodType>(
  answer: UpstreamAnswer,
  schema: Schema,
  warn: Reading['warn'] = uncounted,
): z.output<Schema> | null {
  if (answer.status === 404 || answer.status === 204) return null;
  assertAccepted(answer);
  const value = readJson(answer, provider);
  return value === null ? null : parseTolerantly(schema, withCamelKeys(value), { provider, warn });
}

/**
 * One page of rows: a bare array, `{items,totalCount,totalPages}`, `{results}` beside an empty `items`, or `{data}`
 * (all public: the guide shows no list).
 *
 * @throws UpstreamError PROVIDER_REJECTED for a 4xx, PROVIDER_CONTRACT when no list is found or none of its rows can be read.
 */
export function readList<Schema extends z.ZodType>(
  answer: UpstreamAnswer,
  rowSchema: Schema,
  { warn, rename }: RowReading = { warn: uncounted },
): UpstreamPage<z.output<Schema>> {
  assertAccepted(answer);
  // All of it, its rows as well.
  const envelope = withCamelKeys(readJson(answer, provider));
  const found: unknown[] | null = Array.isArray(envelope) ? envelope : pickList(envelope);
  if (found === null) throw new UpstreamError('PROVIDER_CONTRACT', provider, { detail: 'no list in the answer' });
  const rows = parseRows(rowSchema, rename === undefined ? found : found.map((row) => rename(row)), { provider, warn });
  const totals = totalsSchema.safeParse(envelope);
  const { totalCount, totalPages } = totals.success ? totals.data : { totalCount: null, totalPages: null };
  // Rows beside a total of none contradict it: then the total says nothing.
  const believed = (total: number | null) => (total !== null && total > 0 ? total : found.length === 0 ? total : null);
  return { rows, given: found.length, totalPages: believed(totalPages), totalRows: believed(totalCount) };
}

/** Passes a success on. @throws UpstreamError PROVIDER_REJECTED; the body may repeat the request and is not read. */
export function assertAccepted({ status }: UpstreamAnswer): void {
  if (status >= 400) throw new UpstreamError('PROVIDER_REJECTED', provider, { detail: `status ${status}` });
}

function pickList(envelope: unknown): unknown[] | null {
  if (envelope === null || typeof envelope !== 'object') return null;
  const lists = listFields.map((field): unknown => Reflect.get(envelope, field)).filter((list) => Array.isArray(list));
  return lists.find((list) => list.length > 0) ?? lists[0] ?? null;
}
