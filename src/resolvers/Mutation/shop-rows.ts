import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { GatewayContext } from '../../context/gateway-context.js';
import type { RowOutcome } from '../../domain/shop-writes.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { UserError } from '../../writes/input-check.js';
import { rejectionOf } from '../../writes/rejection.js';

/** What became of a write of many at the shop, as the ledger keeps it. */
export interface ShopRows<Entity> {
  readonly rows: readonly RowOutcome<Entity>[];
}

interface Sending<Entity> {
  readonly count: number;
  readonly send: () => Promise<readonly RowOutcome<Entity>[]>;
  /** Looks at the shop for a row of which its answer said nothing; null for a write that cannot be read back. */
  readonly find: ((index: number, startedAtMs: number) => Promise<readonly RowOutcome<Entity>[] | null>) | null;
}

/** Sends a write of many. One that was refused whole was refused for every row. */
export async function sendShopRows<Entity>({ count, send, find }: Sending<Entity>): Promise<ShopRows<Entity>> {
  const startedAtMs = Date.now();
  const rows = await send().catch((error: unknown): RowOutcome<Entity>[] => {
    const words = rejectionOf(error)[0]?.message ?? null;
    return Array.from({ length: count }, () => ({ state: 'REFUSED', words }));
  });
  const settle = async (row: RowOutcome<Entity>, index: number): Promise<RowOutcome<Entity>> => {
    if (row.state !== 'UNKNOWN' || find === null) return row;
    // The write was sent: trouble with reading must not look as if it was not.
    const found = await find(index, startedAtMs).catch(() => null);
    return found?.[0] ?? row;
  };
  return { rows: await Promise.all(rows.map(settle)) };
}

/** The rows that were read back, as an outcome. */
export function foundRows<Entity>(rows: readonly RowOutcome<Entity>[] | null): ShopRows<Entity> | null {
  return rows === null ? null : { rows };
}

interface Presenting<Entity> {
  readonly rows: readonly RowOutcome<Entity>[];
  /** The name of the input field with the items. */
  readonly list: string;
  /** What to look for at the shop, for one row. */
  readonly referenceOf: (index: number) => string;
}

interface PresentedRow<Entity> {
  readonly index: number;
  readonly entity: Entity | null;
  readonly checkoutUrl: string | null;
  readonly userErrors: UserError[];
}

/** The rows as results of a payload. Where nothing is known of a row, `errors` says so at its place. */
export function presentShopRows<Entity>(
  { rows, list, referenceOf }: Presenting<Entity>,
  { failures }: GatewayContext,
  info: GraphQLResolveInfo,
): PresentedRow<Entity>[] {
  return rows.map((row, index) => {
    if (row.state === 'DONE') return { index, entity: row.entity, checkoutUrl: row.checkoutUrl, userErrors: [] };
    const nothing = { index, entity: null, checkoutUrl: null };
    if (row.state === 'REFUSED') {
      const message = row.words ?? 'The provider refused this.';
      return { ...nothing, userErrors: [{ field: [list, String(index)], code: 'REJECTED', message }] };
    }
    const unknown = new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QUICKBUTIK', { reference: referenceOf(index) });
    failures.add([...responsePathAsArray(info.path), 'results', index], [unknown]);
    return { ...nothing, userErrors: [] };
  });
}

/** Names the first of several things a person can look for: `orders 1111, 2222, 3333 and 4 more`. */
export function nameThings(kind: string, names: readonly string[]): string {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${kind}${names.length === 1 ? '' : 's'} ${names.slice(0, 3).join(', ')}${more}`;
}
