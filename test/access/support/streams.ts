import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** A stream of Server-Sent Events, read as it comes. */
export interface OpenStream {
  readonly status: number;
  /** All that came so far. */
  readonly text: () => string;
  readonly isEnded: () => boolean;
  readonly leave: () => void;
}

export async function openStream(url: string, query: string, headers: Record<string, string>): Promise<OpenStream> {
  const fixed = { 'content-type': 'application/json', accept: 'text/event-stream' };
  // A connection of its own, that is gone when it is left.
  const asking = request(`${url}/graphql/stream`, { method: 'POST', agent: false, headers: { ...fixed, ...headers } });
  asking.end(JSON.stringify({ query }));
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  let isEnded = false;
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  response
    .on('error', () => {})
    .once('close', () => {
      isEnded = true;
    });
  return {
    status: response.statusCode ?? 0,
    text: () => text,
    isEnded: () => isEnded,
    leave: () => asking.destroy(),
  };
}

/** What a stream tells first; what it has told when the time is up. */
export async function firstEvent(
  url: string,
  query: string,
  headers: Record<string, string>,
  patienceMs: number,
): Promise<string> {
  const stream = await openStream(url, query, headers);
  const until = performance.now() + patienceMs;
  while (!stream.isEnded() && performance.now() < until) await pause(5);
  stream.leave();
  return stream.text();
}
