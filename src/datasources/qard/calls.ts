import type { CommerceKind } from '../../domain/commerce.js';
import type { UpstreamAnswer, UpstreamRequest } from '../../http/upstream-request.js';
import type { UpstreamPage } from '../_shared/upstream-pages.js';
import { credentialHeaders, type QardParts } from './auth.js';
import { readList, readRecord } from './envelope.js';
import {
  linkWireSchema,
  providerWireSchema,
  recordWireSchema,
  syncWireSchema,
  type WireLink,
  type WireProvider,
  type WireRecord,
  type WireSync,
} from './wire.js';

const collections: Readonly<Record<CommerceKind, string>> = {
  LOCATION: 'commerce-locations',
  CUSTOMER: 'commerce-customers',
  PRODUCT: 'commerce-products',
  ORDER: 'commerce-orders',
};

/** One function per read of the merchant's account (paths of the records: seed document; the rest: public). */
export interface QardCalls {
  readonly listRecords: (kind: CommerceKind, page: number, perPage: number) => Promise<UpstreamPage<WireRecord>>;
  readonly listLinks: () => Promise<readonly WireLink[]>;
  readonly listLatestSyncs: () => Promise<readonly WireSync[]>;
  readonly getProvider: (name: string) => Promise<WireProvider | null>;
}

/** The calls of one operation. */
export function createCalls(parts: QardParts): QardCalls {
  const get = (
    operation: string,
    path: readonly string[],
    query: NonNullable<UpstreamRequest['query']> = [],
  ): Promise<UpstreamAnswer> =>
    parts.client.send(
      {
        operation,
        method: 'GET',
        path: ['api', 'v6', ...path],
        query,
        headers: credentialHeaders(parts),
        repeatable: true,
      },
      parts.scope,
    );
  const { warn } = parts.reading;
  const user = () => ['users', parts.config.credentials.USER_ID.reveal()];

  return {
    listRecords: async (kind, page, perPage) => {
      const query = [
        ['page', String(page)],
        ['per_page', String(perPage)],
      ] as const;
      return readList(
        await get(`list ${collections[kind]}`, [...user(), collections[kind]], query),
        recordWireSchema,
        warn,
      );
    },
    listLinks: async () => readList(await get('listLinks', [...user(), 'data-connections']), linkWireSchema, warn).rows,
    listLatestSyncs: async () =>
      readList(await get('listLatestSyncs', [...user(), 'sync', 'latest']), syncWireSchema, warn).rows,
    getProvider: async (name) => readRecord(await get('getProvider', ['providers', name]), providerWireSchema, warn),
  };
}
