import type { SandboxReply, SandboxRequest } from '../kernel/request.js';
import { readDataTypes } from './data-connections.js';
import { jsonObject, ok, refusal } from './replies.js';
import { countApplied, newId, type QardState, utcText } from './state.js';
import { DATA_TYPES, type WireSync } from './wire.js';

/** `POST sync`: queues one run for each data type and connected provider, unless a run is still under way. */
export function startSync(state: QardState, request: SandboxRequest, now: Date): SandboxReply {
  const types = readDataTypes(jsonObject(request), 'data_types');
  const connected = state.connections.filter(({ status }) => status === 'CONNECTED');
  if (connected.length === 0) throw refusal(400, 'NOT_CONNECTED', 'The user has no connected data connection.');
  if (state.syncs.some(isRunning)) throw refusal(409, 'SYNC_IN_PROGRESS', 'A synchronization is in progress.');
  const started = connected.flatMap((connection) =>
    types
      .filter((type) => connection.requested_data_types.includes(type))
      .map((data_type): WireSync => {
        const { id: data_connection_id, provider_name } = connection;
        const requested_at = utcText(now);
        return {
          id: newId(),
          data_type,
          provider_name,
          status: 'QUEUED',
          data_connection_id,
          requested_at,
          completed_at: null,
        };
      }),
  );
  state.syncs.push(...started);
  countApplied(state, 'sync');
  return ok(started, 202);
}

/** The newest run of each data type and connection; reading it moves every run under way on by one step. */
export function latestSyncs(state: QardState, now: Date): WireSync[] {
  const newest = new Map(state.syncs.map((sync) => [`${sync.data_connection_id} ${sync.data_type}`, sync]));
  const latest = [...newest.values()]
    .map((sync) => ({ ...sync }))
    .toSorted((one, other) => DATA_TYPES.indexOf(one.data_type) - DATA_TYPES.indexOf(other.data_type));
  for (const sync of state.syncs.filter(isRunning)) step(state, sync, now);
  return latest;
}

function step(state: QardState, sync: WireSync, now: Date): void {
  if (sync.status === 'QUEUED') {
    sync.status = 'FETCHING';
    return;
  }
  sync.status = 'SUCCESS';
  sync.completed_at = utcText(now);
  state.fetchedUntil.set(sync.data_type, now);
}

function isRunning({ status }: WireSync): boolean {
  return status === 'QUEUED' || status === 'FETCHING';
}
