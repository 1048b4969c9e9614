/** What can be wrong with a value a caller gave, as `userErrors.code`. */
export type UserErrorCode =
  | 'REQUIRED'
  | 'INVALID'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'NOT_FOUND'
  | 'TAKEN'
  | 'UNSUPPORTED'
  | 'REJECTED'
  /** A step after the first failed for a passing reason; the message says what was done before. */
  | 'INTERRUPTED';

/** A problem the caller can mend. */
export interface UserError {
  /** The way to the field below `input`, list places as numbers: `["orders", "0", "customer", "email"]`. */
  readonly field: string[];
  readonly message: string;
  readonly code: UserErrorCode;
}

/** Collects all problems of an input, so that they are told at once and before anything is sent. */
export class InputCheck {
  readonly errors: UserError[] = [];

  get isGood(): boolean {
    return this.errors.length === 0;
  }

  add(field: readonly (string | number)[], code: UserErrorCode, message: string): void {
    this.errors.push({ field: field.map(String), message, code });
  }

  /** Adds the problem unless the value is as it should be. */
  require(isGood: boolean, field: readonly (string | number)[], code: UserErrorCode, message: string): void {
    if (!isGood) this.add(field, code, message);
  }
}
