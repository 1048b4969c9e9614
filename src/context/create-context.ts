import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import type { Providers } from '../datasources/providers.js';
import type { CustomerIdCipher } from '../domain/customer-id-cipher.js';
import type { OperationScope } from '../http/upstream-request.js';
import { createJoins } from '../joins/create-joins.js';
import { forgetShopper, invoiceOrders } from '../records/placed-invoices.js';
import type { RecordsStore } from '../records/records-store.js';
import type { Writes } from '../writes/writes.js';
import type { GatewayContext } from './gateway-context.js';
import { PartialFailures } from './partial-failures.js';

/** What all operations of the process share. */
export interface Gateway {
  readonly providers: Providers;
  readonly customerIds: CustomerIdCipher;
  readonly writes: Writes;
  readonly records: RecordsStore;
  readonly log: Logger;
  readonly mode: 'LIVE' | 'SANDBOX';
  readonly requestTimeoutMs: number;
  readonly scanLimit: number;
}

/** Every caller on loopback is the merchant. */
const caller = 'merchant';

/** Of the deadline, left to form the answer with the failures in it: a fifth, half a second at the most. */
const answerShareMs = 500;

/**
 * The context of one operation: fresh sources and loaders, so that nothing one caller read reaches another, and the clock
 * that all its upstream calls share.
 *
 * @param onEnd called once the operation is answered or given up
 */
export function createContext(gateway: Gateway, requestId: string, onEnd: () => void = () => {}): GatewayContext {
  const { providers, customerIds, writes, records, mode, requestTimeoutMs, scanLimit } = gateway;
  const log = gateway.log.child({ requestId });
  const controller = new AbortController();
  // Every call under way listens: a page of a hundred rows is no leak.
  setMaxListeners(0, controller.signal);
  const budgetMs = requestTimeoutMs - Math.min(answerShareMs, requestTimeoutMs / 5);
  const timer = setTimeout(() => controller.abort(), budgetMs);
  timer.unref();
  const scope: OperationScope = { requestId, signal: controller.signal, deadlineAt: Date.now() + budgetMs, log };
  const datasources = providers.sourcesFor(scope);
  const remainingMs = () => Math.max(0, scope.deadlineAt - Date.now());
  const limits = { scanLimit, remainingMs, patienceMs: Math.min(1000, budgetMs / 4) };
  const invoices = invoiceOrders(records);
  let joins = createJoins(datasources, limits, invoices);
  // What was read before a write may be out of date after it: the rest of the operation reads anew.
  const forget = () => {
    for (const source of Object.values(datasources)) if ('forget' in source) source.forget();
    joins = createJoins(datasources, limits, invoices);
  };
  return {
    requestId,
    log,
    remainingMs,
    datasources,
    get joins() {
      return joins;
    },
    write: (request) => writes.run(caller, request).finally(forget),
    records,
    forgetPerson: async (email) => [
      { store: 'ledger', records: await writes.forget(email) },
      { store: 'records', records: await forgetShopper(records, email) },
    ],
    failures: new PartialFailures(),
    customerIds,
    mode,
    stateOf: (provider) => providers.stateOf(provider),
    end: () => {
      onEnd();
      clearTimeout(timer);
      controller.abort();
    },
  };
}
