import { decodeJson } from '../../http/decode-json.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { withCamelKeys } from './casing.js';

/**
 * The words in which QPilot says why it refused a write, out of the forms its answers take (public clients): `{message}`,
 * `{messages: {errors, userMessage}}` and `{errors: {Field: [...]}}`. Null for a body without any, such as an empty one.
 */
export function refusalWords({ text }: UpstreamAnswer): string | null {
  const { message, messages, errors, title } = asRecord(readBody(text));
  const { errors: listed, userMessage } = asRecord(messages);
  const found = [message, userMessage, listed, errors, title].map(textsIn).find((texts) => texts.length > 0);
  return found?.join(' ') ?? null;
}

function readBody(text: string): unknown {
  try {
    return withCamelKeys(decodeJson(text));
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The texts of a text, a list of texts, or a record of either. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
