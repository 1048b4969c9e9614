import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

const output = join(import.meta.dirname, 'output');

interface Visit {
  readonly url: string;
  /** In pixels; 1280 if left out. */
  readonly width?: number;
  readonly dark?: boolean;
  /**
   * Answers what the page asks of other hosts, by the start of the address; such requests are then no failure. What is `refused` on this
   * machine may fail without being one.
   */
  readonly elsewhere?: Readonly<Record<string, 'refused' | { readonly type: string; readonly body: string }>>;
  /** What the page may write to the console as an error without anything being wrong. */
  readonly harmless?: readonly string[];
}

/**
 * Opens an address in a browser of its own memory and does something there. It fails, too, when the page asked another machine for
 * anything, wrote an error to the console (a breach of its Content-Security-Policy is one), or threw one.
 */
export async function visit(browser: Browser, to: Visit, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: to.width ?? 1280, height: 900 },
    colorScheme: to.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const troubles = await watch(page, to);
    await page.goto(to.url);
    await act(page);
    expect(troubles).toEqual([]);
  } catch (error) {
    const test = expect.getState().currentTestName?.replaceAll(/\W+/g, '-');
    for (const page of context.pages()) await takePicture(page, `failed-${test}`);
    throw error;
  } finally {
    await context.close();
  }
}

/** Keeps what a person would see, to be looked at. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(output, `${name}.png`), fullPage: true });
}

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

async function watch(page: Page, { elsewhere = {}, harmless = [] }: Visit): Promise<string[]> {
  const troubles: string[] = [];
  const answers = Object.entries(elsewhere);
  page.on('console', (message) => {
    // What a socket could not reach stands in the sentence alone.
    const isRefusal = answers.some(
      ([start]) => message.location().url.startsWith(start) || message.text().includes(start),
    );
    const isTrouble = message.type() === 'error' && !isRefusal && !harmless.includes(message.text());
    if (isTrouble) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`));
  page.on('websocket', (socket) => {
    if (!isHere(socket.url())) troubles.push(`asked elsewhere: ${socket.url()}`);
  });
  await page.context().route(
    ({ href }) => !isHere(href),
    async (route) => {
      const url = route.request().url();
      const answer = answers.find(([start]) => url.startsWith(start))?.[1];
      if (answer === undefined) troubles.push(`asked elsewhere: ${url}`);
      if (answer === undefined || answer === 'refused') return route.abort();
      return route.fulfill({ contentType: answer.type, body: answer.body });
    },
  );
  return troubles;
}

function isHere(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:';
}
