import type { FaultRule } from '../../sandbox/kernel/faults.js';
import type { Sandbox, SandboxProviderName } from '../../sandbox/start-sandbox.js';

/** How a provider is broken. */
export interface Outage {
  readonly title: string;
  readonly rule: FaultRule;
}

export const outages: readonly Outage[] = [
  { title: 'is down', rule: { fault: { kind: 'reset' } } },
  { title: 'answers 500', rule: { fault: { kind: 'status', status: 500 } } },
  { title: 'is silent every second time', rule: { fault: { kind: 'hang' }, every: 2 } },
  { title: 'answers 200 with a page of HTML', rule: { fault: { kind: 'html' } } },
];

/** What is asked of one provider alone. */
interface Question {
  /** The same each time, as a front end's are. */
  readonly document: string;
  /** Of a question that nobody else asks, by a number of its own: equal ones under way would be one. */
  readonly variables: (number: number) => object;
  /** Name of the call that is broken, and part of its path: where a login comes before it, that goes on working. */
  readonly path: string;
}

const numbered = (number: number) => ({ number });

export const questions: Readonly<Record<SandboxProviderName, Question>> = {
  qpilot: {
    document: '{ scheduledOrders(first: 1) { nodes { id } } }',
    variables: numbered,
    path: '/ScheduledOrders',
  },
  quickbutik: { document: '{ categories { name } }', variables: numbered, path: '/categories' },
  influencersoft: {
    document: 'mutation ($input: CreateInvoiceInput!) { createInvoice(input: $input) { accepted } }',
    variables: (number) => ({ input: { customer: { email: `buyer${number}@example.com` }, productIds: ['17'] } }),
    path: 'createorder',
  },
  qapla: {
    document: 'query ($number: String!) { shipment(by: { trackingNumber: $number }) { status } }',
    variables: (number) => ({ number: `${700_000_000 + number}` }),
    path: '/getTrack/',
  },
  qard: {
    document: '{ commerceData { locations(first: 1) { nodes { id } } } }',
    variables: numbered,
    path: '',
  },
};

/** Settings of a gateway that shows what each call comes to: nothing is kept, and no budget stands before the circuits. */
export const outageSettings = {
  CACHE_MB: '0',
  QPILOT_TIMEOUT_MS: '500',
  QUICKBUTIK_TIMEOUT_MS: '500',
  INFLUENCERSOFT_TIMEOUT_MS: '500',
  INFLUENCERSOFT_RATE_PER_SECOND: '0',
  INFLUENCERSOFT_MAX_CONCURRENCY: '50',
  QAPLA_TIMEOUT_MS: '500',
  QAPLA_RATE_PER_SECOND: '0',
  QAPLA_MAX_CONCURRENCY: '50',
  QARD_TIMEOUT_MS: '500',
  QARD_MAX_CONCURRENCY: '50',
  QPILOT_MAX_CONCURRENCY: '50',
  QUICKBUTIK_MAX_CONCURRENCY: '50',
};

/** Breaks a provider, at the call that is asked for. */
export function strike(sandbox: Sandbox, name: SandboxProviderName, { rule }: Outage): void {
  sandbox.providers[name].faults.add({ ...rule, pathIncludes: questions[name].path });
}
