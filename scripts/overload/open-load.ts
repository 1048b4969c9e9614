import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';

export interface Answered {
  /** Since the start of the phase, in milliseconds. */
  readonly askedAt: number;
  readonly tookMs: number;
  /** `answered`, `shed`, or what else came of it. */
  readonly outcome: string;
}

interface Asking {
  readonly url: string;
  readonly bodyOf: (index: number) => string;
}

/** Callers as a proxy would tell them apart, so that none of them meets the limits of one caller. */
const callers = 1000;

/** Asks one gateway over connections that are kept, as a proxy in front of it would. */
export class Callers {
  readonly #agent: Agent;
  readonly #asking: Asking;
  #asked = 0;

  constructor(asking: Asking, connections: number) {
    this.#agent = new Agent({ connections, pipelining: 1, headersTimeout: 60_000 });
    this.#asking = asking;
  }

  /** So many a second, whatever comes back; resolves when all are answered. */
  async atRate(perSecond: number, ms: number): Promise<Answered[]> {
    const startedAt = performance.now();
    const all: Promise<Answered>[] = [];
    for (let elapsed = 0; elapsed < ms; elapsed = performance.now() - startedAt) {
      while (all.length < (elapsed * perSecond) / 1000) all.push(this.#ask(startedAt));
      await wait(5);
    }
    return Promise.all(all);
  }

  /** So many at once, each asking again when it is answered. */
  async atOnce(count: number, ms: number): Promise<Answered[]> {
    const startedAt = performance.now();
    const all: Answered[] = [];
    const one = async () => {
      while (performance.now() - startedAt < ms) all.push(await this.#ask(startedAt));
    };
    await Promise.all(Array.from({ length: count }, one));
    return all;
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #ask(startedAt: number): Promise<Answered> {
    const index = this.#asked;
    this.#asked += 1;
    const askedAt = performance.now() - startedAt;
    const outcome = await this.#outcomeOf(index).catch((error: unknown) => `broken: ${String(error)}`);
    return { askedAt, tookMs: performance.now() - startedAt - askedAt, outcome };
  }

  async #outcomeOf(index: number): Promise<string> {
    const { url, bodyOf } = this.#asking;
    const { statusCode, headers, body } = await request(`${url}/graphql`, {
      dispatcher: this.#agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.0.${Math.floor((index % callers) / 250)}.${index % 250}`,
      },
      body: bodyOf(index),
    });
    const text = await body.text();
    if (statusCode === 503 && headers['retry-after'] !== undefined) return 'shed';
    const codes = [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code);
    if (statusCode === 200 && codes.length === 0) return 'answered';
    return `${statusCode} ${[...new Set(codes)].join(' ')}`;
  }
}
