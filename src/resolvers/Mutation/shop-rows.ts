import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { GatewayContext } from '../../context/gateway-context.js';
import type { RowOutcome } from '../../domain/shop-writes.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { UserError } from '../../writes/input-check.js';
import { rejectionOf } from '../../writes/rejection.js';

/** What became of a write of many at the shop, as the ledger keeps it. */
export interface ShopRows<Entity> {
  readonly rows: readonly RowOutcome<Entity>[];
  /** When it was first sent, in milliseconds since 1970. */
  readonly startedAtMs: number;
}

/** Looks at the shop for one row of which the answer said nothing; null for a write that cannot be read back. */
type Find<Entity> = ((index: number, startedAtMs: number) => Promise<readonly RowOutcome<Entity>[] | null>) | null;

interface Named {
  readonly externalId: string;
}

interface Sending<Entity> {
  readonly count: number;
  readonly send: () => Promise<readonly RowOutcome<Entity>[]>;
  readonly find: Find<Entity>;
}

/** Sends a write of many. One that was refused whole was refused for every row. */
export async function sendShopRows<Entity extends Named>({
  count,
  send,
  find,
}: Sending<Entity>): Promise<ShopRows<Entity>> {
  const startedAtMs = Date.now();
  const rows = await send().catch((error: unknown): RowOutcome<Entity>[] => {
    const words = rejectionOf(error)[0]?.message ?? null;
    return Array.from({ length: count }, () => ({ state: 'REFUSED', words }));
  });
  return { rows: await settleRows({ rows, startedAtMs }, find), startedAtMs };
}

/** Looks for the rows that are unknown. A record that two rows would be is not told to be either's. */
async function settleRows<Entity extends Named>(
  { rows, startedAtMs }: ShopRows<Entity>,
  find: Find<Entity>,
): Promise<readonly RowOutcome<Entity>[]> {
  const settled = await Promise.all(
    rows.map(async (row, index) => {
      if (row.state !== 'UNKNOWN' || find === null) return row;
      // The write was sent: trouble with reading must not look as if it was not.
      const found = await find(index, startedAtMs).catch(() => null);
      return found?.[0] ?? row;
    }),
  );
  const ids = settled.map((row) => (row.state === 'DONE' ? (row.entity?.externalId ?? null) : null));
  const isShared = (index: number) => ids[index] !== null && ids.filter((id) => id === ids[index]).length > 1;
  return settled.map((row, index) => (isShared(index) ? (rows[index] ?? row) : row));
}

/** Looks for each row once in a request: a row that was looked for when it was sent is not looked for again when it is shown. */
export function lookOnce<Entity>(find: NonNullable<Find<Entity>>): NonNullable<Find<Entity>> {
  const looks = new Map<number, ReturnType<typeof find>>();
  return (index, startedAtMs) => {
    const look = looks.get(index) ?? find(index, startedAtMs);
    looks.set(index, look);
    return look;
  };
}

/** The rows that were read back, as an outcome. */
export function foundRows<Entity>(
  rows: readonly RowOutcome<Entity>[] | null,
  startedAtMs: number,
): ShopRows<Entity> | null {
  return rows === null ? null : { rows, startedAtMs };
}

interface Presenting<Entity> {
  readonly rows: readonly RowOutcome<Entity>[];
  /** The name of the input field with the items. */
  readonly list: string;
  /** What to look for at the shop, for one row. */
  readonly referenceOf: (index: number) => string;
  readonly find: Find<Entity>;
  /** When it was first sent; only a write that can be looked for needs it. */
  readonly startedAtMs?: number;
}

interface PresentedRow<Entity> {
  readonly index: number;
  readonly entity: Entity | null;
  readonly checkoutUrl: string | null;
  readonly userErrors: UserError[];
}

/**
 * The rows as results of a payload. A row that stayed unknown is looked for each time its key is repeated; where still nothing is
 * known of it, `errors` says so at its place.
 */
export async function presentShopRows<Entity extends Named>(
  { rows, list, referenceOf, find, startedAtMs = Number.NaN }: Presenting<Entity>,
  { failures }: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<PresentedRow<Entity>[]> {
  const settled = await settleRows({ rows, startedAtMs }, find);
  return settled.map((row, index) => {
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
