import type { Secret } from '../config/secret.js';
import type { IndexEntry, IndexKind } from '../datasources/_shared/index-feed.js';
import { normalizeReference } from '../domain/join-keys.js';
import type { ProviderName } from '../domain/provider.js';
import type {
  Directory,
  DirectoryChange,
  FillState,
  KnownCustomer,
  KnownOrder,
  KnownParcel,
  OrderRange,
} from './directory.js';
import { endOf, keys } from './directory-keys.js';
import type { DirectoryWork, EntityRef, FillProgress, IdPage, PendingReread } from './directory-work.js';
import { EmailHash } from './email-hash.js';
import {
  claimFill,
  listPending,
  listProgress,
  notePending,
  readProgress,
  releaseFill,
  settlePending,
} from './fill-records.js';
import { forgetPerson } from './forget-person.js';
import { listIndexed, reviseAll } from './indexed-records.js';
import { intakeOf } from './intake.js';
import { listKnownIds } from './known-ids.js';
import { listOrders } from './order-pages.js';
import { orderShelf, toKnownOrder } from './order-record.js';
import type { OrderedStore } from './ordered-store.js';
import { customerShelf, parcelShelf } from './other-records.js';
import { readOrdersById, removeRecords } from './remove-records.js';

/** The directory over an ordered store, which several processes may share. The store is not its own to close. */
export class StoredDirectory implements Directory, DirectoryWork {
  readonly #store: OrderedStore;
  readonly #emails: EmailHash;

  /** @param secret the key of the hashes is derived from it: all processes over one store need the same */
  constructor({ store, secret }: { readonly store: OrderedStore; readonly secret: Secret | Buffer }) {
    this.#store = store;
    this.#emails = new EmailHash(secret);
  }

  hashEmail(email: string): string {
    return this.#emails.of(email) ?? '';
  }

  async orders(range: OrderRange): Promise<readonly KnownOrder[]> {
    return (await listOrders(this.#store, range)).map(toKnownOrder);
  }

  async ordersByReference(reference: string): Promise<readonly KnownOrder[]> {
    const from = keys.ordersWith(normalizeReference(reference) ?? '');
    const toRecord = (index: string) => keys.order(...endNames(index));
    const range = { from, to: endOf(from), limit: Number.POSITIVE_INFINITY, toRecord };
    return (await listIndexed(this.#store, orderShelf, range)).map(toKnownOrder);
  }

  async ordersById(provider: ProviderName, externalId: string): Promise<readonly KnownOrder[]> {
    return (await readOrdersById(this.#store, provider, externalId)).map(({ order }) => toKnownOrder(order));
  }

  async customers(emailHash: string): Promise<readonly KnownCustomer[]> {
    const from = keys.customersOf(emailHash);
    const toRecord = (index: string) => keys.customerNamed(...endNames(index));
    const range = { from, to: endOf(from), limit: Number.POSITIVE_INFINITY, toRecord };
    const records = await listIndexed(this.#store, customerShelf, range);
    return records.map(({ provider, externalId, place }) => ({ provider, externalId, place }));
  }

  async parcels(reference: string): Promise<readonly KnownParcel[]> {
    const from = keys.parcelsWith(normalizeReference(reference) ?? '');
    const toRecord = (index: string) => keys.parcelNamed(...endNames(index));
    const range = { from, to: endOf(from), limit: Number.POSITIVE_INFINITY, toRecord };
    const records = await listIndexed(this.#store, parcelShelf, range);
    return records.map(({ trackingNumber, reference }) => ({ trackingNumber, reference }));
  }

  async fillStates(): Promise<readonly FillState[]> {
    const all = await listProgress(this.#store);
    return all.map(({ provider, kind, isComplete, since, updatedAt, filledAt }) => {
      return { provider, kind, isComplete, since, updatedAt, filledAt };
    });
  }

  put(provider: ProviderName, entries: readonly IndexEntry[]): Promise<readonly DirectoryChange[]> {
    const revisions = entries.map((entry) => intakeOf(provider, entry, this.#emails));
    return reviseAll(this.#store, revisions);
  }

  remove(provider: ProviderName, kind: IndexKind, externalId: string): Promise<DirectoryChange | null> {
    return removeRecords(this.#store, provider, { kind, externalId });
  }

  forget(emailHash: string): Promise<number> {
    return forgetPerson(this.#store, emailHash);
  }

  async isForgotten(emailHash: string): Promise<boolean> {
    const [mark = null] = await this.#store.get([keys.forgotten(emailHash)]);
    return mark !== null;
  }

  progress(provider: ProviderName, kind: IndexKind): Promise<FillProgress | null> {
    return readProgress(this.#store, provider, kind);
  }

  async saveProgress(progress: FillProgress): Promise<void> {
    await this.#store.write([{ key: keys.progress(progress.provider, progress.kind), value: progress }]);
  }

  async undetailed(provider: ProviderName, limit: number): Promise<readonly KnownOrder[]> {
    const from = keys.undetailed(provider);
    const toRecord = (index: string) => keys.order(provider, endNames(index)[1]);
    return (await listIndexed(this.#store, orderShelf, { from, to: endOf(from), limit, toRecord })).map(toKnownOrder);
  }

  knownIds(provider: ProviderName, kind: IndexKind, cursor: string | null, limit: number): Promise<IdPage> {
    return listKnownIds(this.#store, { provider, kind }, cursor, limit);
  }

  claimFill(owner: string, forMs: number): Promise<boolean> {
    return claimFill(this.#store, owner, forMs);
  }

  releaseFill(owner: string): Promise<void> {
    return releaseFill(this.#store, owner);
  }

  notePending(refs: readonly EntityRef[], notedAt: number): Promise<void> {
    return notePending(this.#store, refs, notedAt);
  }

  pending(provider: ProviderName | null, limit: number): Promise<readonly PendingReread[]> {
    return listPending(this.#store, provider, limit);
  }

  settlePending(done: PendingReread): Promise<void> {
    return settlePending(this.#store, done);
  }
}

/** The last two parts of an index entry, which most name their record by: its provider and its name. */
function endNames(index: string): [provider: string, name: string] {
  const [name = '', provider = ''] = index.split('/').reverse();
  return [provider, name];
}
