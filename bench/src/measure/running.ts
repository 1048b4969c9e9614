import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Shop, shopsOf } from '../upstream/shop.js';
import { expectedOrder, expectedPage } from './expected.js';
import { askedOf, type Gateway, orderAskedFor, type Setup } from './gateway.js';
import { freePort, type Started, startProcess } from './processes.js';
import { type Work, works } from './works.js';

/** A gateway's process that has answered rightly. */
export interface Running {
  readonly gateway: Gateway;
  readonly setup: Setup;
  readonly shop: Shop;
  readonly url: string;
  readonly process: Started;
}

interface StartOptions {
  readonly upstreamUrl: string;
  readonly build: string;
  readonly nodeOptions?: readonly string[];
  readonly core: number | null;
  readonly todayMs: number;
  /** Where it may write. */
  readonly folder: string;
}

const longestStartMs = 60_000;
/** Pages whose answers are compared; popular works ask for the first of them. */
const comparedPages = [0, 7, 1234];

/**
 * Starts a gateway and compares its answers with the right ones.
 *
 * @throws Error when it does not start, or when an answer differs: then no figure of it would mean anything.
 */
export async function startGateway(
  gateway: Gateway,
  setup: Setup,
  { upstreamUrl, build, nodeOptions = [], core, todayMs, folder }: StartOptions,
): Promise<Running> {
  const port = await freePort();
  const scratch = mkdtempSync(join(folder, `${gateway.name}-`));
  const { argv, env } = setup.command({ port, base: `${upstreamUrl}/${setup.shop}`, scratch, build, nodeOptions });
  const process = startProcess(argv, { core, env });
  const shop = shopsOf(todayMs)[setup.shop];
  const running = { gateway, setup, shop, url: `http://127.0.0.1:${port}`, process };
  try {
    await untilListening(running);
    for (const name of setup.works) for (const page of comparedPages) await compare(running, works[name], page);
  } catch (error) {
    await process.stop();
    throw error;
  }
  return running;
}

async function untilListening({ gateway, url, process }: Running): Promise<void> {
  const startedAt = Date.now();
  for (;;) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(2000) });
      return;
    } catch (error) {
      if (process.hasEnded()) throw new Error(`${gateway.name} has ended: ${process.complaints()}`, { cause: error });
      if (Date.now() > startedAt + longestStartMs) throw new Error(`${gateway.name} does not start`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function compare({ gateway, shop, url, process }: Running, work: Work, page: number): Promise<void> {
  const response = await fetch(url + gateway.path(work), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: gateway.body(work, askedOf(shop, page)),
  });
  const text = await response.text();
  const expected = work.question === 'PAGE' ? expectedPage(shop, page) : expectedOrder(orderAskedFor(page));
  const isRight = response.ok && isDeepStrictEqual(plain(gateway.read(work, JSON.parse(text))), expected);
  if (isRight) return;
  throw new Error(
    `${gateway.name} answers ${work.name}, page ${page}, with other values than the providers hold (status ${response.status}): ${text.slice(0, 600)} ${process.complaints()}`,
  );
}

/** Without prototypes, so that only values are compared. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
