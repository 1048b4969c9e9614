/** Where in the answer a failure belongs. */
export type AnswerPath = readonly (string | number)[];

/** Failures of single providers inside lists that keep the rows of the others; told when the answer is formed. */
export class PartialFailures {
  readonly #entries: { readonly path: AnswerPath; readonly error: Error }[] = [];

  add(path: AnswerPath, errors: readonly Error[]): void {
    for (const error of errors) this.#entries.push({ path, error });
  }

  get entries(): readonly { readonly path: AnswerPath; readonly error: Error }[] {
    return this.#entries;
  }
}
