import type { Gateway } from '../measure/gateway.js';
import { byHand } from './by-hand.js';
import { commercegraph } from './commercegraph.js';
import { hive } from './hive.js';
import { mercuriusJit, naiveApollo, yogaJit } from './javascript-peers.js';
import { tailcall, tailcallWhole } from './tailcall.js';

export const gateways: readonly Gateway[] = [
  commercegraph,
  naiveApollo,
  yogaJit,
  mercuriusJit,
  hive,
  tailcall,
  tailcallWhole,
  byHand,
];
