import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Gateway, Place } from '../measure/gateway.js';
import { peerFile } from './javascript-peers.js';
import { tailcall } from './tailcall.js';

const program = fileURLToPath(new URL('../../node_modules/@graphql-hive/gateway/dist/bin.js', import.meta.url));

const pageQuery =
  'query OrdersPage($paidFrom: Int!) { orders(paidFrom: $paidFrom) { order_id total_amount detail { customer { found { items { id email firstName lastName } } } } parcel { getTrack { trackingNumber status tracking { status courierPlace } } } } }';
const orderQuery = 'query Order($id: String!) { order(id: $id) { order_id total_amount } }';

/** Hive Gateway over a supergraph that Mesh composes of the providers. Its token is fixed as well: one call less. */
export const hive: Gateway = {
  ...tailcall,
  name: 'hive',
  title: 'Hive Gateway over a supergraph of Mesh, its jit on',
  setups: [{ shop: 'plain', works: ['popular', 'distinct', 'single'], command: start }],
  body: ({ question }, { paidFrom, order }) =>
    JSON.stringify(
      question === 'PAGE'
        ? { query: pageQuery, variables: { paidFrom } }
        : { query: orderQuery, variables: { id: order } },
    ),
  obstacle: () => null,
};

function start({ port, base, scratch }: Place) {
  const file = join(scratch, 'supergraph.graphql');
  const { status, stderr } = spawnSync(process.execPath, [peerFile('hive-compose'), base, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the supergraph of hive cannot be composed: ${stderr}`);
  const options = ['--port', String(port), '--host', '127.0.0.1', '--fork', '1', '--jit'];
  return { argv: [process.execPath, program, 'supergraph', file, ...options], env: { LOG_LEVEL: 'error' } };
}
