/** What one operation has read can be read anew. */
export interface Forgettable {
  /** Drops all answers remembered so far, as after a write: the next question is asked again. */
  readonly forget: () => void;
}

/** How each part is made: from the ground all of them stand on, and from other parts. */
type Makers<Ground, Parts> = {
  readonly [Name in keyof Parts]: (ground: Ground, parts: Parts & Forgettable) => Parts[Name];
};

/**
 * Parts of a source that remember answers, and can be told to forget them. Each is made when it is first asked for, and made anew after
 * they forget: an operation asks for one or two of many. Those who hold a part of the parts, such as a loader, hold one that still
 * remembers.
 *
 * @returns what puts the parts on their ground. Call this once for a kind of source, not once for each source: accessors of an object's own
 *   cost the engine a hidden class for each object, which it keeps together with all that the accessors refer to.
 */
export function forgettable<Ground, Parts extends object>(
  makers: Makers<Ground, Parts>,
): (ground: Ground) => Parts & Forgettable {
  class Remembering implements Forgettable {
    readonly #ground: Ground;
    /**
     * Made with the first part: of an operation that waited for its turn, the engine keeps this object and whatever it has ever referred to
     * until it collects all garbage. What is made later goes sooner.
     */
    #made: Partial<Parts> | null = null;
    readonly forget = (): void => {
      this.#made = null;
    };

    constructor(ground: Ground) {
      this.#ground = ground;
    }

    static {
      for (const name of Object.keys(makers) as (keyof Parts)[]) {
        Object.defineProperty(Remembering.prototype, name, {
          get(this: Remembering) {
            this.#made ??= {};
            this.#made[name] ??= makers[name](this.#ground, this as unknown as Parts & Forgettable);
            return this.#made[name];
          },
        });
      }
    }
  }
  return (ground) => new Remembering(ground) as unknown as Parts & Forgettable;
}
