import { UpstreamError } from '../../errors/upstream-error.js';
import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { readJson } from '../_shared/parse-wire.js';
import { sendWrite } from '../_shared/write-call.js';
import { authHeaders } from './auth.js';
import type { QuickbutikParts } from './calls.js';
import { errorCodeOf } from './envelope.js';

interface ShopWrite {
  readonly operation: string;
  readonly method: 'POST' | 'PUT';
  readonly path: 'orders' | 'products' | 'categories';
  /** A list for orders and products, an object for a category (seed document). */
  readonly body: object;
}

/**
 * Sends a write once and reads the JSON of its answer.
 *
 * @throws UpstreamRejection with the shop's words when the whole call was refused. For writes 404 is no absence: the seed document has
 * it as the status of any error of POST and PUT products.
 */
export function sendShopWrite<Answer>(
  parts: QuickbutikParts,
  { operation, method, path, body }: ShopWrite,
  read: (body: unknown) => Answer,
): Promise<Answer> {
  const headers = { ...authHeaders(parts.config.credentials.API_KEY), 'content-type': 'application/json' };
  const request = { operation, method, path: [path], headers, body: JSON.stringify(body) };
  return sendWrite(parts, request, (answer) => read(readWritten(answer)));
}

function readWritten(answer: UpstreamAnswer): unknown {
  const { status } = answer;
  if (status >= 400) throw new UpstreamRejection('QUICKBUTIK', wordsOfBody(answer), `status ${status}`);
  const body = readJson(answer, 'QUICKBUTIK');
  const code = errorCodeOf(body);
  if (code === null) return body;
  // An error body inside a 200 is believed here as on reads (assumed).
  if (code === 401 || code === 403) throw new UpstreamError('PROVIDER_AUTH', 'QUICKBUTIK', { detail: `code ${code}` });
  if (code >= 500) throw new UpstreamError('PROVIDER_CONTRACT', 'QUICKBUTIK', { detail: `code ${code}` });
  throw new UpstreamRejection('QUICKBUTIK', wordsIn(body), `code ${code}`);
}

function wordsOfBody({ text }: UpstreamAnswer): string | null {
  try {
    return wordsIn(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * The words of an error, which the shop writes as `error` (public clients) or as a list of `errors` (seed document, PUT orders).
 *
 * @returns as upstream wrote them; null when there are none.
 */
export function wordsIn(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return value.map(wordsIn).filter(Boolean).join(' ') || null;
  return ['error', 'errors', 'message'].map((name) => wordsIn((value as Wire)[name])).find(Boolean) ?? null;
}

type Wire = Readonly<Record<string, unknown>>;
