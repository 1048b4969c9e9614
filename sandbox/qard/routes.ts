import type { Respond } from '../kernel/provider-server.js';
import type { SandboxReply, SandboxRequest } from '../kernel/request.js';
import type { CommerceRecord } from './commerce-records.js';
import { answerCommerce } from './commerce-routes.js';
import { connect, consent } from './data-connections.js';
import { pageOf } from './paging.js';
import { answerProviders } from './provider-settings.js';
import { ok, refusal } from './replies.js';
import type { QardState } from './state.js';
import { latestSyncs, startSync } from './sync.js';
import type { DataType } from './wire.js';

/** What one account answers from. */
export interface Account {
  apiKey: string;
  state: QardState;
  records: Record<DataType, CommerceRecord[]>;
  now: () => Date;
}

/** The API of one account (seed document of the Shopify provider; reads as public clients use them). */
export function createRespond(account: Account): Respond {
  const { apiKey, state } = account;
  return (request) => {
    const { method, segments } = request;
    if (method === 'GET' && segments.join('/') === '__applied') return ok(state.applied);
    if (method === 'GET' && segments.length === 2 && segments[0] === 'connect')
      return consent(state, segments[1] ?? '');
    if (request.headers['x-api-key'] !== apiKey) throw refusal(401, 'UNAUTHORIZED', 'The API key is missing or wrong.');
    const reply = answerApi(account, request);
    if (reply === null) throw refusal(404, 'NOT_FOUND', 'No such resource.');
    return reply;
  };
}

function answerApi(account: Account, request: SandboxRequest): SandboxReply | null {
  const [root, version, area, ...rest] = request.segments;
  if (root !== 'api' || version !== 'v6') return null;
  if (area === 'providers') return answerProviders(account.state, request, rest);
  if (area !== 'users') return null;
  const [userId, ...resource] = rest;
  if (userId !== account.state.userId) throw refusal(404, 'USER_NOT_FOUND', 'User not found.');
  return answerUser(account, request, resource.join('/'));
}

function answerUser({ state, records, now }: Account, request: SandboxRequest, resource: string): SandboxReply | null {
  const { method, query } = request;
  switch (`${method} ${resource}`) {
    case 'GET data-connections':
      return ok(state.connections);
    case 'POST data-connections':
      return connect(state, request, now());
    case 'GET sync':
      return ok(pageOf(state.syncs.toReversed(), query));
    case 'GET sync/latest':
      return ok(latestSyncs(state, now()));
    case 'POST sync':
      return startSync(state, request, now());
    default:
      return method === 'GET' ? answerCommerce(state, records, { resource, query }) : null;
  }
}
