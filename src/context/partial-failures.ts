/** Where in the answer a failure belongs. */
export type AnswerPath = readonly (string | number)[];

/** Failures of single providers inside lists that keep the rows of the others; told when the answer is formed. */
export class PartialFailures {
  readonly #entries: { readonly path: AnswerPath; readonly error: Error }[] = [];

  add(path: AnswerPath, errors: readonly Error[]): void {
    for (const error of errors) this.#entries.push({ path, error });
  }

  /** Notes the failures of a list that was answered in part. @throws the first of them when nothing was answered. */
  addPartial(path: AnswerPath, list: { readonly failures: readonly Error[]; readonly isAnswered: boolean }): void {
    const [first, ...others] = list.failures;
    this.add(path, list.isAnswered ? list.failures : others);
    if (!list.isAnswered && first) throw first;
  }

  /** Takes over what another execution of the same query noted. */
  take(entries: PartialFailures['entries']): void {
    if (entries !== this.#entries) this.#entries.push(...entries);
  }

  get entries(): readonly { readonly path: AnswerPath; readonly error: Error }[] {
    return this.#entries;
  }
}
