import { decodeJson } from '../http/decode-json.js';

export type Payload = Readonly<Record<string, unknown>>;

/** The most entries of one call that are read. */
const mostEntries = 1000;
/** No provider has longer ids; whatever is longer is no id. */
const longestText = 200;

/**
 * The value of a body: JSON where it begins like it, else the fields of a form. The content type is not asked, since senders state
 * a form and write JSON.
 *
 * @returns null for a body that is empty or neither
 */
export function decodeBody(text: string): unknown {
  const body = text.trim();
  try {
    if (/^[{[]/.test(body)) return decodeJson(body);
    return body.includes('=') ? Object.fromEntries(new URLSearchParams(body)) : null;
  } catch {
    return null;
  }
}

/** The objects of a body that is one or a list of them; null for another body, and for more than a thousand. */
export function entriesOf(body: unknown): readonly Payload[] | null {
  const entries: readonly unknown[] = Array.isArray(body) ? body : [body];
  return entries.length <= mostEntries && entries.every(isPayload) ? entries : null;
}

/** The value under a name in any casing. */
export function fieldOf(payload: Payload, name: string): unknown {
  const key = Object.keys(payload).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : payload[key];
}

/** A text or number under a name in any casing, trimmed; null for anything else, and for what is too long for an id. */
export function textOf(payload: Payload, name: string): string | null {
  const value = fieldOf(payload, name);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  return text.length > longestText || text === '' ? null : text;
}

/** The object under a name in any casing. */
export function payloadOf(payload: Payload, name: string): Payload | null {
  const value = fieldOf(payload, name);
  return isPayload(value) ? value : null;
}

export function isPayload(value: unknown): value is Payload {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
