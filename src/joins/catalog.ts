import type { Datasources } from '../datasources/providers.js';
import { fromEpochMs } from '../domain/instant.js';
import type { Coverage, Page, PageRequest } from '../domain/page.js';
import type { Product } from '../domain/product.js';
import { RequestError } from '../errors/request-error.js';
import { UpstreamError } from '../errors/upstream-error.js';

interface CatalogPage extends Page<Product> {
  readonly coverage: readonly Coverage[];
  readonly failures: readonly Error[];
}

/** A place in the catalog: the shop's products come first, by id, then QPilot's, by QPilot's own cursor. */
type Place =
  | { readonly part: 'SHOP'; readonly externalId: string }
  | { readonly part: 'QPILOT'; readonly after: string };

/** The products of the shop and of QPilot as one list. */
export class Catalog {
  readonly #sources: Pick<Datasources, 'quickbutik' | 'qpilot'>;

  constructor(sources: Pick<Datasources, 'quickbutik' | 'qpilot'>) {
    this.#sources = sources;
  }

  /** @throws the error itself when neither provider answered; RequestError BAD_USER_INPUT for a foreign cursor. */
  async page({ first, after }: PageRequest): Promise<CatalogPage> {
    const { quickbutik, qpilot } = this.#sources;
    if (!quickbutik.isConfigured && !qpilot.isConfigured)
      throw new UpstreamError('PROVIDER_NOT_CONFIGURED', 'QUICKBUTIK');
    const place = after === null ? null : decodePlace(after);
    const shop = quickbutik.isConfigured ? await attempt(() => this.#shopRows(place)) : null;
    const shopRows = shop?.value?.rows.slice(0, first) ?? [];
    const hasMoreInShop = (shop?.value?.rows.length ?? 0) > first;
    const room = first - shopRows.length;
    const rest = qpilot.isConfigured && !hasMoreInShop ? await attempt(() => this.#qpilotRows(place, room)) : null;
    const failures = [shop?.error, rest?.error].filter((error) => error instanceof Error);
    if (shopRows.length === 0 && rest?.value === null && failures[0] && (shop === null || shop.error))
      throw failures[0];
    const qpilotRows = room > 0 ? (rest?.value?.rows ?? []) : [];
    return {
      rows: [...shopRows, ...qpilotRows],
      hasNextPage:
        hasMoreInShop || (room > 0 ? (rest?.value?.hasNextPage ?? false) : (rest?.value?.rows.length ?? 0) > 0),
      coverage: [
        ...(shop ? [coverageOf('QUICKBUTIK', shop.value?.isComplete ?? false, shop.error)] : []),
        ...(qpilot.isConfigured
          ? [coverageOf('QPILOT', rest?.error === null || rest === null, rest?.error ?? null)]
          : []),
      ],
      failures,
    };
  }

  async #shopRows(place: Place | null): Promise<{ rows: { row: Product; cursor: string }[]; isComplete: boolean }> {
    const { rows, isComplete } = await this.#sources.quickbutik.products.newest();
    const start =
      place === null
        ? 0
        : place.part === 'QPILOT'
          ? rows.length
          : 1 + rows.findIndex(({ externalId }) => externalId === place.externalId);
    if (place?.part === 'SHOP' && start === 0) {
      throw new RequestError(
        'BAD_USER_INPUT',
        'Argument "after" names a product that is no longer among the newest; start again.',
      );
    }
    const shown = rows
      .slice(start)
      .map((row) => ({ row, cursor: encodePlace({ part: 'SHOP', externalId: row.externalId }) }));
    return { rows: shown, isComplete };
  }

  /** The next rows of QPilot; with no room left one is read to know whether there is a next page. */
  async #qpilotRows(place: Place | null, room: number): Promise<Page<Product>> {
    const after = place?.part === 'QPILOT' ? place.after : null;
    const page = await this.#sources.qpilot.products.list({ first: Math.max(room, 1), after });
    return {
      ...page,
      rows: page.rows.map(({ row, cursor }) => ({ row, cursor: encodePlace({ part: 'QPILOT', after: cursor }) })),
    };
  }
}

function coverageOf(provider: Coverage['provider'], isComplete: boolean, error: Error | null): Coverage {
  const updatedAt = error === null ? fromEpochMs(Date.now()) : null;
  return {
    provider,
    complete: isComplete && error === null,
    since: null,
    updatedAt,
    lagSeconds: updatedAt === null ? null : 0,
  };
}

async function attempt<Value>(
  read: () => Promise<Value>,
): Promise<{ value: Value; error: null } | { value: null; error: Error }> {
  try {
    return { value: await read(), error: null };
  } catch (error) {
    if (error instanceof RequestError) throw error;
    return { value: null, error: error as Error };
  }
}

function encodePlace(place: Place): string {
  const text = place.part === 'SHOP' ? `shop:${place.externalId}` : `qpilot:${place.after}`;
  return Buffer.from(text).toString('base64url');
}

function decodePlace(cursor: string): Place {
  const [, part, rest] = /^(shop|qpilot):(.+)$/s.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (part === undefined || rest === undefined)
    throw new RequestError('BAD_USER_INPUT', 'Argument "after" is no cursor of this list.');
  return part === 'shop' ? { part: 'SHOP', externalId: rest } : { part: 'QPILOT', after: rest };
}
