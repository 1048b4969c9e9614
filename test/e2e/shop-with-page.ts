import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium } from './chromium.js';
import { serveExample } from './serve-example.js';
import { startShop } from './start-shop.js';
import { visit } from './visit.js';

type Act = (page: Page) => Promise<void>;

interface PageOptions {
  /** In pixels; 1280 if left out. */
  readonly width?: number;
  readonly dark?: boolean;
  /** What is chosen in the address, such as `?email=…`. */
  readonly query?: string;
}

/** For a file of tests: a shop, Customer 360 on it, and a browser. Faults end with each test. */
export function shopWithPage() {
  let shop: Awaited<ReturnType<typeof startShop>>;
  let app: Awaited<ReturnType<typeof serveExample>>;
  let browser: Browser;
  beforeAll(async () => {
    [shop, browser] = await Promise.all([startShop(), launchChromium()]);
    app = await serveExample(shop.url);
  });
  afterEach(() => {
    for (const { faults } of Object.values(shop.sandbox.providers)) faults.clear();
  });
  afterAll(async () => {
    await browser.close();
    await app[Symbol.asyncDispose]();
    await shop[Symbol.asyncDispose]();
  });
  return {
    /** The running shop; there is none before the first test. */
    running: () => shop,
    browser: () => browser,
    open: (act: Act, { query = '', ...options }: PageOptions = {}) =>
      visit(browser, { url: `${app.url}${query}`, ...options }, act),
    /** How many orders the shop has taken, as the shop itself says. */
    ordersTaken: async (): Promise<number> => {
      const answer = await fetch(`${shop.sandbox.providers.quickbutik.url}/__applied`);
      return ((await answer.json()) as Record<string, number>)['createOrder'] ?? 0;
    },
  };
}
