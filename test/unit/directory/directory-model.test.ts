import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexEntry } from '../../../src/datasources/_shared/index-feed.js';
import type { KnownOrder } from '../../../src/directory/directory.js';
import { StoredDirectory } from '../../../src/directory/stored-directory.js';
import { toEpochMs } from '../../../src/domain/instant.js';
import type { Order, OrderHead } from '../../../src/domain/order.js';
import { compareHeads, isBehind, placeOf } from '../../../src/domain/order-place.js';
import type { ProviderName } from '../../../src/domain/provider.js';
import { head, whole } from './entries.js';
import { findStrays, secret, startDirectory } from './stores.js';

const providers: readonly ProviderName[] = ['QUICKBUTIK', 'QAPLA', 'INFLUENCERSOFT'];
const times = [
  null,
  '1969-12-31T23:59:59Z',
  '1970-01-01T00:00:00Z',
  '2026-05-01T10:00:00Z',
  '2026-05-01T10:00:00.001Z',
];
const emails = [null, 'one@example.com', 'two@example.com'];
const idOf = fc.string({ unit: fc.constantFrom(...'01aZ-_/!~ #"é😀'), minLength: 1, maxLength: 4 });

/** A purchase; its time and amount are what tells it, so they stay the same in all pictures of it. */
const purchase = fc.record({
  provider: fc.constantFrom(...providers),
  externalId: idOf,
  reference: fc.constantFrom('7', ' 7', '8', 'a/b'),
  placedAt: fc.constantFrom(...times),
});
const step = fc.record({
  purchase: fc.nat(),
  status: fc.constantFrom('PAID', 'DONE'),
  email: fc.constantFrom(...emails),
  does: fc.constantFrom('LIST', 'LIST', 'READ', 'READ', 'READ', 'REMOVE'),
} as const);

type Purchase = typeof purchase extends fc.Arbitrary<infer Value> ? Value : never;
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function entryOf(bought: Purchase, { status, email, does }: Step): IndexEntry & { kind: 'ORDER' } {
  const { externalId } = bought;
  const order: OrderHead | Order =
    does === 'LIST' ? head(externalId, { ...bought, status }) : whole(externalId, email, { ...bought, status });
  return { kind: 'ORDER', order, importedAt: importedAtOf(bought) };
}

/** The parcel service's orders come with a time of arrival, and two purchases may have one id there. */
function importedAtOf({ provider }: Purchase): string | null {
  return provider === 'QAPLA' ? '2026-06-01T00:00:00Z' : null;
}

/** The directory as a plain list. */
class Model {
  known: KnownOrder[] = [];
  readonly #hashOf: (email: string) => string;

  constructor(hashOf: (email: string) => string) {
    this.#hashOf = hashOf;
  }

  /** Gives what is to be told. */
  take(bought: Purchase, taken: Step): string | null {
    const { provider, externalId, placedAt, reference } = bought;
    if (taken.does === 'REMOVE') {
      const gone = this.known.filter((order) => order.provider === provider && order.externalId === externalId);
      this.known = this.known.filter((order) => !gone.includes(order));
      return gone.length > 0 ? 'DELETED' : null;
    }
    const old = this.known.find(
      (order) =>
        order.provider === provider &&
        order.externalId === externalId &&
        (provider !== 'QAPLA' ||
          order.placedAt === placedAt ||
          (order.placedAt !== null && placedAt !== null && toEpochMs(order.placedAt) === toEpochMs(placedAt))),
    );
    const isDetailed = taken.does === 'READ';
    const hash = taken.email === null ? null : this.#hashOf(taken.email);
    const next: KnownOrder = {
      ...head(externalId, { provider, placedAt: old?.placedAt ?? placedAt, reference, status: taken.status }),
      isDetailed: isDetailed || old?.isDetailed === true,
      emailHash: isDetailed ? hash : (old?.emailHash ?? null),
      importedAt: importedAtOf(bought),
    };
    this.known = [...this.known.filter((order) => order !== old), next];
    if (old === undefined) return 'CREATED';
    const isBuyerOther = old.isDetailed && old.emailHash !== next.emailHash;
    return old.status !== next.status || isBuyerOther ? 'UPDATED' : null;
  }

