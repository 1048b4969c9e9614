import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type ProviderName, providerNames } from '../domain/provider.js';
import type { RedisConnection } from '../redis/connect.js';
import type { ChangeEvent, ChangeEvents } from './change-events.js';
import { InProcessEvents } from './in-process-events.js';

const eventSchema = z.object({
  kind: z.enum(['ORDER', 'PARCEL', 'SUBSCRIPTION']),
  change: z.enum(['CREATED', 'UPDATED', 'DELETED']),
  provider: z.enum(providerNames),
  externalId: z.string(),
  reference: z.string().nullable(),
  emailHash: z.string().nullable(),
});

const messageSchema = z.union([
  z.object({ from: z.string(), event: eventSchema }),
  z.object({ from: z.string(), stale: z.enum(providerNames) }),
]);

/**
 * Events between the gateways that share a Redis. Those of this process reach its own listeners directly, and so also while Redis
 * is away; what was published meanwhile never reaches the other gateways: Redis keeps no message for whoever is not there.
 */
export class RedisEvents implements ChangeEvents {
  readonly #local: InProcessEvents;
  readonly #redis: Redis;
  readonly #stopListening: () => void;
  readonly #channel: string;
  readonly #log: Logger;
  /** Marks what this process sent, which comes back from Redis as well. */
  readonly #id = randomUUID();

  constructor(connection: RedisConnection, log: Logger) {
    this.#local = new InProcessEvents(log);
    this.#log = log;
    this.#redis = connection.client;
    this.#channel = `${connection.keyPrefix}events`;
    this.#stopListening = connection.listen(this.#channel, (text) => this.#receive(text));
  }

  publish(event: ChangeEvent): void {
    this.#local.publish(event);
    this.#send({ event });
  }

  subscribe(listen: (event: ChangeEvent) => void): () => void {
    return this.#local.subscribe(listen);
  }

  publishStale(provider: ProviderName): void {
    this.#local.publishStale(provider);
    this.#send({ stale: provider });
  }

  whenStale(listen: (provider: ProviderName) => void): void {
    this.#local.whenStale(listen);
  }

  async close(): Promise<void> {
    this.#stopListening();
    await this.#local.close();
  }

  #send(content: { readonly event: ChangeEvent } | { readonly stale: ProviderName }): void {
    this.#redis.publish(this.#channel, JSON.stringify({ from: this.#id, ...content })).catch(() => {
      this.#log.debug('an event did not reach the other gateways');
    });
  }

  #receive(text: string): void {
    const message = parse(text);
    if (message === null) this.#log.warn('an event from Redis could not be read');
    else if (message.from === this.#id) return;
    else if ('event' in message) this.#local.publish(message.event);
    else this.#local.publishStale(message.stale);
  }
}

function parse(text: string): z.infer<typeof messageSchema> | null {
  try {
    return messageSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
