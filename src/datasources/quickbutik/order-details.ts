import { UpstreamError } from '../../errors/upstream-error.js';
import type { Abilities } from '../_shared/abilities.js';
import type { QuickbutikCalls } from './calls.js';
import { idOfRow, isFull, type OrderRow } from './order-rows.js';
import type { ShopOrderQuery } from './source.js';

/** Lists that show whole orders when they are asked to: `include_details` (public, not in the seed document). */
const ability = 'whole orders in lists';

/** Fewer are read one by one in as many calls as asking for the list once more could take. */
const worthAsking = 3;
/** So many whole orders make an answer of about a megabyte. */
const mostRows = 500;
/** Of a list, at least one row in so many must be wanted. */
const leastShare = 5;

interface SeenList {
  readonly query: ShopOrderQuery;
  readonly references: ReadonlySet<string>;
}

interface DetailParts {
  readonly calls: Pick<QuickbutikCalls, 'ordersWithDetails'>;
  readonly abilities: Abilities;
  /** Takes whole orders in. */
  readonly note: (rows: readonly OrderRow[]) => void;
}

/**
 * Many orders of a list by asking for the list once more, with its rows whole: one call instead of one each. Only where the list is not
 * much longer than what is wanted of it, and as long as the shop knows the question.
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

  /** Has the wanted orders read if that can be done in one call; those it does not bring are asked for singly. Never throws. */
  async prepare(wanted: readonly string[]): Promise<void> {
    const list = wanted.length < worthAsking ? undefined : this.#seen.find((seen) => holds(seen, wanted));
    if (list === undefined || this.#parts.abilities.isMissing(ability)) return;
    try {
      this.#take(await this.#parts.calls.ordersWithDetails(list.query), wanted);
    } catch (error) {
      // A refusal says what the shop does not know; of any other failure the single calls tell.
      if (isRefusal(error)) this.#parts.abilities.noteMissing(ability, wanted.join());
    }
  }

  #take(rows: readonly OrderRow[], wanted: readonly string[]): void {
    const { abilities, note } = this.#parts;
    const whole = rows.filter(isFull);
    const known = new Set(whole.map(idOfRow));
    if (wanted.some((reference) => known.has(reference))) abilities.noteThere(ability);
    else abilities.noteMissing(ability, wanted.join());
    note(whole);
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
