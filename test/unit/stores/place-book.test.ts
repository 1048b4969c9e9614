import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProviderAccount } from '../../../src/config/provider-accounts.js';
import { nameAt, type PlaceBook, settle } from '../../../src/stores/place-book.js';

const former = 'f'.repeat(16);
const shop = (key: string, name: string | null = null): ProviderAccount => ({
  provider: 'QUICKBUTIK',
  home: 'https://shop.example.com/v1',
  known: { by: 'key', as: key },
  name,
});
const site = (id: string): ProviderAccount => ({
  provider: 'QPILOT',
  home: 'https://qpilot.example.com',
  known: { by: 'id', as: id },
  name: null,
});
/** A start with some accounts; its former place is another one for each set of keys, as it is of the real ones. */
const start = (book: PlaceBook | null, accounts: readonly ProviderAccount[], formerPlace = former) =>
  settle(book, { accounts, formerPlace, accountsDigest: accounts.map(({ known, name }) => name ?? known.as).join() });
const ownOf = ({ accounts }: ReturnType<typeof start>, provider: ProviderAccount['provider'] = 'QUICKBUTIK') =>
  accounts.get(provider)?.own;
const doubtfulOf = ({ accounts }: ReturnType<typeof start>) => accounts.get('QUICKBUTIK')?.doubtful;

describe('the first start', () => {
  it('has all accounts where their stores were before there was a book', () => {
    const first = start(null, [shop('a'), site('1')]);
    expect([ownOf(first), ownOf(first, 'QPILOT'), first.common]).toEqual([[former], [former], former]);
    const found = start({ places: {}, strangers: [former, 'other'] }, [shop('a')]);
    expect([ownOf(found), doubtfulOf(found), found.book.strangers]).toEqual([[former], ['other'], ['other']]);
  });
});

describe('an account', () => {
  it('stays where it is when others come, go and change', () => {
    const first = start(null, [shop('a')]);
    const more = start(first.book, [site('1'), shop('a')], 'second');
    expect([ownOf(more), ownOf(more, 'QPILOT')]).toEqual([[former], [former]]);
    const other = start(more.book, [site('2'), shop('a')], 'third');
    expect(ownOf(other)).toEqual([former]);
    expect(ownOf(other, 'QPILOT')).not.toEqual([former]);
  });

  it('is found by its name under any key, once it had that name', () => {
    const named = start(start(null, [shop('a')]).book, [shop('a', 'mine')]);
    expect(ownOf(start(named.book, [shop('b', 'mine')], 'second'))).toEqual([former]);
  });

  it('is another one under another key, of which nobody has said that it is the same', () => {
    const other = start(start(null, [shop('a')]).book, [shop('b')], 'second');
    expect([ownOf(other), doubtfulOf(other)]).toEqual([['second'], [former]]);
  });

  it('has all its places, the newest first, when a code says later that it was the same', () => {
    const first = start(null, [shop('a')]);
    const between = start(first.book, [shop('b')], 'second');
    const code = nameAt(between.book, shop('b'), former) ?? '';
    const told = start(between.book, [shop('b', code)], 'second');
    expect([ownOf(told), doubtfulOf(told)]).toEqual([['second', former], []]);
    expect(ownOf(start(told.book, [shop('c', code)], 'third'))).toEqual(['second', former]);
  });

  it('does not take over what belongs to another name', () => {
    const one = start(null, [shop('a', 'one')]);
    const other = start(one.book, [shop('b', 'other')], 'second');
    expect([ownOf(other), doubtfulOf(other)]).toEqual([['second'], []]);
    // The key of one given to the other by mistake, and the mistake taken back.
    const mistaken = start(other.book, [shop('a', 'other')]);
    expect(ownOf(mistaken)).toEqual(['second']);
    expect(ownOf(start(mistaken.book, [shop('b', 'one')], 'second'))).toEqual([former]);
  });

  it('of a wrong code is a new one, whose writes are doubted', () => {
    const first = start(null, [shop('a')]);
    const wrong = start(first.book, [shop('b', 'known-000000000000')], 'second');
    expect([ownOf(wrong), doubtfulOf(wrong)]).toEqual([['second'], [former]]);
  });

  it('has the stores of its old credentials that appear later, as from a backup', () => {
    const first = start(null, [shop('a'), site('1')]);
    const found = start({ ...first.book, strangers: ['second'] }, [shop('a', 'mine'), site('1')], 'second');
    expect([ownOf(found), ownOf(found, 'QPILOT')]).toEqual([
      ['second', former],
      ['second', former],
    ]);
  });
});

describe('whatever is started in whatever order', () => {
  const account = fc.oneof(
    fc
      .record({ key: fc.constantFrom('a', 'b', 'c'), home: fc.constantFrom('x', 'y') })
      .map(({ key, home }) => ({ ...shop(key), home })),
    fc.constantFrom('1', '2', '3').map(site),
  );
  const starts = fc.array(fc.uniqueArray(account, { selector: ({ provider }) => provider, minLength: 1 }), {
    minLength: 1,
    maxLength: 12,
  });

  it('no two accounts of a provider share a place, and each is found where it was', () => {
    fc.assert(
      fc.property(starts, (all) => {
        let book: PlaceBook | null = null;
        const placeOf = new Map<string, string>();
        for (const accounts of all) {
          const settlement = start(book, accounts, JSON.stringify(accounts));
          book = settlement.book;
          for (const account of accounts) {
            const [place = '', ...more] = ownOf(settlement, account.provider) ?? [];
            const id = JSON.stringify(account);
            expect(more).toEqual([]);
            expect(placeOf.get(id) ?? place).toBe(place);
            placeOf.set(id, place);
          }
        }
        for (const provider of ['QUICKBUTIK', 'QPILOT']) {
          const places = [...placeOf].filter(([id]) => id.includes(provider)).map(([, place]) => place);
          expect(new Set(places).size).toBe(places.length);
        }
      }),
    );
  });
});
