import type { Gateway, Place } from '../measure/gateway.js';
import { peerFile } from './javascript-peers.js';

export const byHand: Gateway = {
  name: 'by-hand',
  title: 'No GraphQL: a route on node:http with the HTTP client and wire schemas of commercegraph',
  setups: [
    { shop: 'plain', works: ['popular', 'distinct', 'single'], command: (place) => start(place, 'large') },
    { shop: 'batch', works: ['batched'], command: (place) => start(place, 'small') },
  ],
  sameAs: { warm: 'popular' },
  path: () => '/',
  body: ({ question }, { paidFrom, order }) => JSON.stringify(question === 'PAGE' ? { paidFrom } : { id: order }),
  read: (_, answer) => answer,
};

function start({ port, base, build }: Place, size: string) {
  return { argv: [process.execPath, peerFile('by-hand'), String(port), base, build, size] };
}
