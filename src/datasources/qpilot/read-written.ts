import type { z } from 'zod';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { readRecord } from './envelope.js';

/**
 * The record that a write answers with. What answers hold is in no document, but each public client reads the record.
 *
 * @param answer to a write that was not refused
 * @throws UpstreamError PROVIDER_CONTRACT for an answer that is not the record.
 */
export function readWritten<Schema extends z.ZodType>(
  answer: UpstreamAnswer,
  schema: Schema,
  isThis: (record: z.output<Schema>) => boolean = () => true,
): z.output<Schema> {
  const record = readRecord(answer, schema);
  if (record !== null && isThis(record)) return record;
  throw new UpstreamError('PROVIDER_CONTRACT', 'QPILOT', {
    detail: record === null ? 'no record in the answer' : 'another record in the answer',
  });
}

/** The record itself when the answer to its write said enough of it, else as it reads now; a failed read leaves what was said. */
export async function completed<Row>(
  record: Row,
  isComplete: boolean,
  readNow: () => Promise<Row | null>,
): Promise<Row> {
  if (isComplete) return record;
  try {
    return (await readNow()) ?? record;
  } catch {
    // The write is done whatever a read behind it meets.
    return record;
  }
}
