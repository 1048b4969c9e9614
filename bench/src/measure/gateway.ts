import { orderNumber, pageStartMs, type Shop } from '../upstream/shop.js';
import type { Work, WorkName } from './works.js';

/** The order of the columns. */
export const gatewayNames = [
  'commercegraph',
  'naive-apollo',
  'yoga-jit',
  'mercurius-jit',
  'hive',
  'tailcall',
  'tailcall-whole',
  'by-hand',
] as const;
export type GatewayName = (typeof gatewayNames)[number];

/** What a process needs to know to be started. */
export interface Place {
  readonly port: number;
  /** Base address of a shop's providers, for example `http://127.0.0.1:4100/plain`. */
  readonly base: string;
  /** An empty folder of its own. */
  readonly scratch: string;
  /** The gateway's build. */
  readonly build: string;
  /** Options of Node for the gateway's process, behind those it is always started with. */
  readonly nodeOptions: readonly string[];
}

/** One process of a gateway and the works it is measured at. */
export interface Setup {
  readonly shop: Shop['name'];
  readonly works: readonly WorkName[];
  readonly command: (place: Place) => {
    readonly argv: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
  };
}

export interface Gateway {
  readonly name: GatewayName;
  /** What it is, for the table. */
  readonly title: string;
  readonly setups: readonly Setup[];
  /** Works whose figures are those of another one, because it would do exactly the same there. */
  readonly sameAs: Readonly<Partial<Record<WorkName, WorkName>>>;
  readonly path: (work: Work) => string;
  /** The body of a request for the orders of a page, or for the first order of it. */
  readonly body: (work: Work, asked: Asked) => string;
  /** An answer in the form of `expected.ts`. */
  readonly read: (work: Work, answer: unknown) => unknown;
  /** Why it cannot be run here; null when it can. */
  readonly obstacle?: () => string | null;
}

/** What one request asks for. */
export interface Asked {
  /** When the oldest order of the page was placed: ISO 8601, UTC. */
  readonly placedFrom: string;
  /** A day before, in UNIX seconds: clocks differ, so callers ask for a little more. */
  readonly paidFrom: number;
  readonly order: string;
}

const dayMs = 86_400_000;

export function askedOf(shop: Shop, page: number): Asked {
  const startMs = pageStartMs(shop, page);
  return {
    placedFrom: new Date(startMs).toISOString().replace('.000', ''),
    paidFrom: (startMs - dayMs) / 1000,
    order: String(orderNumber(page, page % 100)),
  };
}

/** The number of the order that `askedOf` names. */
export function orderAskedFor(page: number): number {
  return orderNumber(page, page % 100);
}
