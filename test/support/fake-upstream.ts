import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the fake received it. */
export interface ReceivedRequest {
  readonly method: string;
  /** As sent, still encoded, without the query. */
  readonly path: string;
  /** Decoded pairs in the order sent. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the fake answers: `json`, else `text`; status 200 unless said otherwise. */
export interface FakeReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** Cuts the connection instead of answering. */
  readonly drop?: boolean;
}

export interface FakeUpstream extends AsyncDisposable {
  readonly url: string;
  readonly requests: ReceivedRequest[];
  readonly close: () => Promise<void>;
}

/** A local HTTP server that records every request and answers as it is told. */
export async function startFakeUpstream(
  respond: (request: ReceivedRequest) => FakeReply | Promise<FakeReply>,
): Promise<FakeUpstream> {
  const requests: ReceivedRequest[] = [];
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await receive(incoming);
    requests.push(request);
    const reply = await respond(request);
    if (reply.drop === true) {
      incoming.socket.destroy();
      return;
    }
    outgoing.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    outgoing.end(reply.json === undefined ? (reply.text ?? '') : JSON.stringify(reply.json));
  };
  const server = createServer((incoming, outgoing) => {
    // A mistake in the test's own answers must be seen as one, not as a provider that is down.
    answer(incoming, outgoing).catch((error: unknown) => outgoing.writeHead(418).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, close, [Symbol.asyncDispose]: close };
}

/** Method, path and query of each request in one line, for assertions on what was asked and how often. */
export function askedOf(requests: readonly ReceivedRequest[]): string[] {
  return requests.map(({ method, path, query }) => {
    const search = query.map(([name, value]) => `${name}=${value}`).join('&');
    return `${method} ${path}${search === '' ? '' : `?${search}`}`;
  });
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const [path = '', search = ''] = (incoming.url ?? '').split('?');
  return {
    method: incoming.method ?? '',
    path,
    query: [...new URLSearchParams(search)],
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
