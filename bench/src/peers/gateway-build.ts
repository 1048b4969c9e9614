import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The gateway's HTTP client, as far as a caller without GraphQL needs it. */
export interface Client {
  send: (
    request: {
      readonly operation: string;
      readonly method: 'GET' | 'POST';
      readonly path: readonly string[];
      readonly trailingSlash?: boolean;
      readonly query?: readonly (readonly [string, string])[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly repeatable: boolean;
    },
    scope: {
      readonly requestId: string;
      readonly signal: AbortSignal;
      readonly deadlineAt: number;
      readonly log: object;
    },
  ) => Promise<{ readonly status: number; readonly text: string }>;
}

export interface Schema<Wire> {
  parse: (value: unknown) => Wire;
}

export interface WireOrder {
  readonly order_id?: string | null;
  readonly total_amount?: string | number | null;
  readonly customer?: { readonly email: string | null } | null;
}

export interface WireCustomer {
  readonly id: string;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

export interface WireTrack {
  readonly trackingNumber?: string | null;
  readonly reference?: string | null;
  readonly status: string | null;
  readonly tracking: readonly { readonly status: string | null; readonly courierPlace: string | null }[];
}

/** What the peer without GraphQL takes from the gateway: its client and its wire schemas, nothing above them. */
export interface GatewayBuild {
  readonly clientOf: (provider: string, baseUrl: string) => Client;
  readonly order: Schema<WireOrder>;
  readonly customer: Schema<WireCustomer>;
  readonly track: Schema<WireTrack>;
}

/** The parts of a build, which is not there yet when this is compiled. */
export async function loadBuild(folder: string): Promise<GatewayBuild> {
  const load = async (path: string) =>
    (await import(pathToFileURL(join(folder, 'src', path)).href)) as Record<string, unknown>;
  const [client, health, quickbutik, qpilot, qapla] = await Promise.all([
    load('http/upstream-client.js'),
    load('http/provider-health.js'),
    load('datasources/quickbutik/wire.js'),
    load('datasources/qpilot/wire.js'),
    load('datasources/qapla/wire.js'),
  ]);
  const HttpUpstreamClient = client['HttpUpstreamClient'] as new (options: object) => Client;
  const ProviderHealth = health['ProviderHealth'] as new () => object;
  return {
    clientOf: (provider, baseUrl) =>
      new HttpUpstreamClient({
        provider,
        baseUrl: new URL(baseUrl),
        timeoutMs: 60_000,
        largestShare: 1,
        maxConcurrency: 50,
        ratePerSecond: null,
        burst: 60,
        maxBodyBytes: 10 * 1024 * 1024,
        secrets: [],
        health: new ProviderHealth(),
      }),
    order: quickbutik['orderWireSchema'] as Schema<WireOrder>,
    customer: qpilot['customerWireSchema'] as Schema<WireCustomer>,
    track: qapla['trackWireSchema'] as Schema<WireTrack>,
  };
}
