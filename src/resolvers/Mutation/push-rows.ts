import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { GatewayContext } from '../../context/gateway-context.js';
import { RequestError } from '../../errors/request-error.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { UserError } from '../../writes/input-check.js';
import { rejectionOf } from '../../writes/rejection.js';

/** What became of one row of a push, as the ledger keeps it. */
type Row<Done> =
  | ({ readonly state: 'DONE' } & Done)
  | { readonly state: 'REFUSED'; readonly code: 'TAKEN' | 'REJECTED'; readonly message: string }
  | { readonly state: 'UNKNOWN' };

/** What a push came to, as the ledger keeps it. */
interface PushOutcome<Done> {
  readonly rows: readonly Row<Done>[];
  /** When it was asked for at the latest, in milliseconds since 1970: rows without an answer are looked for from then on. */
  readonly sentAtMs: number;
}

/**
 * Refuses a push of nothing: its payload has a place for each item, and none for a problem of none.
 *
 * @throws RequestError BAD_USER_INPUT
 */
export function requireItems(items: readonly unknown[], list: string): void {
  if (items.length > 0) return;
  throw new RequestError('BAD_USER_INPUT', `Argument "input.${list}" must have at least one entry.`);
}

/** The outcomes of a push; one that was refused whole was refused for every row. */
export async function sendRows<Done>(
  count: number,
  send: () => Promise<readonly Row<Done>[]>,
): Promise<PushOutcome<Done>> {
  const sentAtMs = Date.now();
  try {
    return { rows: await send(), sentAtMs };
  } catch (error) {
    const message = rejectionOf(error)[0]?.message ?? '';
    const refused = { state: 'REFUSED', code: 'REJECTED', message } as const;
    return { rows: Array.from({ length: count }, () => refused), sentAtMs };
  }
}

interface Presenting<Done> {
  readonly rows: readonly Row<Done>[];
  /** The name of the input field with the items, and of the item's field that a TAKEN is about. */
  readonly list: string;
  readonly key: string;
  /** What to look for at the provider, for one row. */
  readonly referenceOf: (index: number) => string;
  /** Looks at the provider for a row of which its answer said nothing. */
  readonly readBack: (index: number) => Promise<Done | null>;
}

/** One row for the payload: done, or not with the reason. */
export type PresentedRow<Done> = {
  readonly index: number;
  readonly done: Done | null;
  readonly userErrors: UserError[];
};

/**
 * The rows of a push as results. A row of which the provider said nothing is looked for there, each time anew; if it is not found
 * it may still have been taken, and `errors` says so at its place.
 */
export async function presentRows<Done>(
  { rows, list, key, referenceOf, readBack }: Presenting<Done>,
  { failures }: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<PresentedRow<Done>[]> {
  const present = async (row: Row<Done>, index: number): Promise<PresentedRow<Done>> => {
    if (row.state === 'DONE') return { index, done: row, userErrors: [] };
    if (row.state === 'REFUSED') {
      const field = [list, String(index), ...(row.code === 'TAKEN' ? [key] : [])];
      return { index, done: null, userErrors: [{ field, code: row.code, message: row.message }] };
    }
    const done = await readBack(index).catch(() => null);
    if (done === null) {
      const unknown = new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QAPLA', { reference: referenceOf(index) });
      failures.add([...responsePathAsArray(info.path), 'results', index], [unknown]);
    }
    return { index, done, userErrors: [] };
  };
  return Promise.all(rows.map(present));
}

/** Names the first items of a list, for a person who looks for them: `shipment 1, 2, 3 and 4 more`. */
export function nameSome(kind: string, names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${kind} ${shown} and ${names.length - 3} more` : `${kind} ${shown}`;
}
