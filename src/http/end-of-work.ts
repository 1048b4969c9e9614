import { setMaxListeners } from 'node:events';

/** Why work is given up. Made once: an error of its own for each operation that ends costs as much as a small answer. */
export const workHasEnded = new Error('The work has ended.');

/** What ends a piece of work. Every call under way listens to its signal: so many listeners are no leak. */
export function endOfWork(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
