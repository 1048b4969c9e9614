import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends bytes as they are and gives all that comes back until the other side ends it, or one answer with a length is whole. */
export async function sendRaw(url: string, bytes: string | Buffer, patienceMs = 10_000): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let text = '';
  socket.setEncoding('utf8');
  socket.setTimeout(patienceMs, () => socket.destroy());
  const ended = new Promise<void>((resolve) => {
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (isWhole(text)) resolve();
    });
    socket.on('error', () => resolve()).once('close', () => resolve());
  });
  socket.write(bytes);
  await ended;
  socket.destroy();
  return text;
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1];
  return end !== -1 && length !== undefined && Buffer.byteLength(text.slice(end + 4)) >= Number(length);
}

/** A request in the form of HTTP/1.1. */
export function rawRequest(
  { method = 'POST', path = '/graphql' }: { readonly method?: string; readonly path?: string },
  headers: readonly string[],
  body = '',
): string {
  const length = body === '' ? [] : [`content-length: ${Buffer.byteLength(body)}`];
  return [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', ...headers, ...length, '', body].join('\r\n');
}

export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
}
