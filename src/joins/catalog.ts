import type { Datasources } from '../datasources/providers.js';
import { fromEpochMs } from '../domain/instant.js';
import type { Coverage, Page, PageRequest } from '../domain/page.js';
import type { Product } from '../domain/product.js';
import { RequestError } from '../errors/request-error.js';
import { UpstreamError } from '../errors/upstream-error.js';

interface CatalogPage extends Page<Product> {
  readonly coverage: readonly Coverage[];
  readonly failures: readonly Error[];
  /** False when neither provider answered. */
  readonly isAnswered: boolean;
}

/** A place in the catalog: the shop's products come first, by id, then QPilot's, by QPilot's own cursor. */
type Place =
  | { readonly part: 'SHOP'; readonly externalId: string }
  | { readonly part: 'QPILOT'; readonly after: string };

/** What one provider gives to a page. */
interface Part {
  readonly rows: readonly { readonly row: Product; readonly cursor: string }[];
  readonly hasMore: boolean;
  /** Null for a provider that is not part of this gateway. */
  readonly coverage: Coverage | null;
  readonly error: Error | null;
}

const nothing: Part = { rows: [], hasMore: false, coverage: null, error: null };

/** The products of the shop and of QPilot as one list. */
export class Catalog {
  readonly #sources: Pick<Datasources, 'quickbutik' | 'qpilot'>;

  constructor(sources: Pick<Datasources, 'quickbutik' | 'qpilot'>) {
    this.#sources = sources;
  }

  /** @throws UpstreamError PROVIDER_NOT_CONFIGURED; RequestError BAD_USER_INPUT for a foreign cursor. */
  async page({ first, after }: PageRequest): Promise<CatalogPage> {
    const { quickbutik, qpilot } = this.#sources;
    if (!quickbutik.isConfigured && !qpilot.isConfigured)
      throw new UpstreamError('PROVIDER_NOT_CONFIGURED', 'QUICKBUTIK');
    const place = after === null ? null : decodePlace(after);
    const shop = quickbutik.isConfigured ? await readPart('QUICKBUTIK', () => this.#shopRows(place, first)) : nothing;
    const rest = qpilot.isConfigured ? await this.#rest(place, first - shop.rows.length, shop.hasMore) : nothing;
    const parts = [shop, rest].filter(({ coverage }) => coverage !== null);
    const failures = parts.flatMap(({ error }) => error ?? []);
    return {
      rows: parts.flatMap(({ rows }) => rows),
      hasNextPage: parts.some(({ hasMore }) => hasMore),
      coverage: parts.flatMap(({ coverage }) => coverage ?? []),
      failures,
      isAnswered: failures.length < parts.length,
    };
  }

  async #shopRows(
    place: Place | null,
    first: number,
  ): Promise<Omit<Part, 'coverage' | 'error'> & { isComplete: boolean }> {
    const { rows, isComplete } = await this.#sources.quickbutik.products.newest();
    const behind = rows.slice(startBehind(rows, place)).map((row) => ({
      row,
      cursor: encodePlace({ part: 'SHOP', externalId: row.externalId }),
    }));
    return { rows: behind.slice(0, first), hasMore: behind.length > first, isComplete };
  }

  /** QPilot's rows follow the shop's last one. */
  async #rest(place: Place | null, room: number, isShopUnfinished: boolean): Promise<Part> {
    if (isShopUnfinished) return { ...nothing, coverage: coverageOf('QPILOT', true) };
    return readPart('QPILOT', async () => {
      const after = place?.part === 'QPILOT' ? place.after : null;
      // With no room left one row is read to know whether there is a next page.
      const { rows, hasNextPage } = await this.#sources.qpilot.products.list({ first: Math.max(room, 1), after });
      if (room === 0) return { rows: [], hasMore: rows.length > 0, isComplete: true };
      const shown = rows.map(({ row, cursor }) => ({ row, cursor: encodePlace({ part: 'QPILOT', after: cursor }) }));
      return { rows: shown, hasMore: hasNextPage, isComplete: true };
    });
  }
}

function startBehind(rows: readonly Product[], place: Place | null): number {
  if (place === null) return 0;
  if (place.part === 'QPILOT') return rows.length;
  const index = rows.findIndex(({ externalId }) => externalId === place.externalId);
  if (index >= 0) return index + 1;
  throw new RequestError(
    'BAD_USER_INPUT',
    'Argument "after" names a product that is no longer among the newest; start again.',
  );
}

async function readPart(
  provider: Coverage['provider'],
  read: () => Promise<Omit<Part, 'coverage' | 'error'> & { isComplete: boolean }>,
): Promise<Part> {
  try {
    const { rows, hasMore, isComplete } = await read();
    return { rows, hasMore, coverage: coverageOf(provider, isComplete), error: null };
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return {
      ...nothing,
      coverage: { provider, complete: false, since: null, updatedAt: null, lagSeconds: null },
      error,
    };
  }
}

function coverageOf(provider: Coverage['provider'], complete: boolean): Coverage {
  return { provider, complete, since: null, updatedAt: fromEpochMs(Date.now()), lagSeconds: 0 };
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
