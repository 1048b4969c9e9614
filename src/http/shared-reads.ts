import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from '../errors/upstream-error.js';
import type { OperationScope, UpstreamAnswer, UpstreamClient, UpstreamRequest } from './upstream-request.js';

/** How old a call under way may be for another operation to take its answer: what that shows may be as old. */
const youngMs = 100;
/** Of its own time, what the operation that makes the call must have left: one that is nearly over would fail the others too. */
const leastTime = 0.75;

interface Flight {
  readonly startedAtMs: number;
  /** The operation that makes the call, and ends it when it ends itself. */
  readonly scope: OperationScope;
  readonly answer: Promise<UpstreamAnswer>;
}

/**
 * Equal reads of all operations that are under way at once are one call: of a page that fifty shoppers open in the same moment the
 * provider sees one. A read never takes the answer of one that began before a write ended, nor does one that is made because
 * something has changed.
 *
 * @remarks For one provider with one set of credentials. Tokens differ from login to login and are not compared.
 */
export class SharedReads implements UpstreamClient {
  readonly #provider: ProviderName;
  readonly #client: UpstreamClient;
  readonly #flights = new Map<string, Flight>();

  constructor(provider: ProviderName, client: UpstreamClient) {
    this.#provider = provider;
    this.#client = client;
  }

  async send(request: UpstreamRequest, scope: OperationScope): Promise<UpstreamAnswer> {
    if (!request.repeatable) return this.#write(request, scope);
    if (request.method !== 'GET' || scope.priority !== undefined) return this.#client.send(request, scope);
    const key = keyOf(request);
    for (;;) {
      const flight = this.#flights.get(key);
      if (flight === undefined || !isTakenBy(scope, flight)) return this.#start(key, request, scope);
      try {
        return await unlessEnded(flight.answer, scope, this.#provider);
      } catch (error) {
        // That the other operation has ended is none of this one's business.
        if (!flight.scope.signal.aborted || scope.signal.aborted) throw error;
      }
    }
  }

  async #start(key: string, request: UpstreamRequest, scope: OperationScope): Promise<UpstreamAnswer> {
    const flight: Flight = { startedAtMs: Date.now(), scope, answer: this.#client.send(request, scope) };
    this.#flights.set(key, flight);
    try {
      return await flight.answer;
    } finally {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
  }

  async #write(request: UpstreamRequest, scope: OperationScope): Promise<UpstreamAnswer> {
    try {
      return await this.#client.send(request, scope);
    } finally {
      // Reads under way may have seen what was before.
      this.#flights.clear();
    }
  }
}

function isTakenBy({ deadlineAt }: OperationScope, flight: Flight): boolean {
  const now = Date.now();
  const hasTime = flight.scope.deadlineAt - now >= (deadlineAt - now) * leastTime;
  return hasTime && now - flight.startedAtMs <= youngMs;
}

/** @throws UpstreamError PROVIDER_TIMEOUT at the end of the operation: the call goes on for the one that makes it */
async function unlessEnded(
  answer: Promise<UpstreamAnswer>,
  { signal }: OperationScope,
  provider: ProviderName,
): Promise<UpstreamAnswer> {
  if (signal.aborted) throw new UpstreamError('PROVIDER_TIMEOUT', provider);
  let end: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    end = () => reject(new UpstreamError('PROVIDER_TIMEOUT', provider));
    signal.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([answer, ended]);
  } finally {
    if (end !== undefined) signal.removeEventListener('abort', end);
  }
}

function keyOf({ path, query, target, trailingSlash, acceptsRedirect, headers = {} }: UpstreamRequest): string {
  const { authorization: _, ...others } = headers;
  return JSON.stringify([path, query, target, trailingSlash, acceptsRedirect, others]);
}
