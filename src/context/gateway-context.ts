import type { Logger } from 'pino';
import type { Datasources } from '../datasources/providers.js';
import type { CustomerIdCipher } from '../domain/customer-id-cipher.js';
import type { ProviderName } from '../domain/provider.js';
import type { ProviderStatus } from '../http/provider-health.js';
import type { Joins } from '../joins/create-joins.js';
import type { RecordsStore } from '../records/records-store.js';
import type { WriteRequest } from '../writes/writes.js';
import type { PartialFailures } from './partial-failures.js';

/** What every resolver gets: the sources and joins of this one operation, and the few facts of the gateway. */
export interface GatewayContext {
  readonly requestId: string;
  readonly log: Logger;
  /** What the operation has left, in milliseconds. */
  readonly remainingMs: () => number;
  readonly datasources: Datasources;
  readonly joins: Joins;
  /** Writes that happen once; keys are the caller's own. */
  readonly write: <Outcome>(request: WriteRequest<Outcome>) => Promise<Outcome>;
  /** What was written through this gateway and no provider gives back. */
  readonly records: RecordsStore;
  /** Removes a person's data from the gateway's own stores; how many records of each. */
  readonly forgetPerson: (email: string) => Promise<{ readonly store: string; readonly records: number }[]>;
  /** Failures inside lists that answer all the same. */
  readonly failures: PartialFailures;
  readonly customerIds: CustomerIdCipher;
  readonly mode: 'LIVE' | 'SANDBOX';
  readonly stateOf: (provider: ProviderName) => { readonly isConfigured: boolean; readonly status: ProviderStatus };
  /** Ends the operation: its calls are cancelled, its timer stops. */
  readonly end: () => void;
}
