import { type SandboxReply, type SandboxRequest, ThrownReply } from '../kernel/request.js';

/** A successful answer. */
export function ok(body: unknown, status = 200): SandboxReply {
  return { status, body };
}

/** A refusal as Qard words it. */
export function refusal(status: number, code: string, message: string): ThrownReply {
  return new ThrownReply(status, { error_code: code, error_message: message });
}

/** A body that lacks something or has it in another type. */
export function badRequest(message: string): ThrownReply {
  return refusal(400, 'VALIDATION_ERROR', message);
}

/** A JSON body that must be an object. */
export function jsonObject(request: SandboxRequest): Record<string, unknown> {
  const body = request.json();
  if (!isObject(body)) throw badRequest('The request body must be an object.');
  return body;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
