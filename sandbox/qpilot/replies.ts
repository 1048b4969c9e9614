import { type SandboxReply, type SandboxRequest, ThrownReply } from '../kernel/request.js';

/** A successful answer. */
export function ok(body: unknown, status = 200): SandboxReply {
  return { status, body };
}

/** A record that does not exist. */
export function notFound(what: string): ThrownReply {
  return new ThrownReply(404, { message: `${what} not found.` });
}

/** A refusal without a body, as for a missing token (401) or a scope that does not reach (403). */
export function refused(status: 401 | 403): ThrownReply {
  return new ThrownReply(status, undefined);
}

/** A body that QPilot does not accept, with one sentence per mistake. */
export function invalid(...errors: string[]): ThrownReply {
  return new ThrownReply(400, { messages: { errors } });
}

/** A JSON body that must be an object and must be declared as JSON. */
export function jsonObject(request: SandboxRequest): Record<string, unknown> {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new ThrownReply(415, { message: 'Unsupported Media Type' });
  }
  const body = request.json();
  if (!isObject(body)) throw invalid('The request body must be an object.');
  return body;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text field of a body; null when it is left out, an error when it has another type. */
export function textField(body: Record<string, unknown>, name: string): string | null {
  const value = body[name] ?? null;
  if (value === null || typeof value === 'string') return value;
  throw invalid(`The JSON value of ${name} could not be converted to String.`);
}

/** A number field of a body; null when it is left out, an error when it has another type. */
export function numberField(body: Record<string, unknown>, name: string): number | null {
  const value = body[name] ?? null;
  if (value === null || typeof value === 'number') return value;
  throw invalid(`The JSON value of ${name} could not be converted to Number.`);
}
