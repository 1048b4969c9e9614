import { randomUUID } from 'node:crypto';
import { localText } from '../kernel/zone.js';
import { DATA_TYPES, type DataType, type WireDataConnection, type WireProvider, type WireSync } from './wire.js';

const HOUR_MS = 3_600_000;

/** Everything the imitation holds of one account with one user. */
export interface QardState {
  userId: string;
  providers: Map<string, WireProvider>;
  /** The app credentials by provider; written only, never answered. */
  credentials: Map<string, { client_id: string; client_secret: string }>;
  connections: WireDataConnection[];
  /** Oldest first. */
  syncs: WireSync[];
  /** Until when the data of a type were fetched; a type that is missing was never synchronized. */
  fetchedUntil: Map<DataType, Date>;
  /** How often each kind of write was carried out. */
  applied: Record<string, number>;
}

/** An account that has connected nothing yet. */
export function freshState(userId: string): QardState {
  const names = ['shopify', 'woocommerce', 'prestashop'];
  return {
    userId,
    providers: new Map(names.map((name) => [name, provider(name)])),
    credentials: new Map(),
    connections: [],
    syncs: [],
    fetchedUntil: new Map(),
    applied: {},
  };
}

/** An account whose Shopify shop was connected a year ago and synchronized two hours ago. */
export function connectedState(userId: string, now: Date): QardState {
  const state = freshState(userId);
  const shopify = state.providers.get('shopify');
  if (shopify !== undefined) shopify.enabled = true;
  const connection: WireDataConnection = {
    id: 'b8a1d7c2-6f0e-4c53-8a39-2f1f0d6c9e01',
    provider_name: 'shopify',
    status: 'CONNECTED',
    requested_data_types: [...DATA_TYPES],
    redirect_url: null,
    created_at: utcText(new Date(now.getTime() - 365 * 24 * HOUR_MS)),
  };
  state.connections.push(connection);
  const completed = new Date(now.getTime() - 2 * HOUR_MS);
  DATA_TYPES.forEach((data_type, index) => {
    state.syncs.push({
      id: `5d0c1e94-3b7a-4f21-9c6d-00000000000${index + 1}`,
      data_type,
      provider_name: 'shopify',
      status: 'SUCCESS',
      data_connection_id: connection.id,
      requested_at: utcText(new Date(completed.getTime() - HOUR_MS)),
      completed_at: utcText(completed),
    });
    state.fetchedUntil.set(data_type, completed);
  });
  return state;
}

/** A moment as Qard writes it: `YYYY-MM-DD HH:MM:SS` in UTC. */
export function utcText(date: Date): string {
  return localText(date, 'UTC');
}

/** An id for a record that the provider makes. */
export function newId(): string {
  return randomUUID();
}

/** Counts one write that was carried out. */
export function countApplied(state: QardState, operation: string): void {
  state.applied[operation] = (state.applied[operation] ?? 0) + 1;
}

function provider(name: string): WireProvider {
  return {
    name,
    logo_url: null,
    enabled: false,
    available: true,
    unique: true,
    auth_required: true,
    auto_connect: false,
    settings: [{ name: 'auto_connect', type: 'boolean' }],
    credentials_config: [
      { name: 'client_id', required: true },
      { name: 'client_secret', required: true },
    ],
    data_types: [...DATA_TYPES],
  };
}
