/** Counts what each caller has under way at this process. */
export class CallerSlots {
  readonly #most: number;
  readonly #taken = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes a place. Gives what gives it back, once however often it is called; null when the caller has no place left. */
  take(callerId: string): (() => void) | null {
    const taken = this.#taken.get(callerId) ?? 0;
    if (taken >= this.#most) return null;
    this.#taken.set(callerId, taken + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      const left = (this.#taken.get(callerId) ?? 1) - 1;
      if (left === 0) this.#taken.delete(callerId);
      else this.#taken.set(callerId, left);
    };
  }
}
