import type { UserError } from './input-check.js';

/** One item of a bulk input that was not sent. */
export interface UnsentItem {
  readonly index: number;
  readonly userErrors: UserError[];
}

/**
 * The results of a bulk write of which nothing was sent: each problem at the item its path names, the others at the whole input.
 * An item without a problem of its own says that it was not sent, so that nobody takes it for done.
 *
 * @param list the name of the input field with the items
 */
export function unsentItems(
  count: number,
  list: string,
  errors: readonly UserError[],
): { results: UnsentItem[]; userErrors: UserError[] } {
  const isOf = ({ field }: UserError, index: number) => field[0] === list && field[1] === String(index);
  const results = Array.from({ length: count }, (_, index): UnsentItem => {
    const own = errors.filter((error) => isOf(error, index));
    const unsent: UserError = {
      field: [list, String(index)],
      code: 'REJECTED',
      message: 'Not sent: the input has problems elsewhere.',
    };
    return { index, userErrors: own.length > 0 ? own : [unsent] };
  });
  return { results, userErrors: errors.filter(({ field }) => field.length < 2) };
}
