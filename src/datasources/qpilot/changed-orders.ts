import { type Instant, toEpochMs } from '../../domain/instant.js';
import type { ScheduledOrder } from '../../domain/scheduled-order.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import { rowsFrom } from '../_shared/numbered-rows.js';
import { givenOf } from '../_shared/page-size.js';
import type { PagedList } from '../_shared/upstream-pages.js';
import { maxPageSize } from './calls.js';

/** The site's scheduled orders, deleted ones too, in the orders they can be asked in. */
export interface OrderLists {
  /** In whatever order the provider keeps them. */
  readonly all: PagedList<ScheduledOrder>;
  readonly newestChangesFirst: PagedList<ScheduledOrder>;
  readonly oldestChangesFirst: PagedList<ScheduledOrder>;
}

interface ChangedOrders {
  readonly orders: readonly ScheduledOrder[];
  /** False when others may have changed as well. */
  readonly isComplete: boolean;
}

/** When more has changed, reading everything is the better way. */
const mostRows = 50 * maxPageSize;

/**
 * Scheduled orders changed since an instant: the list by the time of the last change, as far as the instant.
 *
 * @remarks No filter by time is documented, and whether the list can be ordered so is assumed: it is believed only of an
 * answer that shows it. A list of one page is all there is, in whatever order.
 */
export async function readChangedOrders(lists: OrderLists, since: Instant): Promise<ChangedOrders> {
  try {
    return await readBack(lists, toEpochMs(since));
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'PROVIDER_REJECTED') return { orders: [], isComplete: false };
    throw error;
  }
}

async function readBack(
  { newestChangesFirst, oldestChangesFirst }: OrderLists,
  sinceMs: number,
): Promise<ChangedOrders> {
  const orders: ScheduledOrder[] = [];
  const { list, hasLostRows } = watched(newestChangesFirst);
  const times = new ChangeTimes();
  for await (const { row, place, hasMore } of rowsFrom(list, { place: 0, size: null }, maxPageSize)) {
    const changedMs = times.note(row);
    const isOlder = changedMs !== null && changedMs < sinceMs;
    if (!isOlder) orders.push(row);
    const isBeyondFirstPage = place >= maxPageSize || (place === maxPageSize - 1 && hasMore);
    if (!isBeyondFirstPage) continue;
    if (!times.isOrdered || orders.length > mostRows) return { orders, isComplete: false };
    if (isOlder)
      return { orders, isComplete: (await startsBefore(oldestChangesFirst, times.newestMs)) && !hasLostRows() };
  }
  return { orders, isComplete: !hasLostRows() };
}

/** Whether rows come newest change first, each stating its change. */
class ChangeTimes {
  isOrdered = true;
  newestMs = Number.NEGATIVE_INFINITY;
  #previousMs = Number.POSITIVE_INFINITY;

  /** Gives the time of the row's last change in milliseconds; null when it states none. */
  note({ updatedAt }: ScheduledOrder): number | null {
    const changedMs = updatedAt === null ? null : toEpochMs(updatedAt);
    this.isOrdered &&= changedMs !== null && changedMs <= this.#previousMs;
    this.newestMs = Math.max(this.newestMs, changedMs ?? this.newestMs);
    this.#previousMs = changedMs ?? this.#previousMs;
    return changedMs;
  }
}

/**
 * Whether the list the other way round begins with an older change. A list that is kept by some other order may look ordered at
 * one end, and rows that state no change, such as new ones might, stand at the other.
 */
async function startsBefore(list: PagedList<ScheduledOrder>, newestMs: number): Promise<boolean> {
  const { rows } = await list.fetchPage(1, 1);
  const changedAt = rows[0]?.updatedAt ?? null;
  return changedAt !== null && toEpochMs(changedAt) < newestMs;
}

/** The list, and whether it had rows that could not be read. */
function watched(list: PagedList<ScheduledOrder>): {
  readonly list: PagedList<ScheduledOrder>;
  readonly hasLostRows: () => boolean;
} {
  let hasLost = false;
  const fetchPage: PagedList<ScheduledOrder>['fetchPage'] = async (page, pageSize) => {
    const answer = await list.fetchPage(page, pageSize);
    hasLost ||= givenOf(answer) > answer.rows.length;
    return answer;
  };
  return { list: { ...list, fetchPage }, hasLostRows: () => hasLost };
}
