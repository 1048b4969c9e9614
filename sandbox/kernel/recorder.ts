import type { IncomingHttpHeaders } from 'node:http';
import type { SandboxRequest } from './request.js';

/** One request that a provider received, as it came, secrets included. */
export interface RecordedRequest {
  method: string;
  /** The path without its query. */
  path: string;
  /** What followed the question mark, as it came over the wire. */
  query: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** The status that was answered; null when no answer was ever sent. */
  status: number | null;
}

/** How many requests a provider remembers; older ones are forgotten. */
export const RECORD_LIMIT = 10_000;

const SECRET = '[secret]';
const SECRET_HEADERS = ['authorization', 'x-api-key', 'cookie'];
const SECRET_NAMES = 'api_?key|rps_?key|password|client_?secret|client_?id';
const SECRET_FIELD = new RegExp(`^(${SECRET_NAMES})$`, 'i');
const SECRET_PAIR = new RegExp(`(^|&)(${SECRET_NAMES})=[^&]*`, 'gi');

/** Remembers a request; its status is filled in once it is answered. */
export function record(requests: RecordedRequest[], request: SandboxRequest): RecordedRequest {
  const recorded: RecordedRequest = {
    method: request.method,
    path: request.path,
    query: request.rawQuery,
    headers: request.headers,
    body: request.body.toString('utf8'),
    status: null,
  };
  requests.push(recorded);
  if (requests.length > RECORD_LIMIT) requests.shift();
  return recorded;
}

/** A copy that may be shown to a person: keys, tokens and passwords are replaced by `[secret]`. */
export function withoutSecrets(recorded: RecordedRequest): RecordedRequest {
  return {
    ...recorded,
    query: hideInForm(recorded.query),
    headers: Object.fromEntries(
      Object.entries(recorded.headers).map(([name, value]) => [name, SECRET_HEADERS.includes(name) ? SECRET : value]),
    ),
    body: hideInBody(recorded.body),
  };
}

/** A JSON or form body in which keys, tokens and passwords are replaced by `[secret]`. */
export function hideInBody(body: string): string {
  if (body === '') return body;
  try {
    return JSON.stringify(JSON.parse(body), (name, value: unknown) => (SECRET_FIELD.test(name) ? SECRET : value));
  } catch {
    return hideInForm(body);
  }
}

function hideInForm(form: string): string {
  return form.replace(SECRET_PAIR, `$1$2=${SECRET}`);
}
