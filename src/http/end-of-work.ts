import { setMaxListeners } from 'node:events';

/** What ends a piece of work. Every call under way listens to its signal: so many listeners are no leak. */
export function endOfWork(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
