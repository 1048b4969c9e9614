/** One way in which a provider misbehaves. */
export type Fault =
  | { kind: 'latency'; ms: number }
  | { kind: 'status'; status: number; retryAfter?: string; body?: unknown }
  | { kind: 'hang' }
  /** The socket is destroyed after the request was read; nothing was applied. */
  | { kind: 'reset' }
  /** The request is applied, then the socket is destroyed. */
  | { kind: 'reset-after' }
  /** The request is applied, then this status is answered. */
  | { kind: 'error-after'; status: number }
  /** The true answer with its true content-length, cut half way. */
  | { kind: 'truncate' }
  /** Status 200 with an HTML page, as a proxy in the way would send; nothing is applied. */
  | { kind: 'html' }
  /** The true answer with fields renamed or retyped. */
  | { kind: 'drift' }
  | WebhookFault;

/** One way in which a provider's webhook goes astray; the provider's answers are not touched. */
export type WebhookFault =
  /** Never sent. */
  | { kind: 'webhook-lost' }
  /** Sent twice. */
  | { kind: 'webhook-duplicated' }
  /** Sent so much later that newer ones overtake it. */
  | { kind: 'webhook-delayed'; ms: number };

/** When a fault strikes: every request unless narrowed, for ever unless `times` says how often. */
export interface FaultRule {
  fault: Fault;
  /** HTTP method, upper case. */
  method?: string;
  /** Part of the path with its query; for a webhook, part of its event and record, such as `order.done 20001`. */
  pathIncludes?: string;
  /** How many requests or webhooks are still struck before the rule is dropped. */
  times?: number;
  /** Strikes only each so many-th of the requests that fit: 2 is every second one. */
  every?: number;
}

/** The faults that are switched on at one provider. */
export interface FaultSwitch {
  add(rule: FaultRule): void;
  clear(): void;
  readonly rules: readonly FaultRule[];
}

/** What strikes one request: the delays of all matching rules together and the first other fault. */
export interface Strike {
  delayMs: number;
  fault: Exclude<Fault, { kind: 'latency' } | WebhookFault> | null;
}

/** What strikes one webhook: all matching rules together. */
export interface WebhookStrike {
  isLost: boolean;
  isDuplicated: boolean;
  delayMs: number;
}

/** A fault switch with the side that the server uses. */
export interface FaultSource extends FaultSwitch {
  /** Finds what strikes a request and counts the rules used down. */
  take(method: string, target: string): Strike;
  /** Finds what strikes a webhook, named by its event and record, and counts the rules used down. */
  takeWebhook(method: string, subject: string): WebhookStrike;
}

/** A rule that is on. */
interface ActiveRule {
  readonly rule: FaultRule;
  /** How many requests it fitted so far. */
  seen: number;
}

/** Starts with no fault switched on. */
export function createFaults(): FaultSource {
  let rules: ActiveRule[] = [];
  return {
    add(rule) {
      rules.push({ rule: { ...rule }, seen: 0 });
    },
    clear() {
      rules = [];
    },
    get rules() {
      return rules.map(({ rule }) => rule);
    },
    take(method, target) {
      const strike: Strike = { delayMs: 0, fault: null };
      for (const active of rules) {
        const { rule } = active;
        if (isWebhookFault(rule.fault) || !matches(rule, method, target) || !isTurnOf(active)) continue;
        if (rule.fault.kind === 'latency') strike.delayMs += rule.fault.ms;
        else if (strike.fault === null) strike.fault = rule.fault;
        else continue;
        useUp(rule);
      }
      rules = rules.filter(isLeft);
      return strike;
    },
    takeWebhook(method, subject) {
      const strike: WebhookStrike = { isLost: false, isDuplicated: false, delayMs: 0 };
      for (const active of rules) {
        const { rule } = active;
        if (!isWebhookFault(rule.fault) || !matches(rule, method, subject) || !isTurnOf(active)) continue;
        if (rule.fault.kind === 'webhook-lost') strike.isLost = true;
        else if (rule.fault.kind === 'webhook-duplicated') strike.isDuplicated = true;
        else strike.delayMs += rule.fault.ms;
        useUp(rule);
      }
      rules = rules.filter(isLeft);
      return strike;
    },
  };
}

function isWebhookFault(fault: Fault): fault is WebhookFault {
  return fault.kind.startsWith('webhook-');
}

/** Whether it strikes now a request that it fits. */
function isTurnOf(active: ActiveRule): boolean {
  active.seen += 1;
  return active.seen % (active.rule.every ?? 1) === 0;
}

function useUp(rule: FaultRule): void {
  if (rule.times !== undefined) rule.times -= 1;
}

function isLeft({ rule: { times } }: ActiveRule): boolean {
  return times === undefined || times > 0;
}

const KINDS = [
  'latency',
  'status',
  'hang',
  'reset',
  'reset-after',
  'error-after',
  'truncate',
  'html',
  'drift',
  'webhook-lost',
  'webhook-duplicated',
  'webhook-delayed',
];
const DELAYS = ['latency', 'webhook-delayed'];

/** Whether a value that came as JSON is a usable rule. */
export function isFaultRule(value: unknown): value is FaultRule {
  if (typeof value !== 'object' || value === null || !('fault' in value)) return false;
  const { fault, every = 1 } = value as { fault: unknown; every?: unknown };
  if (!isCount(every) || typeof fault !== 'object' || fault === null || !('kind' in fault)) return false;
  return isFault(fault);
}

function isFault(fault: { kind: unknown }): boolean {
  const { kind } = fault;
  if (typeof kind !== 'string' || !KINDS.includes(kind)) return false;
  if (DELAYS.includes(kind)) return 'ms' in fault && typeof fault.ms === 'number' && fault.ms >= 0;
  if (kind !== 'status' && kind !== 'error-after') return true;
  return 'status' in fault && Number.isInteger(fault.status) && Number(fault.status) >= 200;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) > 0;
}

function matches(rule: FaultRule, method: string, target: string): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
  return rule.pathIncludes === undefined || target.includes(rule.pathIncludes);
}
