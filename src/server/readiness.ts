import { setTimeout as wait } from 'node:timers/promises';

/** Whether this process may take traffic; it is the first to know that it will end. */
export class Readiness {
  #isReady = true;

  get isReady(): boolean {
    return this.#isReady;
  }

  /**
   * Says that it will end, and goes on serving for a while, so that whoever spreads the traffic has seen it.
   *
   * @param graceMs how long
   */
  async turn(graceMs: number): Promise<void> {
    this.#isReady = false;
    if (graceMs > 0) await wait(graceMs);
  }
}
