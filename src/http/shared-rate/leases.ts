interface Lease {
  count: number;
  readonly endsAt: number;
}

/** Places in a rate that were taken ahead of the calls they are for, and that are lost when no call comes in time. */
export class Leases {
  readonly #leases: Lease[] = [];

  /** @param endsAt no earlier than that of what was added before, in milliseconds on the clock of `Date.now()` */
  add(count: number, endsAt: number): void {
    if (count > 0) this.#leases.push({ count, endsAt });
  }

  /** Uses up so many, the oldest first; none where there are fewer. */
  take(count: number, now: number): boolean {
    if (this.left(now) < count) return false;
    let open = count;
    for (let lease = this.#leases[0]; lease !== undefined && open > 0; lease = this.#leases[0]) {
      const used = Math.min(open, lease.count);
      lease.count -= used;
      open -= used;
      if (lease.count === 0) this.#leases.shift();
    }
    return true;
  }

  left(now: number): number {
    while (this.#leases[0] !== undefined && this.#leases[0].endsAt <= now) this.#leases.shift();
    return this.#leases.reduce((sum, { count }) => sum + count, 0);
  }

  clear(): void {
    this.#leases.length = 0;
  }
}
