import { qpilot } from '../../../src/datasources/qpilot/index.js';
import type { QPilotSource } from '../../../src/datasources/qpilot/source.js';
import { askedOf, type FakeReply, type ReceivedRequest } from '../../support/fake-upstream.js';
import { type ProviderSettings, type StartedSource, startSource } from '../../support/provider-parts.js';

export const qpilotSettings = {
  credentials: { SITE_ID: '42', EMAIL: 'merchant@shop.example.com', PASSWORD: 'qp_test_password' },
};

type Settings = Partial<ProviderSettings<'SITE_ID' | 'EMAIL' | 'PASSWORD', 'PATH_PREFIX'>>;

/** The real source over a fake that grants the login and answers the site's calls as told; untold calls are 404. */
export function startQPilot(
  answers: (call: string, request: ReceivedRequest) => FakeReply | undefined,
  settings: Settings = {},
): Promise<StartedSource<QPilotSource>> {
  return startSource(qpilot, { ...qpilotSettings, ...settings }, (request) => {
    if (request.path === '/AccessTokens/Login') return { json: { tokenBearerAuth: 'qp_test_token' } };
    return answers(siteCall(request), request) ?? { status: 404 };
  });
}

/** The site's calls in one line each, without login and without `/Sites/42`. */
export function siteCalls(requests: readonly ReceivedRequest[]): string[] {
  return askedOf(requests.filter(({ path }) => path !== '/AccessTokens/Login')).map((line) =>
    line.replace('/Sites/42', ''),
  );
}

/** One page of a list held by the test, in QPilot's envelope. */
export function pageReply(all: readonly unknown[], { query }: ReceivedRequest): FakeReply {
  const value = (name: string) => Number(query.find(([key]) => key === name)?.[1]);
  const [page, pageSize] = [value('page'), value('pageSize')];
  return {
    json: {
      items: all.slice((page - 1) * pageSize, page * pageSize),
      totalCount: all.length,
      totalPages: Math.ceil(all.length / pageSize),
    },
  };
}

function siteCall({ method, path }: ReceivedRequest): string {
  return `${method} ${path.replace('/Sites/42', '')}`;
}
