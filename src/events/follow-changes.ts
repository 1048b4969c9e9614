import type { ChangeEvent, ChangeEvents } from './change-events.js';
import { EventQueue } from './event-queue.js';

/** How many changes wait for a slow reader. */
const longestQueue = 1000;

/** Changes from now on, as far as `pick` takes them, for one reader; it must be ended by `return`. */
export function followChanges<Item>(
  events: ChangeEvents,
  pick: (event: ChangeEvent) => Item | null,
): AsyncIterableIterator<Item, undefined> {
  const queue: EventQueue<Item> = new EventQueue({ limit: longestQueue, onEnd: () => stop() });
  const stop = events.subscribe((event) => {
    const item = pick(event);
    if (item !== null) queue.push(item);
  });
  return queue;
}
