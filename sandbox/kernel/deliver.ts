import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.js';
import type { SandboxReply } from './request.js';

const HTML = '<!DOCTYPE html><html><head><title>One moment</title></head><body><h1>Be right back</h1></body></html>';

/** The reply a fault gives in place of the provider, or null when the provider is to be asked. */
export function replyInstead(fault: Fault | null): SandboxReply | null {
  if (fault?.kind === 'html')
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: HTML };
  if (fault?.kind !== 'status') return null;
  return {
    status: fault.status,
    ...(fault.retryAfter === undefined ? {} : { headers: { 'retry-after': fault.retryAfter } }),
    body: fault.body ?? { error: `Fault ${fault.status}` },
  };
}

/** Writes a reply and gives the status sent. */
export function send(response: ServerResponse, reply: SandboxReply): number {
  const payload = encode(reply.body);
  response.writeHead(reply.status, { ...headersFor(reply, payload), 'content-length': payload.length });
  response.end(payload);
  return reply.status;
}

/** Writes the first half of a reply that announces its full length, then cuts the connection. */
export function sendTruncated(response: ServerResponse, reply: SandboxReply): number {
  const payload = encode(reply.body);
  response.writeHead(reply.status, { ...headersFor(reply, payload), 'content-length': payload.length });
  response.write(payload.subarray(0, Math.floor(payload.length / 2)), () => response.destroy());
  return reply.status;
}

function headersFor(reply: SandboxReply, payload: Buffer): Record<string, string> {
  if (payload.length === 0) return reply.headers ?? {};
  return { 'content-type': 'application/json; charset=utf-8', ...reply.headers };
}

function encode(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
}
