import { z } from 'zod';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { parseWire, readJson } from '../_shared/parse-wire.js';
import type { UpstreamPage } from '../_shared/upstream-pages.js';
import { integerWire } from '../_shared/wire-values.js';
import { withCamelKeys } from './casing.js';

const provider = 'QPILOT';
const listFields = ['items', 'results', 'data'] as const;
const totalsSchema = z.object({ totalCount: integerWire, totalPages: integerWire });

/**
 * The record of an answer; null for 404, which stands for an unknown id (public clients), and for an empty 204.
 *
 * @throws UpstreamError PROVIDER_REJECTED for another 4xx, PROVIDER_CONTRACT for a body that is no such record.
 */
export function readRecord<Schema extends z.ZodType>(answer: UpstreamAnswer, schema: Schema): z.output<Schema> | null {
  if (answer.status === 404 || answer.status === 204) return null;
  assertAccepted(answer);
  const value = readJson(answer, provider);
  return value === null ? null : parseWire(schema, withCamelKeys(value), provider);
}

/**
 * One page of rows: a bare array, `{items,totalCount,totalPages}`, `{results}` beside an empty `items`, or `{data}`
 * (all public: the guide shows no list).
 *
 * @throws UpstreamError PROVIDER_REJECTED for a 4xx, PROVIDER_CONTRACT when no list is found or a row misfits.
 */
export function readList<Schema extends z.ZodType>(
  answer: UpstreamAnswer,
  rowSchema: Schema,
  rename: (value: unknown) => unknown = withCamelKeys,
): UpstreamPage<z.output<Schema>> {
  assertAccepted(answer);
  const value = readJson(answer, provider);
  const envelope = withCamelKeys(value);
  const found = Array.isArray(value) ? value : pickList(envelope);
  if (found === null) throw new UpstreamError('PROVIDER_CONTRACT', provider, { detail: 'no list in the answer' });
  const rows = parseWire(z.array(rowSchema), rename(found), provider);
  const totals = totalsSchema.safeParse(envelope);
  const { totalCount, totalPages } = totals.success ? totals.data : { totalCount: null, totalPages: null };
  // Rows beside a total of none contradict it: then the total says nothing.
  const believed = (total: number | null) => (total !== null && total > 0 ? total : rows.length === 0 ? total : null);
  return { rows, totalPages: believed(totalPages), totalRows: believed(totalCount) };
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
