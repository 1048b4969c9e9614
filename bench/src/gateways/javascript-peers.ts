import { fileURLToPath } from 'node:url';
import type { Gateway, Place } from '../measure/gateway.js';
import type { Work } from '../measure/works.js';

const pageQuery =
  'query OrdersPage($paidFrom: Int!) { orders(paidFrom: $paidFrom) { id total customer { id email name } shipment { trackingNumber status events { status place } } } }';
const orderQuery = 'query Order($id: ID!) { order(id: $id) { id total } }';

/** What all of them have in common: the tutorial's schema. */
export const tutorial = {
  sameAs: { batched: 'distinct', warm: 'popular' },
  path: () => '/graphql',
  body: ({ question }: Work, { paidFrom, order }: { paidFrom: number; order: string }) =>
    JSON.stringify(
      question === 'PAGE'
        ? { query: pageQuery, variables: { paidFrom } }
        : { query: orderQuery, variables: { id: order } },
    ),
  read: ({ question }: Work, answer: unknown) => {
    const { data } = answer as { data: { orders?: unknown; order?: unknown } };
    return question === 'PAGE' ? data.orders : data.order;
  },
} as const;

export const naiveApollo: Gateway = {
  ...tutorial,
  name: 'naive-apollo',
  title: 'Apollo Server 5, DataLoader, undici `request`: what a tutorial gives',
  // Its standalone server answers on every path.
  path: () => '/',
  setups: [peer('naive-apollo')],
};

export const yogaJit: Gateway = {
  ...tutorial,
  name: 'yoga-jit',
  title: 'GraphQL Yoga with graphql-jit, the same resolvers',
  setups: [peer('yoga-jit')],
};

export const mercuriusJit: Gateway = {
  ...tutorial,
  name: 'mercurius-jit',
  title: 'Mercurius with jit on Fastify, the same resolvers',
  setups: [peer('mercurius-jit')],
};

function peer(file: string): Gateway['setups'][number] {
  return {
    shop: 'plain',
    works: ['popular', 'distinct', 'single'],
    command: ({ port, base }: Place) => ({ argv: [process.execPath, peerFile(file), String(port), base] }),
  };
}

/** Where a peer's program was compiled to. */
export function peerFile(name: string): string {
  return fileURLToPath(new URL(`../peers/${name}.js`, import.meta.url));
}
