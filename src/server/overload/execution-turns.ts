import { Places, type Pressure } from './places.js';

const places = {
  most: Number.POSITIVE_INFINITY,
  /** A look later it is known whether they left time for others. */
  atFirst: 4,
  /** Two keep a process busy that has nothing else to do. */
  fewest: 2,
  /** About what a page takes that has the process for itself. */
  leastSeconds: 0.03,
};

/**
 * Whose turn it is to be executed. Of fifty pages that are asked for in one moment a few are executed at a time, in the order they came: the
 * last is answered no later than if all had been begun, the first much sooner. Nobody waits while the process has time, but for the first
 * looks of a burst.
 */
export class ExecutionTurns {
  readonly #places: Places;
  readonly #line: (() => void)[] = [];

  constructor(pressure: Pressure) {
    this.#places = new Places(places, pressure, () => this.#letIn());
  }

  /** What an execution comes to, begun when it is its turn. @throws what it does */
  async take<Result>(execute: () => Promise<Result>): Promise<Result> {
    if (this.#line.length > 0 || this.#places.free < 1) await new Promise<void>((resolve) => this.#line.push(resolve));
    else this.#places.take();
    try {
      return await execute();
    } finally {
      this.#places.giveBack();
    }
  }

  #letIn(): void {
    while (this.#places.free >= 1) {
      const next = this.#line.shift();
      if (next === undefined) return;
      this.#places.take();
      next();
    }
  }
}
