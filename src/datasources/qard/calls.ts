import type { CommerceKind } from '../../domain/commerce.js';
import type { Keeping } from '../../http/kept-answers.js';
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

/** Records change when a synchronization runs, which takes minutes; the account when somebody works on it. */
const keptRecords: Keeping = { of: 'RECORDS', freshMs: 5000 };
const keptAccount: Keeping = { of: 'RECORDS', freshMs: 1000 };

interface Read {
  readonly operation: string;
  readonly path: readonly string[];
  readonly query?: NonNullable<UpstreamRequest['query']>;
  readonly keeping: Keeping;
}

/** The calls of one operation. */
export function createCalls(parts: QardParts): QardCalls {
  const get = <Value>({ operation, path, query = [], keeping }: Read, decode: (answer: UpstreamAnswer) => Value) =>
    parts.client.read(
      {
        operation,
        method: 'GET',
        path: ['api', 'v6', ...path],
        query,
        headers: credentialHeaders(parts),
        repeatable: true,
        keeping,
      },
      parts.scope,
      decode,
    );
  const { warn } = parts.reading;
  const user = () => ['users', parts.config.credentials.USER_ID.reveal()];

  return {
    listRecords: (kind, page, perPage) => {
      const query = [
        ['page', String(page)],
        ['per_page', String(perPage)],
      ] as const;
      const path = [...user(), collections[kind]];
      return get({ operation: `list ${collections[kind]}`, path, query, keeping: keptRecords }, (answer) =>
        readList(answer, recordWireSchema, warn),
      );
    },
    listLinks: () =>
      get(
        { operation: 'listLinks', path: [...user(), 'data-connections'], keeping: keptAccount },
        (answer) => readList(answer, linkWireSchema, warn).rows,
      ),
    listLatestSyncs: () =>
      get(
        { operation: 'listLatestSyncs', path: [...user(), 'sync', 'latest'], keeping: keptAccount },
        (answer) => readList(answer, syncWireSchema, warn).rows,
      ),
    getProvider: (name) =>
      get({ operation: 'getProvider', path: ['providers', name], keeping: keptAccount }, (answer) =>
        readRecord(answer, providerWireSchema, warn),
      ),
  };
}
