import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** One request as an imitation sees it. */
export interface SandboxRequest {
  method: string;
  /** The path without its query, as it came over the wire. */
  path: string;
  /** The parts of the path between slashes, decoded; empty parts are left out. */
  segments: string[];
  query: URLSearchParams;
  /** What followed the question mark, as it came over the wire. */
  rawQuery: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The body read as JSON; throws a reply with status 400 when it is none. */
  json(): unknown;
  /** The body read as a URL-encoded form. */
  form(): URLSearchParams;
}

/** What an imitation answers; a body that is a string is sent as is, anything else as JSON. */
export interface SandboxReply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A reply that can be thrown out of the depth of an imitation; the server sends it. */
export class ThrownReply extends Error implements SandboxReply {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`reply ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** Reads the whole request, body included. */
export async function readRequest(message: IncomingMessage): Promise<SandboxRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const rawQuery = mark === -1 ? '' : target.slice(mark + 1);
  const body = Buffer.concat(chunks);
  return {
    method: message.method ?? 'GET',
    path,
    segments: decodeSegments(path),
    query: new URLSearchParams(rawQuery),
    rawQuery,
    headers: message.headers,
    body,
    json: () => parseJson(body.toString('utf8')),
    form: () => new URLSearchParams(body.toString('utf8')),
  };
}

function decodeSegments(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ThrownReply(400, { code: 400, error: 'The request body is not valid JSON' });
  }
}
