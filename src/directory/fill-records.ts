import type { IndexKind } from '../datasources/_shared/index-feed.js';
import type { ProviderName } from '../domain/provider.js';
import { endOf, keys } from './directory-keys.js';
import type { EntityRef, FillProgress, PendingReread } from './directory-work.js';
import type { OrderedStore } from './ordered-store.js';

/** Who fills, and until when unless the claim is renewed. */
interface FillClaim {
  readonly owner: string;
  readonly endsAt: number;
}

const chunkSize = 250;
const tries = 20;
const mostKinds = 1000;

/** The progress of each fill that was ever begun. */
export async function listProgress(store: OrderedStore): Promise<FillProgress[]> {
  const { allProgress } = keys;
  const entries = await store.range({ from: allProgress, to: endOf(allProgress), limit: mostKinds });
  return entries.map(({ value }) => value as FillProgress);
}

export async function readProgress(
  store: OrderedStore,
  provider: ProviderName,
  kind: IndexKind,
): Promise<FillProgress | null> {
  const [progress = null] = await store.get([keys.progress(provider, kind)]);
  return progress as FillProgress | null;
}

export async function claimFill(store: OrderedStore, owner: string, forMs: number): Promise<boolean> {
  const claim = await readClaim(store);
  const now = Date.now();
  // One that would last longer than any does was made by a clock that was set back since.
  const isHeld = claim !== null && claim.owner !== owner && claim.endsAt > now && claim.endsAt - now <= 2 * forMs;
  if (isHeld) return false;
  const next: FillClaim = { owner, endsAt: now + forMs };
  return store.write([{ key: keys.fillClaim, value: next }], [{ key: keys.fillClaim, value: claim }]);
}

export async function releaseFill(store: OrderedStore, owner: string): Promise<void> {
  const claim = await readClaim(store);
  if (claim?.owner !== owner) return;
  // When it is another's by now, nothing is to be released.
  await store.write([{ key: keys.fillClaim, value: null }], [{ key: keys.fillClaim, value: claim }]);
}

/** Of two notes of a thing the later one stays, whichever comes in last. */
export async function notePending(store: OrderedStore, refs: readonly EntityRef[], notedAt: number): Promise<void> {
  const notes = new Map(
    refs.map(({ provider, kind, externalId }) => {
      const note: PendingReread = { provider, kind, externalId, notedAt };
      return [keyOf(note), note];
    }),
  );
  const all = [...notes];
  for (let start = 0; start < all.length; start += chunkSize)
    await noteChunk(store, all.slice(start, start + chunkSize));
}

export async function listPending(
  store: OrderedStore,
  provider: ProviderName | null,
  limit: number,
): Promise<PendingReread[]> {
  const prefix = keys.allPending(provider);
  const entries = await store.range({ from: prefix, to: endOf(prefix), limit });
  return entries.map(({ value }) => value as PendingReread);
}

export async function settlePending(store: OrderedStore, done: PendingReread): Promise<void> {
  const key = keyOf(done);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const [note = null] = (await store.get([key])) as (PendingReread | null)[];
    if (note === null || note.notedAt > done.notedAt) return;
    if (await store.write([{ key, value: null }], [{ key, value: note }])) return;
  }
}

async function noteChunk(store: OrderedStore, notes: readonly (readonly [string, PendingReread])[]): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const known = (await store.get(notes.map(([key]) => key))) as (PendingReread | null)[];
    const later = notes.flatMap(([key, note], at) => {
      const old = known[at] ?? null;
      return old === null || old.notedAt < note.notedAt ? [{ key, value: note, old }] : [];
    });
    if (later.length === 0) return;
    const expected = later.map(({ key, old }) => ({ key, value: old }));
    if (
      await store.write(
        later.map(({ key, value }) => ({ key, value })),
        expected,
      )
    )
      return;
  }
  // Others note the same things all the time: which of the notes stays matters less than that one does.
  await store.write(notes.map(([key, value]) => ({ key, value })));
}

async function readClaim(store: OrderedStore): Promise<FillClaim | null> {
  const [claim = null] = await store.get([keys.fillClaim]);
  return claim as FillClaim | null;
}

function keyOf({ provider, kind, externalId }: EntityRef): string {
  return keys.pending(provider, kind, externalId);
}
