import { ignoreEnd, whenEnded } from '../end-of-work.js';

/** Bad news ends the work of those who wait: between one and the next that of others goes on, for so long. */
const turnMs = 3;
/** So many turns end before the next try, however many wait. */
const turns = 50;

/** Those who wait to hear what came of a call that was let through to try. */
export class Waiters {
  readonly #waiting = new Set<() => void>();

  get count(): number {
    return this.#waiting.size;
  }

  /** Waits until there is news, so long at the most and its turn, and no longer than the work itself. */
  wait(longestMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        ignoreEnd(signal, end);
        this.#waiting.delete(end);
        resolve();
      };
      // No news is bad news, and they would all have it in the same moment.
      const turn = this.#waiting.size % turns;
      const timer = setTimeout(end, longestMs + turn * turnMs);
      whenEnded(signal, end);
      this.#waiting.add(end);
    });
  }

  /** There is good news: has all of them look again, in the order in which they came. */
  tellAll(): void {
    for (const end of this.#waiting) end();
  }

  /** There is bad news: has those who wait now look again one after the other, soon. */
  tellInTurn(): void {
    const ends = [...this.#waiting];
    const perTurn = Math.ceil(ends.length / turns);
    const tellNext = () => {
      for (const end of ends.splice(0, perTurn)) end();
      if (ends.length > 0) setTimeout(tellNext, turnMs);
    };
    tellNext();
  }
}
