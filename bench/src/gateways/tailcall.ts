import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Gateway, Place } from '../measure/gateway.js';

// The newest release that npm has, and the newest that runs where glibc is older than 2.39.
const packages = ['@tailcallhq/core-linux-x64-gnu', 'tailcall-glibc-2.36'] as const;
const program = packages
  .map((name) => fileURLToPath(new URL(`../../node_modules/${name}/bin/tailcall`, import.meta.url)))
  .map((path) => ({ path, version: versionOf(path) }))
  .find(({ version }) => version !== null);

const pageQuery =
  'query OrdersPage($paidFrom: Int!) { orders(paidFrom: $paidFrom) { order_id total_amount detail { customer { found { items { id email firstName lastName } } } } parcel { getTrack { trackingNumber status tracking { status courierPlace } } } } }';
const orderQuery = 'query Order($id: ID!) { order(id: $id) { order_id total_amount } }';

interface Row {
  readonly order_id: string;
  readonly total_amount: string;
  readonly detail: {
    readonly customer: { readonly found: { readonly items: readonly Record<string, string>[] } };
  };
  readonly parcel: {
    readonly getTrack: {
      readonly trackingNumber: string;
      readonly status: string;
      readonly tracking: readonly { readonly status: string; readonly courierPlace: string }[];
    };
  };
}

/** A gateway in Rust that is written as directives. It cannot log in for each request, so its token is fixed: one call less. */
export const tailcall: Gateway = {
  name: 'tailcall',
  title: `Tailcall ${program?.version ?? ''} (Rust), equal calls in flight shared`,
  setups: [{ shop: 'plain', works: ['popular', 'distinct', 'single'], command: (place) => start(place, false) }],
  sameAs: { batched: 'distinct', warm: 'popular' },
  path: () => '/graphql',
  body: ({ question }, { paidFrom, order }) =>
    JSON.stringify(
      question === 'PAGE'
        ? { query: pageQuery, variables: { paidFrom } }
        : { query: orderQuery, variables: { id: order } },
    ),
  read: ({ question }, answer) => {
    const { data } = answer as { data: { orders?: Row[]; order?: Pick<Row, 'order_id' | 'total_amount'> } };
    return question === 'PAGE'
      ? data.orders?.map(toAnswer)
      : data.order && { id: data.order.order_id, total: data.order.total_amount };
  },
  obstacle: () =>
    program === undefined ? 'its binaries need another C library or another system than this one' : null,
};

/** The same with its list shared too: equal operations in flight are then run once, and the answer is copied. Not among the peers of the aims. */
export const tailcallWhole: Gateway = {
  ...tailcall,
  name: 'tailcall-whole',
  title: 'Tailcall that shares whole operations in flight, not only their calls',
  setups: [{ shop: 'plain', works: ['popular'], command: (place) => start(place, true) }],
  sameAs: {},
};

function start({ port, base, scratch }: Place, isWhole: boolean) {
  const file = join(scratch, 'tailcall.graphql');
  const template = readFileSync(new URL('../../src/peers/tailcall.graphql', import.meta.url), 'utf8');
  const basic = `Basic ${Buffer.from('qb_bench_key:qb_bench_key').toString('base64')}`;
  const filledIn = { PORT: String(port), BASE: base, BASIC: basic, SHARED: String(isWhole) };
  writeFileSync(
    file,
    template.replaceAll(/\b(?:PORT|BASIC|BASE|SHARED)\b/g, (name) => filledIn[name as keyof typeof filledIn]),
  );
  return {
    argv: [program?.path ?? 'tailcall', 'start', file],
    env: { TAILCALL_TRACKER: 'false', TAILCALL_LOG_LEVEL: 'error' },
  };
}

function toAnswer({ order_id, total_amount, detail, parcel }: Row) {
  const [customer] = detail.customer.found.items;
  const { trackingNumber, status, tracking } = parcel.getTrack;
  return {
    id: order_id,
    total: total_amount,
    customer: customer
      ? { id: customer['id'], email: customer['email'], name: `${customer['firstName']} ${customer['lastName']}` }
      : null,
    shipment: {
      trackingNumber,
      status,
      events: tracking.map((event) => ({ status: event.status, place: event.courierPlace })),
    },
  };
}

/** Null where the binary is not installed or does not run. */
function versionOf(path: string): string | null {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', env: { TAILCALL_TRACKER: 'false' } });
  return status === 0 ? stdout.trim().replace(/^tailcall v?/, '') : null;
}
