import type { CommerceKind, CommerceRecord } from '../../domain/commerce.js';
import { forgettable } from '../_shared/forgettable.js';
import { createSingleLoader, once } from '../_shared/loaders.js';
import { type PagedList, readPage, readRows } from '../_shared/upstream-pages.js';
import type { QardParts } from './auth.js';
import { createPlaceLoader } from './by-place.js';
import { createCalls, type QardCalls } from './calls.js';
import { createFeeds } from './feeds.js';
import { normalizeLink, normalizeProviderState, normalizeSync } from './normalize.js';
import { normalizeRecord } from './normalize-record.js';
import { createProviderWrites } from './provider-writes.js';
import type { QardSource } from './source.js';
import { createUserWrites } from './user-writes.js';

/** The most rows of one page (assumed: no limit is documented). */
const maxPageSize = 100;

interface Ground {
  readonly parts: QardParts;
  readonly calls: QardCalls;
  readonly listOf: (kind: CommerceKind) => PagedList<CommerceRecord>;
}

/** Qard as one GraphQL operation reads it. */
export function createQardSource(parts: QardParts): QardSource {
  const calls = createCalls(parts);
  const listOf = (kind: CommerceKind): PagedList<CommerceRecord> => ({
    maxPageSize,
    fetchPage: async (page, pageSize) => {
      const { rows, ...totals } = await calls.listRecords(kind, page, pageSize);
      return { ...totals, rows: rows.map((row) => normalizeRecord(kind, row, parts.reading)) };
    },
    keyOf: ({ externalId }) => externalId,
  });
  return sourceOn({ parts, calls, listOf });
}

const sourceOn = forgettable<Ground, Omit<QardSource, 'forget'>>({
  isConfigured: ({ parts }) => parts.config.isConfigured,
  records: ({ parts: { config }, listOf }) => {
    const scans = createSingleLoader((kind: CommerceKind) => readRows(listOf(kind), config.scanLimit));
    return {
      list: (kind, query) => readPage(listOf(kind), query, { scanLimit: config.scanLimit }),
      scan: (kind) => scans.load(kind),
      byPlace: createPlaceLoader(listOf),
    };
  },
  feeds: ({ listOf }) => createFeeds(listOf('CUSTOMER')),
  links: ({ calls }) => once(async () => (await calls.listLinks()).map(normalizeLink)),
  latestSyncs: ({ parts: { reading }, calls }) =>
    once(async () => (await calls.listLatestSyncs()).map((row) => normalizeSync(row, reading))),
  providerState: ({ calls }) =>
    createSingleLoader(async (name) => {
      const wire = await calls.getProvider(name.toLowerCase());
      if (wire === null) return null;
      // The address names the provider: an answer may leave the name out, but not state another one.
      const state = normalizeProviderState({ ...wire, name: wire.name ?? name.toLowerCase() });
      return state.name === name ? state : null;
    }),
  writes: ({ parts }) => ({ ...createProviderWrites(parts), ...createUserWrites(parts) }),
});
