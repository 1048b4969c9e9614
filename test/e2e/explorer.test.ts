import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.js';
import { operations } from '../support/operations.js';
import { accessibilityFindings } from './accessibility.js';
import { type Answer, openedTabs, openTab, saidOfPieces, send } from './altair.js';
import { launchChromium } from './chromium.js';
import { startShop } from './start-shop.js';
import { takePicture, visit } from './visit.js';

let shop: TestGateway;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await shop[Symbol.asyncDispose]();
});

const explorer = () => ({ url: `${shop.url}/explorer/`, harmless: [saidOfPieces] });
const named = (kind: string) => Object.keys(operations).filter((name) => operations[name]?.kind === kind);

interface Window {
  readonly initialName: string;
  readonly initialQuery: string;
  readonly initialVariables: string;
}

/** Errors, root fields that are null, and what a write was refused for. */
function troublesOf(name: string, { data, errors = [] }: Answer): string[] {
  const empty = Object.keys(data ?? { data }).filter((field) => (data?.[field] ?? null) === null);
  const refused = JSON.stringify(data).match(/"userErrors":\[[^\]]+\]/g) ?? [];
  return [...errors.map(({ message }) => message), ...empty, ...refused].map((trouble) => `${name}: ${trouble}`);
}

describe('the bundled explorer', () => {
  it('opens with a tab for each operation, answers the first at a click, and tells what a field means', async () => {
    await visit(browser, explorer(), async (page) => {
      expect((await openedTabs(page)).sort()).toEqual(Object.keys(operations).sort());
      await page.getByText('Send Request', { exact: true }).click();
      await page.getByText('"740 Evergreen Terrace"').waitFor();
      await takePicture(page, 'explorer-1280');
      await page.getByText('Docs', { exact: true }).click();
      await page.locator('app-doc-viewer').getByText('Query', { exact: true }).click();
      await page.getByText('One shopper with everything known over all providers.').waitFor();
      await takePicture(page, 'explorer-docs-1280');
      // What the explorer draws is its makers' matter.
      expect(await accessibilityFindings(page, ['app-root'])).toEqual([]);
    });
  });

  it('answers each query with the variables of its tab', async () => {
    await visit(browser, explorer(), async (page) => {
      await openedTabs(page);
      for (const name of named('query')) {
        await openTab(page, name);
        expect(troublesOf(name, await send(page, name))).toEqual([]);
      }
    });
  });

  it('has variables with which each mutation is carried out', async () => {
    const script = await (await fetch(`${shop.url}/explorer/initial-options.js`)).text();
    const windows = JSON.parse(/^const windows = (.*);$/m.exec(script)?.[1] ?? '') as Window[];
    for (const { initialName: name, initialQuery, initialVariables } of windows) {
      if (!named('mutation').includes(name)) continue;
      const answer = await shop.query(initialQuery, JSON.parse(initialVariables) as object);
      expect(troublesOf(name, answer)).toEqual([]);
    }
  });

  it('shows an order that arrives while its subscription runs', async () => {
    await visit(browser, explorer(), async (page) => {
      await openedTabs(page);
      await openTab(page, 'OrderChanged');
      await page.getByText('Send Request', { exact: true }).click();
      const place = () => fetch(`${shop.sandbox.providers.quickbutik.url}/__orders`, { method: 'POST', body: '{}' });
      // The socket may be open before the gateway listens: each look is after another order.
      const isTold = async () => (await place(), page.getByText('"CREATED"').first().isVisible());
      await expect.poll(isTold, { timeout: 15_000, interval: 500 }).toBe(true);
    });
  });
});
