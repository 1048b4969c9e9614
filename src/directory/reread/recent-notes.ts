/** How long an identical note is dropped, in milliseconds. */
const windowMs = 10_000;
/** Older ones are forgotten then: an identical note costs a re-read and does no harm. */
const mostKept = 20_000;

/** The notes of the last seconds, so that what is sent twice is noted once. */
export class RecentNotes {
  readonly #notes = new Map<string, { readonly at: number; readonly done: Promise<void> }>();

  /**
   * Notes a thing, or waits for the identical note that was made a moment ago. One that failed does not count.
   *
   * @returns false for a note that was dropped
   */
  async once(key: string, note: () => Promise<void>): Promise<boolean> {
    this.#forgetOld();
    const earlier = this.#notes.get(key);
    if (earlier !== undefined) {
      await earlier.done;
      return false;
    }
    const done = note();
    this.#notes.set(key, { at: Date.now(), done });
    try {
      await done;
      return true;
    } catch (error) {
      this.#notes.delete(key);
      throw error;
    }
  }

  #forgetOld(): void {
    const oldest = Date.now() - windowMs;
    for (const [key, { at }] of this.#notes) {
      if (at > oldest && this.#notes.size < mostKept) return;
      this.#notes.delete(key);
    }
  }
}
