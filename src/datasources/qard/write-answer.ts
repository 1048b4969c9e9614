import { z } from 'zod';
import { decodeJson } from '../../http/decode-json.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { readJson } from '../_shared/parse-wire.js';
import { credentialHeaders, type QardParts } from './auth.js';
import { textOf } from './candidates.js';
import { listFields } from './envelope.js';
import { recordWireSchema, type WireRecord } from './wire.js';

/** Headers of a request with a JSON body. */
export function jsonHeaders(parts: QardParts): Readonly<Record<string, string>> {
  return { ...credentialHeaders(parts), 'content-type': 'application/json' };
}

/**
 * The record in the answer of a write that was accepted; null for none. No such answer is documented: whether the status alone says
 * that it was done is the caller's to know.
 *
 * @throws UpstreamError PROVIDER_CONTRACT for a body that is no JSON: a page of a proxy in between.
 */
export function readDone(answer: UpstreamAnswer): WireRecord | null {
  if (answer.text.trim() === '') return null;
  const body = recordWireSchema.safeParse(readJson(answer, 'QARD'));
  return body.success ? body.data : null;
}

/**
 * The records in the answer of a write that was accepted, in a list or by itself; empty for none.
 *
 * @throws UpstreamError PROVIDER_CONTRACT for a body that is no JSON.
 */
export function readRows(answer: UpstreamAnswer): WireRecord[] {
  if (answer.text.trim() === '') return [];
  const body = readJson(answer, 'QARD');
  const record = recordWireSchema.safeParse(body);
  const fields = record.success ? listFields.map((name) => record.data[name]) : [];
  const list: unknown = [body, ...fields].find(Array.isArray) ?? [body];
  const rows = z.array(z.unknown()).parse(list);
  return rows.map((row) => recordWireSchema.safeParse(row)).flatMap((row) => (row.success ? [row.data] : []));
}

/** The words of a refusal, `{error_message}` or `{message}` (public); null for a body of another form. */
export function refusalOf({ text }: UpstreamAnswer): string | null {
  try {
    const body = recordWireSchema.safeParse(decodeJson(text));
    return body.success ? textOf(body.data, ['error_message', 'message']) : null;
  } catch {
    return null;
  }
}