  page(
    range: { providers: readonly ProviderName[]; emailHash: string | null; limit: number },
    behind: OrderHead | null,
  ) {
    return this.known
      .filter((order) => range.providers.includes(order.provider))
      .filter((order) => range.emailHash === null || order.emailHash === range.emailHash)
      .sort(compareHeads)
      .filter((order) => behind === null || isBehind(order, placeOf(behind)))
      .slice(0, range.limit);
  }
}

describe('a directory of orders that come and go in any order', () => {
  /** Purchases of one id at one provider are one, but at the parcel service. */
  const purchases = fc.uniqueArray(purchase, {
    minLength: 1,
    maxLength: 12,
    selector: ({ provider, externalId, placedAt }) =>
      JSON.stringify([
        provider,
        externalId,
        provider === 'QAPLA' ? toEpochMs(placedAt ?? '1970-01-01T00:00:00Z') : null,
      ]),
  });

  it('knows, lists and tells what a plain list does, page by page, from any place', async () => {
    await fc.assert(
      fc.asyncProperty(
        purchases,
        fc.array(step, { maxLength: 40 }),
        fc.array(
          fc.record({
            providers: fc.subarray([...providers]),
            email: fc.constantFrom(...emails),
            limit: fc.integer({ min: 1, max: 5 }),
            behind: fc.option(fc.nat()),
          }),
          { maxLength: 10 },
        ),
        async (all, steps, questions) => {
          await using started = startDirectory();
          const { directory, store } = started;
          const model = new Model((email) => directory.hashEmail(email));
          for (const taken of steps) {
            const bought = all[taken.purchase % all.length] as Purchase;
            const expected = model.take(bought, taken);
            const change =
              taken.does === 'REMOVE'
                ? await directory.remove(bought.provider, 'ORDER', bought.externalId)
                : (await directory.put(bought.provider, [entryOf(bought, taken)]))[0];
            expect(change?.change ?? null).toBe(expected);
          }
          for (const { providers: of, email, limit, behind } of questions) {
            const range = { providers: of, emailHash: email === null ? null : directory.hashEmail(email), limit };
            // Also behind orders that were never taken in, or are gone.
            const place = behind === null ? null : head('', all[behind % all.length]);
            const found = await directory.orders({ ...range, place: place && placeOf(place) });
            expect(found).toEqual(model.page(range, place));
          }
          for (const reference of ['7', 'a/b', '9']) {
            const found = await directory.ordersByReference(reference);
            const expected = model.known.filter((order) => order.reference.trim() === reference);
            expect([...found].sort(compareHeads)).toEqual(expected.sort(compareHeads));
          }
          for (const provider of providers) {
            const expected = model.known.filter((order) => order.provider === provider && !order.isDetailed);
            expect(await directory.undetailed(provider, 100)).toEqual(expected.sort(compareHeads));
          }
          expect(await findStrays(store)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('tells each new order once, and keeps whose it is, when two processes take in the same side by side', async () => {
    await fc.assert(
      fc.asyncProperty(
        purchases,
        fc.array(fc.record({ purchases: fc.array(fc.nat(), { maxLength: 8 }), isList: fc.boolean() }), {
          minLength: 1,
          maxLength: 12,
        }),
        async (all, batches) => {
          await using started = startDirectory();
          const { store } = started;
          const directories = [new StoredDirectory({ store, secret }), new StoredDirectory({ store, secret })];
          const entriesOf = (numbers: readonly number[], does: Step['does']) =>
            providers.map((provider) => ({
              provider,
              entries: numbers
                .map((number) => all[number % all.length] as Purchase)
                .filter((bought) => bought.provider === provider)
                .map((bought) => entryOf(bought, { purchase: 0, status: 'PAID', email: 'one@example.com', does })),
            }));
          const everything = entriesOf([...all.keys()], 'READ');
          const work = [
            ...batches.flatMap(({ purchases: numbers, isList }) => entriesOf(numbers, isList ? 'LIST' : 'READ')),
            ...everything,
          ];
          const changes = await Promise.all(
            directories.flatMap((directory) => work.map(({ provider, entries }) => directory.put(provider, entries))),
          );
          const told = changes.flat().map(({ change, externalId }) => `${change} ${externalId}`);
          expect(told.sort()).toEqual(all.map(({ externalId }) => `CREATED ${externalId}`).sort());
          const hash = directories[0]?.hashEmail('one@example.com') ?? '';
          const found = await directories[0]?.orders({ providers, emailHash: hash, place: null, limit: 100 });
          expect(found).toHaveLength(all.length);
          expect(await findStrays(store)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
