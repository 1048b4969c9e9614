import { asRecord } from '../kernel/json-fields.js';
import type { SandboxReply, SandboxRequest } from '../kernel/provider-server.js';

/** Size of the bucket and tokens that flow in per second (taken from Qapla's later versions; 1.1 states none). */
const CAPACITY = 120;
const PER_SECOND = 2;

/** Qapla's limit: one token per item read or pushed. Off until it is switched on. */
export interface RateLimit {
  /** Takes tokens for a request; a reply with status 429 when there are too few. */
  charge(request: SandboxRequest, method: string): SandboxReply | null;
  /** Answers `POST /__rate {"on":true|false}`; null for any other request. */
  answer(request: SandboxRequest): SandboxReply | null;
}

/** Starts with a full bucket. */
export function createRateLimit(startsOn: boolean, now: () => Date): RateLimit {
  let on = startsOn;
  let tokens = CAPACITY;
  let filledAt = now().getTime();
  return {
    charge(request, method) {
      if (!on) return null;
      const time = now().getTime();
      tokens = Math.min(CAPACITY, tokens + ((time - filledAt) / 1000) * PER_SECOND);
      filledAt = time;
      const cost = costOf(request, method);
      if (cost > tokens) {
        const wait = String(Math.ceil((cost - tokens) / PER_SECOND));
        return { status: 429, headers: { 'retry-after': wait }, body: { error: 'Too Many Requests' } };
      }
      tokens -= cost;
      return null;
    },
    answer(request) {
      if (request.method !== 'POST' || request.path !== '/__rate') return null;
      on = asRecord(request.json())?.['on'] === true;
      tokens = CAPACITY;
      filledAt = now().getTime();
      return { status: 200, body: { on } };
    },
  };
}

function costOf(request: SandboxRequest, method: string): number {
  if (request.method !== 'POST') return 1;
  const items = asRecord(request.json())?.[method];
  return Array.isArray(items) ? Math.max(1, items.length) : 1;
}
