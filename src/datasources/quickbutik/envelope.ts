import { UpstreamError } from '../../errors/upstream-error.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { readJson } from '../_shared/parse-wire.js';

/**
 * The decoded body of an answer, or undefined when Quickbutik says that there is nothing of the kind.
 *
 * @remarks Status 404 is absence (seed document, GET products, orders, shippingmethods, paymentmethods, categories); its body is
 * not read, since nobody documents that it is JSON. Other failures have a body `{code, error}` (public clients), which is
 * believed inside a 200 as well (assumed).
 * @throws UpstreamError PROVIDER_REJECTED for a refusal, PROVIDER_AUTH for one of the key, PROVIDER_CONTRACT for a body without JSON.
 */
export function readAnswer(answer: UpstreamAnswer): unknown {
  const { status } = answer;
  if (status === 404) return undefined;
  if (status >= 400) throw refusal(status);
  const body = readJson(answer, 'QUICKBUTIK');
  const code = errorCodeOf(body);
  if (code === null) return body;
  if (code === 404) return undefined;
  throw refusal(code);
}

function refusal(code: number): UpstreamError {
  const isAboutKey = code === 401 || code === 403;
  return new UpstreamError(isAboutKey ? 'PROVIDER_AUTH' : 'PROVIDER_REJECTED', 'QUICKBUTIK', {
    detail: `code ${code}`,
  });
}

/** The code of an error body; 0 for an error without a readable code, null for a body that is no error. */
export function errorCodeOf(body: unknown): number | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  const isError = error === true || (typeof error === 'string' && error !== '') || isRecord(error);
  if (!isError) return null;
  const code = 'code' in body ? Number(body.code) : Number.NaN;
  return Number.isSafeInteger(code) ? code : 0;
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
