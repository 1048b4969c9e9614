/** The caller has not shown who they are. Its message is shown, and says nothing of what would be accepted. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';

  constructor(
    message: string,
    /** True where the same credentials may be taken later: the issuer's keys could not be read. */
    readonly isPassing = false,
  ) {
    super(message);
  }
}
