import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gateway, Place } from '../measure/gateway.js';

const pageQuery =
  'query OrdersPage($from: DateTime!) { orders(first: 100, filter: { provider: QUICKBUTIK, status: [PAID], placedFrom: $from }) { nodes { externalId total { amount } customer { externalId email name } shipments { trackingNumber rawStatus events { rawStatus place } } } } }';
const orderQuery = 'query Order($id: ID!) { order(by: { id: $id }) { externalId total { amount } } }';

interface Row {
  readonly externalId: string;
  readonly total: { readonly amount: string };
  readonly customer: { readonly externalId: string; readonly email: string; readonly name: string } | null;
  readonly shipments: readonly {
    readonly trackingNumber: string;
    readonly rawStatus: string;
    readonly events: readonly { readonly rawStatus: string; readonly place: string }[];
  }[];
}

/** This gateway, from its build, in live mode against the providers of the bench. */
export const commercegraph: Gateway = {
  name: 'commercegraph',
  title: 'this gateway',
  setups: [
    { shop: 'plain', works: ['popular', 'distinct', 'single'], command: (place) => start(place, withoutCache) },
    { shop: 'batch', works: ['batched'], command: (place) => start(place, withoutCache) },
    { shop: 'plain', works: ['warm'], command: (place) => start(place, withCache) },
  ],
  sameAs: {},
  path: () => '/graphql',
  body: ({ question }, { placedFrom, order }) =>
    JSON.stringify(
      question === 'PAGE'
        ? { query: pageQuery, variables: { from: placedFrom } }
        : { query: orderQuery, variables: { id: order } },
    ),
  read: ({ question }, answer) => {
    const { data } = answer as { data: { orders?: { nodes: Row[] }; order?: Pick<Row, 'externalId' | 'total'> } };
    return question === 'PAGE'
      ? data.orders?.nodes.map(toAnswer)
      : data.order && { id: data.order.externalId, total: data.order.total.amount };
  },
};

/** What switches off every memory that outlives a request. */
const withoutCache = { CACHE_MB: '0' };
/** As where providers send webhooks. */
const withCache = { CACHE_RECORDS: '1' };

function start({ port, base, scratch, build, nodeOptions }: Place, cache: Readonly<Record<string, string>>) {
  return {
    argv: [process.execPath, ...startOptions(build), ...nodeOptions, join(build, 'src', 'main.js')],
    env: {
      ...cache,
      PORT: String(port),
      DATA_DIR: scratch,
      // The index would read the providers in the background and be counted with the queries.
      DIRECTORY: '0',
      QUICKBUTIK_BASE_URL: `${base}/qb`,
      QUICKBUTIK_API_KEY: 'qb_bench_key',
      QUICKBUTIK_MAX_CONCURRENCY: '50',
      QPILOT_BASE_URL: `${base}/qp`,
      QPILOT_SITE_ID: '77',
      QPILOT_EMAIL: 'bench@example.com',
      QPILOT_PASSWORD: 'qpilot_bench_password',
      QPILOT_MAX_CONCURRENCY: '50',
      QAPLA_BASE_URL: `${base}/qa`,
      QAPLA_API_KEY: 'qapla_bench_key',
      QAPLA_MAX_CONCURRENCY: '50',
      // No provider of the bench counts calls; the documented rate would be all that is measured.
      QAPLA_RATE_PER_SECOND: '0',
      REQUEST_TIMEOUT_MS: '60000',
    },
  };
}

/** Options of Node that `npm start` has. */
function startOptions(build: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(build, '..', 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

function toAnswer({ externalId, total, customer, shipments }: Row) {
  const [shipment] = shipments;
  return {
    id: externalId,
    total: total.amount,
    customer: customer && { id: customer.externalId, email: customer.email, name: customer.name },
    shipment: shipment
      ? {
          trackingNumber: shipment.trackingNumber,
          status: shipment.rawStatus,
          events: shipment.events.map(({ rawStatus, place }) => ({ status: rawStatus, place })),
        }
      : null,
  };
}
