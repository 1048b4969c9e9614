import { once } from 'node:events';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Answer } from './answer-stream.js';

/** How often a silent stream is kept open, and how long a client may leave everything unread. */
const heartbeatMs = 12_000;
/** A comment, which clients pass over. */
const signOfLife = ':\n\n';

/** A response as a stream of Server-Sent Events: the events `next` and `complete` of GraphQL over SSE. */
export class EventStream {
  readonly #response: ServerResponse;

  /** Sends the head of the response. */
  constructor(reply: FastifyReply) {
    this.#response = reply.raw;
    const headers = reply.getHeaders() as OutgoingHttpHeaders;
    reply.hijack();
    this.#response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies that collect answers would hold single events back.
      'x-accel-buffering': 'no',
    });
    this.#keepAlive();
  }

  /** Resolves when the client takes more, or has left. */
  async send(answer: Answer): Promise<void> {
    await this.#write(`event: next\ndata: ${JSON.stringify(answer)}\n\n`);
  }

  async complete(): Promise<void> {
    await this.#write('event: complete\ndata: \n\n');
    this.end();
  }

  /** Ends it without `complete`: clients then come back. */
  end(): void {
    if (!this.#response.writableEnded) this.#response.end();
  }

  async #write(text: string): Promise<void> {
    const response = this.#response;
    if (response.writableEnded || response.destroyed || response.write(text)) return;
    const waiting = new AbortController();
    const { signal } = waiting;
    await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
    waiting.abort();
  }

  /** Sends signs of life to a client that reads, and cuts one off that did not read anything for a whole heartbeat. */
  #keepAlive(): void {
    const response = this.#response;
    // A client that left before the stream began tells nobody of its leaving any more.
    if (response.destroyed) return;
    response.write(signOfLife);
    let isStuck = false;
    response.on('drain', () => {
      isStuck = false;
    });
    const timer = setInterval(() => {
      if (!response.writableNeedDrain) response.write(signOfLife);
      else if (isStuck) response.destroy();
      else isStuck = true;
    }, heartbeatMs);
    timer.unref();
    response.once('close', () => clearInterval(timer));
    response.once('finish', () => clearInterval(timer));
  }
}
