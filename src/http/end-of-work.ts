import { setMaxListeners } from 'node:events';

/** Why work is given up. Made once: an error of its own for each operation that ends costs as much as a small answer. */
export const workHasEnded = new Error('The work has ended.');

/** What ends a piece of work. */
export function endOfWork(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/** Who is told of a signal's end. A page makes hundreds of calls: one listener for all of them is a tenth of the cost of one for each. */
const toldOf = new WeakMap<AbortSignal, Set<() => void>>();

/** Has a function called once when a signal is aborted. */
export function whenEnded(signal: AbortSignal, tell: () => void): void {
  const told = toldOf.get(signal) ?? tellAll(signal);
  told.add(tell);
}

/** Takes back what `whenEnded` was given. */
export function ignoreEnd(signal: AbortSignal, tell: () => void): void {
  toldOf.get(signal)?.delete(tell);
}

function tellAll(signal: AbortSignal): Set<() => void> {
  const told = new Set<() => void>();
  toldOf.set(signal, told);
  const end = () => {
    toldOf.delete(signal);
    for (const tell of told) tell();
  };
  signal.addEventListener('abort', end, { once: true });
  return told;
}
