import type { SandboxReply } from '../kernel/request.js';
import type { CommerceRecord } from './commerce-records.js';
import { pageOf } from './paging.js';
import { ok, refusal } from './replies.js';
import type { QardState } from './state.js';
import type { DataType } from './wire.js';

const TYPE_OF: Record<string, DataType> = {
  'commerce-locations': 'COMMERCE_LOCATION',
  'commerce-customers': 'COMMERCE_CUSTOMER',
  'commerce-products': 'COMMERCE_PRODUCT',
  'commerce-orders': 'COMMERCE_ORDER',
};

/**
 * The data as of the last finished run: 404 before the first one. Locations come as a bare list, the others in pages;
 * public clients meet both forms. Null for a path that is not there.
 */
export function answerCommerce(
  state: QardState,
  records: Record<DataType, CommerceRecord[]>,
  { resource, query }: { resource: string; query: URLSearchParams },
): SandboxReply | null {
  const type = Object.hasOwn(TYPE_OF, resource) ? TYPE_OF[resource] : undefined;
  if (type === undefined) return null;
  const until = state.fetchedUntil.get(type);
  if (until === undefined) throw refusal(404, 'NO_DATA', `No data of type ${type} has been synchronized.`);
  const fetched = records[type].filter(({ createdAt }) => createdAt <= until);
  if (type === 'COMMERCE_LOCATION') return ok(fetched.map(({ record }) => record));
  const page = pageOf(fetched, query);
  return ok({ ...page, result: page.result.map(({ record }) => record) });
}
