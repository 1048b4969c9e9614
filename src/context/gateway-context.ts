import type { Logger } from 'pino';
import type { Caller } from '../access/caller.js';
import type { Datasources, ProviderStanding } from '../datasources/providers.js';
import type { EntityRef } from '../directory/directory-work.js';
import type { CustomerIdCipher } from '../domain/customer-id-cipher.js';
import type { ProviderName } from '../domain/provider.js';
import type { ChangeEvent } from '../events/change-events.js';
import type { CallTracing } from '../http/call-observer.js';
import type { CallTally } from '../http/call-tally.js';
import type { Joins } from '../joins/create-joins.js';
import type { RecordsStore } from '../records/records-store.js';
import type { WriteRequest } from '../writes/writes.js';
import type { PartialFailures } from './partial-failures.js';

/** What a write is about, so that the next query of anyone sees it. */
export interface Changing<Outcome> {
  /** Things that may be new, different or gone. @param outcome null when the write failed or stayed unknown */
  readonly changes?: (outcome: Outcome | null) => readonly EntityRef[];
}

/** A change on its way to one subscriber. */
export interface ToldChange {
  readonly event: ChangeEvent;
  /** Whether it passes the subscriber's filter; asked in the context of the operation that tells it. */
  readonly isWanted: (context: GatewayContext) => Promise<boolean>;
}

/** What every resolver gets: the sources and joins of this one operation, and the few facts of the gateway. */
export interface GatewayContext {
  readonly requestId: string;
  readonly caller: Caller;
  readonly log: Logger;
  /** Aborted at the operation's end: when it is answered, when its time is up, when its caller leaves. */
  readonly signal: AbortSignal;
  /** Until when its calls may run, in milliseconds since 1970. */
  readonly deadlineAt: number;
  /** What the operation has left, in milliseconds. */
  readonly remainingMs: () => number;
  readonly datasources: Datasources;
  readonly joins: Joins;
  /** What was asked so far. */
  readonly calls: CallTally;
  /** From now on nothing is shown that was kept from before, or asked for by another operation. */
  readonly readFresh: () => void;
  readonly isFresh: () => boolean;
  /** From now on what is asked of providers shows in a trace. */
  readonly traceCalls: (tracing: CallTracing) => void;
  /** Writes that happen once; keys are the caller's own. */
  readonly write: <Outcome>(request: WriteRequest<Outcome> & Changing<Outcome>) => Promise<Outcome>;
  /** What was written through this gateway and no provider gives back. */
  readonly records: RecordsStore;
  /** Removes a person's data from the gateway's own stores; how many records of each. */
  readonly forgetPerson: (email: string) => Promise<{ readonly store: string; readonly records: number }[]>;
  /** Failures inside lists that answer all the same. */
  readonly failures: PartialFailures;
  /** Changes from now on, as far as `pick` takes them, for one reader that ends it with `return`. */
  readonly follow: <Item>(pick: (event: ChangeEvent) => Item | null) => AsyncIterableIterator<Item, undefined>;
  /** The change that a subscription's operation tells; null in any other operation. */
  readonly told: ToldChange | null;
  readonly customerIds: CustomerIdCipher;
  readonly mode: 'LIVE' | 'SANDBOX';
  readonly stateOf: (provider: ProviderName) => ProviderStanding;
  /** Ends the operation: its calls are cancelled, its timer stops. */
  readonly end: () => void;
}
