import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One webhook as it arrived. */
export interface Arrived {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What a receiver answers; null leaves the sender waiting. */
export type Answer = { status: number; body?: string } | null;

/** A merchant's address for webhooks on a real socket; use with `await using`. */
export async function startReceiver(answer: (arrived: Arrived, count: number) => Answer = () => ({ status: 200 })) {
  const arrived: Arrived[] = [];
  const broken: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://receiver.test');
      const { method = '', headers } = request;
      const body = Buffer.concat(chunks).toString('utf8');
      const one = { method, path: pathname, query: Object.fromEntries(searchParams), headers, body };
      arrived.push(one);
      response.on('close', () => {
        if (!response.writableEnded) broken.push(pathname);
      });
      const given = answer(one, arrived.length);
      if (given !== null) response.writeHead(given.status).end(given.body ?? '{"result":"OK"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    arrived,
    /** The paths of those whose sender went away before it was answered. */
    broken,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
