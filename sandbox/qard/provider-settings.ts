import type { SandboxReply, SandboxRequest } from '../kernel/request.js';
import { badRequest, isObject, jsonObject, ok, refusal } from './replies.js';
import { countApplied, type QardState } from './state.js';
import type { WireProvider } from './wire.js';

/** `/providers/{name}` and what is set below it; null for a path that is not there. */
export function answerProviders(state: QardState, request: SandboxRequest, rest: string[]): SandboxReply | null {
  const [name = '', part = '', ...more] = rest;
  if (more.length > 0) return null;
  const provider = state.providers.get(name);
  if (provider === undefined) throw refusal(404, 'PROVIDER_NOT_FOUND', `Provider ${name} not found.`);
  switch (`${request.method} ${part}`) {
    case 'GET ':
      return ok(provider);
    case 'PUT ':
      return enable(state, provider, request);
    case 'PUT settings':
      return setSettings(state, provider, request);
    case 'PUT credentials':
      return setCredentials(state, provider, request);
    default:
      return null;
  }
}

/** The word is `enable` when written and `enabled` when read. */
function enable(state: QardState, provider: WireProvider, request: SandboxRequest): SandboxReply {
  const value = jsonObject(request)['enable'];
  if (typeof value !== 'boolean') throw badRequest('enable must be a boolean.');
  provider.enabled = value;
  countApplied(state, 'enableProvider');
  return ok(provider);
}

function setSettings(state: QardState, provider: WireProvider, request: SandboxRequest): SandboxReply {
  const value = jsonObject(request)['auto_connect'];
  if (typeof value !== 'boolean') throw badRequest('auto_connect must be a boolean.');
  provider.auto_connect = value;
  countApplied(state, 'setSettings');
  return ok(provider);
}

/** Credentials are never answered: the reply has no body (assumed). */
function setCredentials(state: QardState, provider: WireProvider, request: SandboxRequest): SandboxReply {
  const { credentials } = jsonObject(request) as { credentials?: unknown };
  const { client_id, client_secret } = isObject(credentials) ? credentials : {};
  if (typeof client_id !== 'string' || client_id === '') throw badRequest('credentials.client_id is required.');
  if (typeof client_secret !== 'string' || client_secret === '') {
    throw badRequest('credentials.client_secret is required.');
  }
  state.credentials.set(provider.name, { client_id, client_secret });
  countApplied(state, 'setCredentials');
  return { status: 204 };
}
