/** What one operation has read can be read anew. */
export interface Forgettable {
  /** Drops all answers remembered so far, as after a write: the next question is asked again. */
  readonly forget: () => void;
}

/**
 * Parts of a source that remember answers, and can be told to forget them.
 *
 * @param build makes the parts with nothing remembered; it is called at once and each time they forget. Those who hold a part
 * of the parts, such as a loader, hold one that still remembers.
 */
export function forgettable<Parts extends object>(build: () => Parts): Parts & Forgettable {
  let parts = build();
  const forget = () => {
    parts = build();
  };
  // An operation makes several of these: a proxy is made in a tenth of the time that as many getters take.
  return new Proxy(parts, {
    get: (_, name): unknown => (name === 'forget' ? forget : Reflect.get(parts, name)),
    has: (_, name) => name === 'forget' || name in parts,
  }) as Parts & Forgettable;
}
