import type { OrderPlace } from '../domain/order-place.js';
import type { OrderRange } from './directory.js';
import { after, endOf, keys, newestFirst, part } from './directory-keys.js';
import { type Found, loadFound } from './indexed-records.js';
import { type OrderRecord, orderShelf } from './order-record.js';
import type { OrderedStore } from './ordered-store.js';

/** A point in the merged order: what comes behind it is still to be read. */
interface Point {
  readonly time: string;
  readonly provider: string;
  /** Of the orders of that time and provider, the first name that is behind the point. */
  readonly from: string;
}

interface Listed extends Found {
  readonly time: string;
  readonly provider: string;
  readonly name: string;
}

/** A range of index entries that holds orders by time. */
interface Lane {
  readonly from: string;
  readonly to: string;
  toListed(index: string): Listed;
}

const largestPage = 500;

/** Orders in the merged order; a place is sought in the keys, so that it does not matter whether its order is still there. */
export async function listOrders(store: OrderedStore, range: OrderRange): Promise<OrderRecord[]> {
  const { emailHash, limit } = range;
  const providers = [...new Set(range.providers)];
  const kept: OrderRecord[] = [];
  for (let point = range.place === null ? null : pointOf(range.place); kept.length < limit; ) {
    const pageSize = Math.min(limit - kept.length, largestPage);
    const lanes =
      emailHash === null
        ? providers.map((provider) => laneOfProvider(provider, point))
        : [laneOfPerson(emailHash, point)];
    const page = await readMerged(store, lanes, pageSize);
    const wanted = page.filter(({ provider }) => providers.some((name) => name === provider));
    kept.push(...(await loadFound(store, orderShelf, wanted)));
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) break;
    point = { time: last.time, provider: last.provider, from: after(last.name) };
  }
  return kept;
}

/** The first entries of several lanes: each lane gives as many as are wanted, so that no lane can hide one. */
async function readMerged(store: OrderedStore, lanes: readonly Lane[], limit: number): Promise<Listed[]> {
  const read = async (lane: Lane) => {
    const entries = await store.range({ from: lane.from, to: lane.to, limit });
    return entries.map(({ key }) => lane.toListed(key));
  };
  const pages = await Promise.all(lanes.map(read));
  const merged = lanes.length === 1 ? pages.flat() : pages.flat().sort(compareListed);
  return merged.slice(0, limit);
}

function laneOfProvider(provider: string, point: Point | null): Lane {
  const prefix = keys.timeline(provider);
  return {
    from: prefix + (point === null ? '' : startIn(provider, point)),
    to: endOf(prefix),
    toListed(key) {
      const [, , time = '', name = ''] = key.split('/');
      return { index: key, record: keys.order(provider, name), time, provider, name };
    },
  };
}

function laneOfPerson(emailHash: string, point: Point | null): Lane {
  const prefix = keys.ordersOf(emailHash);
  return {
    from: prefix + (point === null ? '' : `${point.time}/${part(point.provider)}/${point.from}`),
    to: endOf(prefix),
    toListed(key) {
      const [, , , time = '', provider = '', name = ''] = key.split('/');
      return { index: key, record: keys.order(provider, name), time, provider, name };
    },
  };
}

/** Of one time, the providers come by their names: those before the point's are through, those behind it are still to come. */
function startIn(provider: string, { time, provider: other, from }: Point): string {
  if (provider === other) return `${time}/${from}`;
  return provider < other ? endOf(`${time}/`) : `${time}/`;
}

/** Behind an order, and behind the others that its provider has under the same id and time. */
function pointOf([placedAt, provider, externalId]: OrderPlace): Point {
  return { time: newestFirst(placedAt), provider, from: `${part(externalId)}"` };
}

function compareListed(one: Listed, other: Listed): number {
  if (one.time !== other.time) return one.time < other.time ? -1 : 1;
  if (one.provider !== other.provider) return one.provider < other.provider ? -1 : 1;
  return one.name < other.name ? -1 : 1;
}
