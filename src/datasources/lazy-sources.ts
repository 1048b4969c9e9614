import type { Forgettable } from './_shared/forgettable.js';

/** Sources by key, of which each is made when it is first asked for. */
export interface LazySources<Sources> {
  readonly sources: Sources;
  /** Has those that were made forget what they remember. */
  readonly forget: () => void;
}

/**
 * What makes the sources of one operation.
 *
 * @remarks Called once for all operations: accessors of an object's own cost the engine a hidden class for each object, which it keeps
 *   together with all that the accessors refer to.
 */
export function lazySources<Sources extends object>(keys: readonly (keyof Sources)[]) {
  class Lazy {
    readonly create: (key: keyof Sources) => unknown;
    readonly made = new Map<keyof Sources, unknown>();

    constructor(create: (key: keyof Sources) => unknown) {
      this.create = create;
    }

    source(key: keyof Sources): unknown {
      const known = this.made.get(key);
      if (known !== undefined) return known;
      const source = this.create(key);
      this.made.set(key, source);
      return source;
    }
  }
  for (const key of keys) {
    Object.defineProperty(Lazy.prototype, key, {
      get(this: Lazy) {
        return this.source(key);
      },
    });
  }
  return (create: (key: keyof Sources) => unknown): LazySources<Sources> => {
    const lazy = new Lazy(create);
    return {
      sources: lazy as unknown as Sources,
      forget: () => {
        for (const source of lazy.made.values()) if (isForgettable(source)) source.forget();
      },
    };
  };
}

function isForgettable(source: unknown): source is Forgettable {
  return typeof source === 'object' && source !== null && 'forget' in source;
}
