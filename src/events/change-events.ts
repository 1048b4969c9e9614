import type { ProviderName } from '../domain/provider.js';

/** That something of a provider is new, different or gone. Carries no data of it: who is told reads it anew. */
export interface ChangeEvent {
  readonly kind: 'ORDER' | 'PARCEL' | 'SUBSCRIPTION';
  readonly change: 'CREATED' | 'UPDATED' | 'DELETED';
  readonly provider: ProviderName;
  /** The provider's own id; a parcel's tracking number. */
  readonly externalId: string;
  /** The order number of an order or a parcel; null where there is none. */
  readonly reference: string | null;
  /** The keyed hash of the e-mail of whom it concerns, as the directory makes it; null when unknown. */
  readonly emailHash: string | null;
}

/** Passes events on to everybody who listens. Each of them makes what was read of its provider out of date. */
export interface ChangeEvents {
  /** Never throws and never waits for listeners. */
  publish(event: ChangeEvent): void;
  /** Calls `listen` for each event from now on; gives a function that ends it. */
  subscribe(listen: (event: ChangeEvent) => void): () => void;
  /** Says that what was read of a provider so far may be out of date, without saying which of it. Never throws. */
  publishStale(provider: ProviderName): void;
  /** Calls `listen` when answers of a provider may be out of date, before the change that says so is told to anybody. */
  whenStale(listen: (provider: ProviderName) => void): void;
  close(): Promise<void>;
}
