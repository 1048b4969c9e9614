import type { Logger } from 'pino';
import type { Caller } from '../access/caller.js';
import type { Providers } from '../datasources/providers.js';
import type { DirectoryAccess } from '../directory/directory-access.js';
import type { CustomerIdCipher } from '../domain/customer-id-cipher.js';
import type { ChangeEvents } from '../events/change-events.js';
import { followChanges } from '../events/follow-changes.js';
import { CallTally } from '../http/call-tally.js';
import { endOfWork, workHasEnded } from '../http/end-of-work.js';
import type { OperationScope } from '../http/upstream-request.js';
import { createJoins } from '../joins/create-joins.js';
import type { DirectoryView } from '../joins/known-records.js';
import type { CallerRate } from '../limits/caller-rate.js';
import type { Watch } from '../observability/watch.js';
import type { RecordsStore } from '../records/records-store.js';
import type { WebhookIntake } from '../webhooks/webhook-intake.js';
import type { Writes } from '../writes/writes.js';
import { forgetPerson } from './forget-person.js';
import type { GatewayContext, ToldChange } from './gateway-context.js';
import { PartialFailures } from './partial-failures.js';
import { runNoted } from './run-noted.js';

/** What all operations of the process share. */
export interface Gateway {
  readonly providers: Providers;
  readonly customerIds: CustomerIdCipher;
  readonly writes: Writes;
  readonly records: RecordsStore;
  /** Null for a gateway without one. */
  readonly directory: DirectoryAccess | null;
  readonly events: ChangeEvents;
  /** Counts what callers use; null counts nothing. */
  readonly rate: CallerRate | null;
  readonly webhooks: WebhookIntake;
  readonly log: Logger;
  readonly mode: 'LIVE' | 'SANDBOX';
  readonly requestTimeoutMs: number;
  readonly scanLimit: number;
  /** Whether answers about records are kept for a moment. */
  readonly keepsRecords: boolean;
  /** Whether queries that are asked again are compiled. */
  readonly compilesQueries: boolean;
  /** Absent where nothing is counted and no trace is kept. */
  readonly watch?: Watch;
  /** From how many milliseconds on an operation is logged with what it asked. */
  readonly slowOperationMs: number;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

interface Asking {
  readonly requestId: string;
  readonly caller: Caller;
  /** Called once the operation is answered or given up. */
  readonly onEnd?: () => void;
  /** The change that it tells to a subscriber. */
  readonly told?: ToldChange | null;
}

/** How long an operation waits for an order it found to be taken into the directory. */
const longestMeetingMs = 1000;

/** Of the deadline, left to form the answer with the failures in it: a fifth, half a second at the most. */
const answerShareMs = 500;

/**
 * The context of one operation: fresh sources and loaders, so that nothing one caller read reaches another, and the clock
 * that all its upstream calls share.
 */
export function createContext(
  gateway: Gateway,
  { requestId, caller, onEnd = () => {}, told = null }: Asking,
): GatewayContext {
  const { providers, customerIds, records, directory, mode, scanLimit } = gateway;
  // What is told is told because it has changed.
  const { scope, tally, end } = startScope(gateway, { requestId, isFresh: told !== null });
  const { log, signal, deadlineAt } = scope;
  const sources = providers.sourcesFor(scope);
  const { datasources } = sources;
  const remainingMs = () => Math.max(0, deadlineAt - Date.now());
  const limits = { scanLimit, remainingMs, patienceMs: Math.min(1000, remainingMs() / 4) };
  const view = directory === null ? null : viewOf(directory, scope);
  const joins = createJoins({ sources: datasources, limits, memory: { records, view } });
  // What was read before a write may be out of date after it: the rest of the operation reads anew.
  const forget = () => {
    sources.forget();
    joins.forget();
  };
  return {
    requestId,
    caller,
    log,
    signal,
    deadlineAt,
    remainingMs,
    datasources,
    joins,
    calls: tally,
    readFresh: () => {
      scope.isFresh = true;
    },
    isFresh: () => scope.isFresh === true,
    traceCalls: (tracing) => {
      scope.tracing = tracing;
    },
    write: async (request) => {
      try {
        return await runNoted(request, { gateway, caller, remainingMs });
      } finally {
        forget();
      }
    },
    records,
    forgetPerson: (email) => forgetPerson(email, gateway),
    failures: new PartialFailures(),
    follow: (pick) => followChanges(gateway.events, pick),
    told,
    customerIds,
    mode,
    stateOf: (provider) => providers.stateOf(provider),
    end: () => {
      onEnd();
      end();
      // Whatever still holds the context holds nothing of what was read.
      forget();
    },
  };
}

/** The clock of one operation, and the count of what it asks. */
function startScope(
  { log, requestTimeoutMs }: Gateway,
  { requestId, isFresh }: { readonly requestId: string; readonly isFresh: boolean },
) {
  const controller = endOfWork();
  const budgetMs = requestTimeoutMs - Math.min(answerShareMs, requestTimeoutMs / 5);
  const timer = setTimeout(() => controller.abort(workHasEnded), budgetMs);
  timer.unref();
  const tally = new CallTally();
  const scope: Writable<OperationScope> = {
    requestId,
    signal: controller.signal,
    deadlineAt: Date.now() + budgetMs,
    log: log.child({ requestId }),
    tally,
    isFresh,
  };
  const end = () => {
    clearTimeout(timer);
    controller.abort(workHasEnded);
  };
  return { scope, tally, end };
}

function viewOf(access: DirectoryAccess, scope: OperationScope): DirectoryView {
  return {
    directory: access.directory,
    freshenOrders: (provider, maxAgeMs) => access.freshen({ provider, kind: 'ORDER' }, maxAgeMs, scope),
    whenOrdersFilled: (providers, timeoutMs) =>
      access.whenFilled(providers, 'ORDER', Math.min(timeoutMs, (scope.deadlineAt - Date.now()) / 2)),
    onNew: (provider, externalId) => access.reread([{ provider, kind: 'ORDER', externalId }], longestMeetingMs),
    onGone: (provider, externalId) => void access.reread([{ provider, kind: 'ORDER', externalId }], 0),
    onUnavailable: (error) => {
      scope.tally?.noteMissing('DIRECTORY');
      scope.log.warn({ err: error }, 'the directory cannot be used');
    },
  };
}
