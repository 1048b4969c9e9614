import type { SandboxReply, SandboxRequest } from '../kernel/request.js';
import { badRequest, jsonObject, ok, refusal } from './replies.js';
import { countApplied, newId, type QardState, utcText } from './state.js';
import { DATA_TYPES, type DataType, type WireDataConnection } from './wire.js';

/** `POST data-connections`: one connection for each provider, waiting for the merchant's consent. */
export function connect(state: QardState, request: SandboxRequest, now: Date): SandboxReply {
  const body = jsonObject(request);
  const requested_data_types = readDataTypes(body, 'requested_data_types');
  const provider = state.providers.get(String(body['provider_name']));
  if (provider === undefined) throw refusal(404, 'PROVIDER_NOT_FOUND', 'Provider not found.');
  if (!provider.enabled) throw refusal(400, 'PROVIDER_DISABLED', `Provider ${provider.name} is not enabled.`);
  if (state.connections.some(({ provider_name }) => provider_name === provider.name)) {
    throw refusal(409, 'DATA_CONNECTION_EXISTS', `A data connection with ${provider.name} exists already.`);
  }
  const id = newId();
  const connection: WireDataConnection = {
    id,
    provider_name: provider.name,
    status: 'PENDING',
    requested_data_types,
    redirect_url: `http://${request.headers.host ?? 'localhost'}/connect/${id}`,
    created_at: utcText(now),
  };
  state.connections.push(connection);
  countApplied(state, 'connect');
  return ok(connection, 201);
}

/** Opening the redirect URL stands for the merchant's consent at the connected shop. */
export function consent(state: QardState, id: string): SandboxReply {
  const connection = state.connections.find((known) => known.id === id);
  if (connection === undefined) throw refusal(404, 'NOT_FOUND', 'No such data connection.');
  connection.status = 'CONNECTED';
  connection.redirect_url = null;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<h1>Connected</h1>' };
}

/** A list of data types in a body: at least one, all known, each once. */
export function readDataTypes(body: Record<string, unknown>, field: string): DataType[] {
  const given = body[field];
  if (!Array.isArray(given) || given.length === 0) throw badRequest(`${field} must be a list of data types.`);
  if (!given.every(isDataType)) throw badRequest(`${field} has an unknown data type.`);
  return [...new Set(given)];
}

function isDataType(value: unknown): value is DataType {
  return DATA_TYPES.some((type) => type === value);
}
