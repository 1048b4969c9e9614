/** How long an ability counts as missing: an account may get it. */
const missingMs = 3_600_000;
/** Of so many different things it has to be missing: one of them may just be gone. */
const worthBelieving = 2;

/**
 * What one provider was found not to offer although other accounts of it do, as far as this process has seen. What is missing is not
 * asked for again for an hour.
 */
export class Abilities {
  readonly #now: () => number;
  readonly #missingFor = new Map<string, Set<string>>();
  readonly #missingUntilMs = new Map<string, number>();

  /** @param now milliseconds since 1970 */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  isMissing(ability: string): boolean {
    return this.#now() < (this.#missingUntilMs.get(ability) ?? 0);
  }

  /** Notes an answer that says "no such thing" where the thing itself is known to be there. */
  noteMissing(ability: string, about: string): void {
    const things = this.#missingFor.get(ability) ?? new Set();
    this.#missingFor.set(ability, things.add(about));
    if (things.size < worthBelieving) return;
    this.#missingUntilMs.set(ability, this.#now() + missingMs);
    this.#missingFor.delete(ability);
  }

  noteThere(ability: string): void {
    this.#missingFor.delete(ability);
    this.#missingUntilMs.delete(ability);
  }
}
