import type { z } from 'zod';
import type { Reading } from '../../domain/reading.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { readJson } from '../_shared/parse-wire.js';
import { parseRows, parseTolerantly } from '../_shared/tolerant-wire.js';
import type { UpstreamPage } from '../_shared/upstream-pages.js';
import { totalsWireSchema } from './wire.js';

const provider = 'QARD';
/** Where a list stands in an answer that is none itself (the latter two assumed). */
export const listFields = ['result', 'data', 'items'] as const;

/**
 * One page of rows: a bare array or `{result,current_page,last_page,per_page,total}` (public), also under `data` or
 * `items` (assumed). 404 is an empty page: data that were never synchronized answer so (public).
 *
 * @throws UpstreamError PROVIDER_REJECTED for another 4xx, PROVIDER_CONTRACT when no list is found or none of its rows can be read.
 */
export function readList<Schema extends z.ZodType>(
  answer: UpstreamAnswer,
  rowSchema: Schema,
  warn: Reading['warn'],
): UpstreamPage<z.output<Schema>> {
  if (isAbsent(answer)) return { rows: [], totalPages: 0, totalRows: 0 };
  const value = readJson(answer, provider);
  const list: unknown = Array.isArray(value) ? value : pickField(value, listFields, Array.isArray);
  if (!Array.isArray(list)) throw new UpstreamError('PROVIDER_CONTRACT', provider, { detail: 'no list in the answer' });
  const rows = parseRows(rowSchema, list, { provider, warn });
  const totals = totalsWireSchema.safeParse(value);
  const { last_page, total } = totals.success ? totals.data : { last_page: null, total: null };
  // Rows beside a total of none contradict it: then the total says nothing.
  const believed = (count: number | null) => (count !== null && count > 0 ? count : list.length === 0 ? count : null);
  return { rows, given: list.length, totalPages: believed(last_page), totalRows: believed(total) };
}

/** The record of an answer, bare or wrapped as lists are; null for 404. */
export function readRecord<Schema extends z.ZodType>(
  answer: UpstreamAnswer,
  schema: Schema,
  warn: Reading['warn'],
): z.output<Schema> | null {
  if (isAbsent(answer)) return null;
  const value = readJson(answer, provider);
  return parseTolerantly(schema, pickField(value, ['result', 'data'], isRecord) ?? value, { provider, warn });
}

/** Whether the answer says that there is nothing. @throws UpstreamError PROVIDER_REJECTED for another 4xx. */
function isAbsent({ status }: UpstreamAnswer): boolean {
  if (status === 404 || status === 204) return true;
  if (status >= 400) throw new UpstreamError('PROVIDER_REJECTED', provider, { detail: `status ${status}` });
  return false;
}

function pickField(value: unknown, names: readonly string[], fits: (field: unknown) => boolean): unknown {
  if (!isRecord(value)) return undefined;
  return names.map((name): unknown => Reflect.get(value, name)).find(fits);
}

function isRecord(value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
