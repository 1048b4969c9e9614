import type { Instant } from '../domain/instant.js';
import type { PlacedInvoice } from './placed-invoice.js';

/** A tracking number as it was written to an order of the shop, which never gives it back (seed 001, PUT orders). */
export interface WrittenTracking {
  /** The order's reference. */
  readonly reference: string;
  readonly trackingNumber: string;
  /** The carrier in the caller's words; null when none was given. */
  readonly company: string | null;
  /** When the shop confirmed it. */
  readonly at: Instant;
}

/** What is kept, by kind. A further kind is a further line here. */
export interface RecordKinds {
  /** The newest of an order, keyed by its reference: see written-tracking.ts. */
  readonly tracking: WrittenTracking;
  /** The newest of a number, keyed by the number in the form numbers are compared in. */
  readonly trackingByNumber: WrittenTracking;
  /** That a person was forgotten, keyed by the directory's hash of the e-mail: a directory that is begun anew must know it. */
  readonly forgotten: { readonly emailHash: string; readonly at: Instant };
  /** Keyed by reference and id: see placed-invoices.ts. */
  readonly invoice: PlacedInvoice;
}

export type RecordKind = keyof RecordKinds;

/**
 * What was written through this gateway and no provider gives back. Durable, without expiry, shared by the processes of one machine.
 * Every method throws RecordsUnavailableError when the store cannot be used.
 */
export interface RecordsStore {
  /** Keeps a record, on disk before it answers; one of the same key is replaced. */
  put<Kind extends RecordKind>(kind: Kind, key: string, value: RecordKinds[Kind]): Promise<void>;
  /** The records under keys, in the keys' order; null where there is none. A page asks for those of all its rows at once. */
  get<Kind extends RecordKind>(kind: Kind, keys: readonly string[]): Promise<readonly (RecordKinds[Kind] | null)[]>;
  /** All records of a kind, by key, or those whose key begins with a text. */
  list<Kind extends RecordKind>(kind: Kind, keyStart?: string): Promise<readonly RecordKinds[Kind][]>;
  /** Forgets a record; whether there was one. */
  remove(kind: RecordKind, key: string): Promise<boolean>;
  close(): Promise<void>;
}

/** The store of records cannot be read or written. */
export class RecordsUnavailableError extends Error {
  override readonly name = 'RecordsUnavailableError';
}
