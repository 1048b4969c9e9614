import type { Instant } from '../../domain/instant.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { Abilities } from '../_shared/abilities.js';
import type { QuickbutikCalls } from './calls.js';
import { isFull, type OrderRow } from './order-rows.js';
import type { ShopOrderQuery } from './source.js';
import { noteWholeRows, wholeOrdersInLists } from './whole-orders.js';

/** Fewer are read one by one in as many calls as asking for the list once more could take. */
const worthAsking = 3;
/** So many whole orders make an answer of about a megabyte. */
const mostRows = 500;
/** Of a list, at least one row in so many must be wanted. */
const leastShare = 5;
/** Beside the newest orders come older ones whose status has changed since: room is left for as many. */
const roomForChanged = 2;

interface SeenList {
  readonly query: ShopOrderQuery;
  readonly references: ReadonlySet<string>;
}

interface DetailParts {
  readonly calls: Pick<QuickbutikCalls, 'ordersWithDetails' | 'changedWithDetails'>;
  readonly abilities: Abilities;
  /** Takes whole orders in. */
  readonly note: (rows: readonly OrderRow[]) => void;
}

/**
 * Many orders of a list by asking for the list once more, with its rows whole: one call instead of one each. Only where the list is not
 * much longer than what is wanted of it, and as long as the shop knows the question. The newest orders need no list to have been read.
 */
export class OrderDetails {
  readonly #parts: DetailParts;
  readonly #seen: SeenList[] = [];

  constructor(parts: DetailParts) {
    this.#parts = parts;
  }

  /** Notes a list as the shop has just answered it. */
  noteList(query: ShopOrderQuery, references: readonly string[]): void {
    this.#seen.push({ query, references: new Set(references) });
  }

  /**
   * Has the wanted orders read if that can be done in one call; those it does not bring are asked for singly. Never throws.
   *
   * @param newestSince when the wanted are the shop's newest orders: the time of the oldest of them
   */
  async prepare(wanted: readonly string[], newestSince: Instant | null): Promise<void> {
    const { abilities, note } = this.#parts;
    if (wanted.length < worthAsking || abilities.isMissing(wholeOrdersInLists)) return;
    const asked = this.#askFor(wanted, newestSince);
    if (asked === null) return;
    try {
      const rows = await asked;
      // Perhaps it is the question that finds nothing.
      if (rows.length === 0) abilities.noteMissing(wholeOrdersInLists, wanted.join());
      noteWholeRows(rows, abilities);
      note(rows.filter(isFull));
    } catch (error) {
      // A refusal says what the shop does not know; of any other failure the single calls tell.
      if (isRefusal(error)) abilities.noteMissing(wholeOrdersInLists, wanted.join());
    }
  }

  /** Null where there is no list to ask for. */
  #askFor(wanted: readonly string[], newestSince: Instant | null): Promise<readonly OrderRow[]> | null {
    const { calls } = this.#parts;
    const list = this.#seen.find((seen) => holds(seen, wanted));
    if (list !== undefined) return calls.ordersWithDetails(list.query);
    if (newestSince === null) return null;
    return calls.changedWithDetails(newestSince, wanted.length * roomForChanged);
  }
}

function holds({ references }: SeenList, wanted: readonly string[]): boolean {
  const { size } = references;
  return (
    size <= mostRows && size <= wanted.length * leastShare && wanted.every((reference) => references.has(reference))
  );
}

function isRefusal(error: unknown): boolean {
  return error instanceof UpstreamError && (error.code === 'PROVIDER_REJECTED' || error.code === 'PROVIDER_CONTRACT');
}
