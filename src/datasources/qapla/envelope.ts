import { UpstreamError } from '../../errors/upstream-error.js';
import { UpstreamRejection } from '../../errors/upstream-rejection.js';
import type { UpstreamAnswer } from '../../http/upstream-request.js';
import { readJson } from '../_shared/parse-wire.js';

export type Envelope = Readonly<Record<string, unknown>>;

/**
 * What an answer holds under its method's name, or null when Qapla' says that nothing was found.
 *
 * @remarks HTTP 200 proves nothing here. The envelope is `body[method]`, for a failure else the only object in the body: the
 * seed document prints a failure of getTracks under `getOrders`. It is a failure when `result` is KO or `error` is true, a text or an object; `false`,
 * `""`, null and a missing `error` are none. One rule that fits every example of the seed document.
 * @throws UpstreamError PROVIDER_AUTH for a refused key, PROVIDER_RATE_LIMITED when the calls are used up, PROVIDER_REJECTED for
 * any other failure, PROVIDER_CONTRACT when there is no envelope.
 */
export function readEnvelope(answer: UpstreamAnswer, method: string): Envelope | null {
  const body = readJson(answer, 'QAPLA');
  const envelope = findEnvelope(body, method);
  if (envelope === null) throw failure(messageOf(body), answer.status);
  if (isFailure(envelope)) {
    const message = messageOf(envelope);
    if (message !== null && /^nothing found[.!]?$/i.test(message.trim())) return null;
    throw failure(message ?? '', answer.status);
  }
  if (answer.status >= 400) throw failure('', answer.status);
  // What another method found is no answer to this one.
  if (findOwnEnvelope(body, method) === null) throw failure(null, answer.status);
  return envelope;
}

/** The object under the method's own name, whatever it says; null when there is none. */
export function findOwnEnvelope(body: unknown, method: string): Envelope | null {
  const own = isEnvelope(body) ? body[method] : null;
  return isEnvelope(own) ? own : null;
}

function findEnvelope(body: unknown, method: string): Envelope | null {
  if (!isEnvelope(body)) return null;
  const own = body[method];
  if (isEnvelope(own)) return own;
  // `error` may itself be an object; it is then what went wrong, not the envelope.
  const objects = Object.entries(body).filter(([name, value]) => name !== 'error' && isEnvelope(value));
  const [only] = objects.map(([, value]) => value);
  return own === undefined && objects.length === 1 && isEnvelope(only) ? only : null;
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFailure({ result, error }: Envelope): boolean {
  if (typeof result === 'string' && result.trim().toUpperCase() === 'KO') return true;
  if (Array.isArray(error)) return error.length > 0;
  return error === true || (typeof error === 'string' && error.trim() !== '') || isEnvelope(error);
}

/** The text of a failure; null where there is none. It may hold keys and numbers: classified, and cleaned for a write's caller. */
function messageOf(value: unknown): string | null {
  if (!isEnvelope(value)) return null;
  const { message, error } = value;
  if (typeof message === 'string' && message !== '') return message;
  if (typeof error === 'string' && error !== '') return error;
  return isEnvelope(error) && typeof error['message'] === 'string' ? error['message'] : null;
}

function failure(message: string | null, status: number): UpstreamError {
  const detail = `KO, status ${status}`;
  if (message !== null && /api[\s_-]?key/i.test(message))
    return new UpstreamError('PROVIDER_AUTH', 'QAPLA', { detail });
  if (message !== null && /too many requests/i.test(message)) {
    return new UpstreamError('PROVIDER_RATE_LIMITED', 'QAPLA', { detail });
  }
  if (message === null && status < 400) {
    return new UpstreamError('PROVIDER_CONTRACT', 'QAPLA', { detail: 'no envelope' });
  }
  return new UpstreamRejection('QAPLA', message, detail);
}
