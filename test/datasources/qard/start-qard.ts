import { qard } from '../../../src/datasources/qard/index.js';
import type { QardSource } from '../../../src/datasources/qard/source.js';
import type { FakeReply, ReceivedRequest } from '../../support/fake-upstream.js';
import { type ProviderSettings, type StartedSource, startSource } from '../../support/provider-parts.js';

const credentials = { API_KEY: 'qard_test_key', USER_ID: 'user-1' };

/** The real source over a fake that answers as told. */
export function startQard(
  respond: (request: ReceivedRequest) => FakeReply,
  settings: Partial<ProviderSettings<'API_KEY' | 'USER_ID', never>> = {},
): Promise<StartedSource<QardSource>> {
  return startSource(qard, { credentials, ...settings }, respond);
}

/** One page of a list held by the test, wrapped as Qard wraps it. */
export function pageReply(all: readonly unknown[], { query }: ReceivedRequest): FakeReply {
  const value = (name: string) => Number(query.find(([key]) => key === name)?.[1]);
  const [page, perPage] = [value('page'), value('per_page')];
  return {
    json: {
      result: all.slice((page - 1) * perPage, page * perPage),
      current_page: page,
      last_page: Math.max(1, Math.ceil(all.length / perPage)),
      per_page: perPage,
      total: all.length,
    },
  };
}
