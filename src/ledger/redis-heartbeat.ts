import type { RedisScope } from '../redis/connect.js';

const beatEveryMs = 1000;
/** Three beats: what is longer without one is taken for dead. */
const lifetimeMs = 3000;

/** A process id says nothing on another machine: a gateway is alive while it renews a key of its own. */
export class RedisHeartbeat {
  readonly #connection: RedisScope;
  readonly #startIds = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(connection: RedisScope) {
    this.#connection = connection;
  }

  /** Shows that a start of this process is alive, from now on until it stops. */
  async show(startId: string): Promise<void> {
    this.#startIds.add(startId);
    this.#timer ??= setInterval(() => this.#beat(), beatEveryMs).unref();
    await this.#renew(startId);
  }

  async isAlive(startId: string): Promise<boolean> {
    return (await this.#connection.client.exists(this.#keyOf(startId))) === 1;
  }

  /** The key stays for the rest of its time: what is under way may still end. */
  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  #beat(): void {
    for (const startId of this.#startIds) {
      // A beat that is missed is made up for by the next one.
      this.#renew(startId).catch(() => {});
    }
  }

  async #renew(startId: string): Promise<void> {
    await this.#connection.client.set(this.#keyOf(startId), '1', 'PX', lifetimeMs);
  }

  #keyOf(startId: string): string {
    return `${this.#connection.keyPrefix}alive:${startId}`;
  }
}
