import { decodeJson } from '../../http/decode-json.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { readJson } from '../_shared/parse-wire.js';
import { credentialHeaders, type QardParts } from './auth.js';
import { textOf } from './candidates.js';
import { recordWireSchema, type WireRecord } from './wire.js';

/** Headers of a request with a JSON body. */
export function jsonHeaders(parts: QardParts): Readonly<Record<string, string>> {
  return { ...credentialHeaders(parts), 'content-type': 'application/json' };
}

/**
 * The record in the answer of a write that was done; null for none. No such answer is documented, so the status alone says that
 * it was done, unless the body shows that somebody else answered.
 *
 * @throws UpstreamError PROVIDER_CONTRACT for a body that is no JSON: a page of a proxy in between.
 */
export function readDone(answer: UpstreamAnswer): WireRecord | null {
  if (answer.text.trim() === '') return null;
  const body = recordWireSchema.safeParse(readJson(answer, 'QARD'));
  return body.success ? body.data : null;
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
