/** A JSON value; `undefined` and functions are not kept. */
export type StoredValue = object | string | number | boolean;

/** Puts a value under a key, or removes the key with null. */
export interface Change {
  readonly key: string;
  readonly value: StoredValue | null;
}

export interface Entry {
  readonly key: string;
  readonly value: StoredValue;
}

export interface KeyRange {
  /** The first key, inclusive. */
  readonly from: string;
  /** The end, exclusive. */
  readonly to: string;
  /** The most entries to give. */
  readonly limit: number;
}

/**
 * An ordered key-value store shared by all processes of a gateway. Keys are ASCII texts of at most 500 characters and sort by their
 * bytes. Every method throws StoreUnavailableError when the store cannot be used.
 */
export interface OrderedStore {
  /** The value of each key, null for a key that is not there. */
  get(keys: readonly string[]): Promise<readonly (StoredValue | null)[]>;
  /** Entries in the order of their keys. */
  range(range: KeyRange): Promise<readonly Entry[]>;
  /**
   * Makes all changes or none.
   *
   * @param expected what keys must still hold (null: that they are absent), compared as JSON
   * @returns false, with nothing changed, when a key holds something else
   */
  write(changes: readonly Change[], expected?: readonly Change[]): Promise<boolean>;
  close(): Promise<void>;
}

/** The store cannot be read or written. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
