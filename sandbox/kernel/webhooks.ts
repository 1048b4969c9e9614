import { createFaults, type FaultSource } from './faults.js';
import { RECORD_LIMIT } from './recorder.js';
import { callOut, type Webhook } from './webhook-call.js';

export type { Webhook } from './webhook-call.js';

/** How a provider sends its webhooks; what is left out is: once, and any status from 200 to 299 is success. */
export interface WebhookManner {
  userAgent?: string;
  /** How long it waits before each further attempt, in milliseconds. */
  pausesMs?: readonly number[];
  /** How many webhooks may fail in a row before it sends no more, until an address is given again. */
  offAfter?: number;
  /** Whether an answer counts as success. */
  isAccepted?: (status: number, body: string) => boolean;
}

/** One webhook as it was sent, or not. */
export interface SentWebhook {
  event: string;
  id: string;
  method: string;
  query: string;
  body: string;
  /** For each attempt the status that was answered, or why there was no answer. */
  attempts: (number | string)[];
  result: 'waiting' | 'delivered' | 'failed' | 'lost' | 'dropped' | 'switched off';
}

/** How many webhooks may be under way; further ones are dropped, so that a receiver that is down costs no memory. */
export const WAITING_LIMIT = 10_000;

/** How many calls are made side by side. */
const CONCURRENCY = 8;

interface Delivery {
  target: string;
  webhook: Webhook;
  entry: SentWebhook;
}

/** Calls the merchant's address when something happened, after the request that made it happen was answered. */
export class Webhooks {
  readonly faults: FaultSource = createFaults();
  /** What was sent, oldest first; see RECORD_LIMIT. */
  readonly sent: SentWebhook[] = [];
  readonly #manner: WebhookManner;
  readonly #queue: Delivery[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #calls = new Set<AbortController>();
  #waiters: (() => void)[] = [];
  #target: string | null = null;
  /** Webhooks that have not come to their end. */
  #open = 0;
  #running = 0;
  #failuresInARow = 0;
  #isClosed = false;

  constructor(manner: WebhookManner = {}) {
    this.#manner = manner;
  }

  /** Gives the address to call, secret included; null calls none. */
  setTarget(url: string | null): void {
    this.#target = url;
    this.#failuresInARow = 0;
  }

  /** Takes a webhook to send. Gives back at once; nothing leaves before the answer of the present request has. */
  send(webhook: Webhook): void {
    if (this.#target === null || this.#isClosed) return;
    const strike = this.faults.takeWebhook(webhook.method, `${webhook.event} ${webhook.id}`);
    this.#take(webhook, this.#target, strike);
    if (strike.isDuplicated) this.#take(webhook, this.#target, strike);
  }

  /** Resolves when every webhook taken so far, and any taken meanwhile, came to its end. */
  settled(): Promise<void> {
    if (this.#open === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
    });
  }

  /** Ends what is under way; nothing is sent any more. */
  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const call of this.#calls) call.abort();
    this.#queue.length = 0;
    this.#open = 0;
    this.#tellWaiters();
  }

  #take(webhook: Webhook, target: string, { isLost, delayMs }: { isLost: boolean; delayMs: number }): void {
    const { event, id, method, query = {}, body = '' } = webhook;
    const form = new URLSearchParams(query).toString();
    const entry: SentWebhook = { event, id, method, query: form, body, attempts: [], result: 'waiting' };
    this.sent.push(entry);
    if (this.sent.length > RECORD_LIMIT) this.sent.shift();
    if (isLost) entry.result = 'lost';
    else if (this.#failuresInARow >= (this.#manner.offAfter ?? Infinity)) entry.result = 'switched off';
    else if (this.#open >= WAITING_LIMIT) entry.result = 'dropped';
    if (entry.result !== 'waiting') return;
    this.#open += 1;
    this.#later(delayMs, { target, webhook, entry });
  }

  /** A timer fires in a later turn than the one that writes the answer, also without a delay. */
  #later(delayMs: number, delivery: Delivery): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#queue.push(delivery);
      this.#pump();
    }, delayMs);
    this.#timers.add(timer);
  }

  #pump(): void {
    while (this.#running < CONCURRENCY) {
      const delivery = this.#queue.shift();
      if (delivery === undefined) return;
      this.#running += 1;
      void this.#run(delivery);
    }
  }

  async #run(delivery: Delivery): Promise<void> {
    await this.#attempt(delivery);
    this.#running -= 1;
    this.#pump();
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { webhook, target, entry } = delivery;
    const { userAgent, pausesMs = [], isAccepted = isSuccess } = this.#manner;
    const abort = new AbortController();
    this.#calls.add(abort);
    const answer = await callOut(webhook, { target, userAgent, abort });
    this.#calls.delete(abort);
    if (this.#isClosed) return;
    entry.attempts.push(typeof answer === 'string' ? answer : answer.status);
    const isDelivered = typeof answer !== 'string' && isAccepted(answer.status, answer.body);
    const pause = pausesMs[entry.attempts.length - 1];
    if (isDelivered || pause === undefined) this.#end(entry, isDelivered);
    else this.#later(pause, delivery);
  }

  #end(entry: SentWebhook, isDelivered: boolean): void {
    entry.result = isDelivered ? 'delivered' : 'failed';
    this.#failuresInARow = isDelivered ? 0 : this.#failuresInARow + 1;
    this.#open -= 1;
    if (this.#open === 0) this.#tellWaiters();
  }

  #tellWaiters(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const tell of waiters) tell();
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
