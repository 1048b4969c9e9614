import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.js';
import { operations } from '../support/operations.js';
import { accessibilityFindings } from './accessibility.js';
import { launchChromium } from './chromium.js';
import { startShop } from './start-shop.js';
import { overflow, takePicture, visit } from './visit.js';

let shop: TestGateway;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await shop[Symbol.asyncDispose]();
});

const script = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js';
const frame = 'https://sandbox.embed.apollographql.com/';

/** Takes the place of Apollo's script, which is not at hand: a frame from Apollo with the document, and a query to this origin. */
const stand = `window.EmbeddedSandbox = class {
  constructor({ target, initialEndpoint, initialSubscriptionEndpoint, runTelemetry, allowDynamicStyles, initialState }) {
    this.frame = document.createElement('iframe');
    this.frame.src = '${frame}?' + new URLSearchParams({ document: initialState.document });
    this.frame.title = 'Apollo Sandbox';
    document.querySelector(target).append(this.frame);
    window.shown = { initialEndpoint, initialSubscriptionEndpoint, runTelemetry, allowDynamicStyles, initialState };
    window.answer = fetch(initialEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: initialState.document, variables: initialState.variables }),
    }).then((response) => response.json());
  }
  dispose() {
    this.frame.remove();
  }
};`;
const apollo = {
  [script]: { type: 'text/javascript', body: stand },
  [frame]: {
    type: 'text/html',
    body: '<!doctype html><html lang="en"><title>Apollo Sandbox</title><p>Apollo Sandbox</p>',
  },
};

describe('the page of Apollo Sandbox', () => {
  it('opens the first operation with this origin as its endpoints, and another one at a click on its tab', async () => {
    await visit(browser, { url: shop.url, elsewhere: apollo }, async (page) => {
      await page.locator('iframe').waitFor();
      expect(await page.evaluate('shown')).toMatchObject({
        initialEndpoint: `${shop.url}/graphql`,
        initialSubscriptionEndpoint: `${shop.url.replace('http', 'ws')}/graphql`,
        runTelemetry: false,
        initialState: { document: expect.stringContaining('query Customer360') },
      });
      const tabs = page.getByRole('navigation', { name: 'Operations' });
      const names = await tabs.getByRole('link').allInnerTexts();
      expect(names.sort()).toEqual([...Object.keys(operations), 'Offline explorer'].sort());
      await tabs.getByRole('link', { name: 'TrackShipment' }).click();
      await expect.poll(() => page.locator('iframe').getAttribute('src')).toContain('TrackShipment');
      expect(await tabs.locator('[aria-current]').allInnerTexts()).toEqual(['TrackShipment']);
      expect(await page.evaluate('answer')).toMatchObject({ data: { shipment: { courier: { code: 'SDA' } } } });
      await takePicture(page, 'sandbox-1280');
    });
  });

  it('opens the bundled explorer instead when Apollo cannot be reached', async () => {
    await visit(browser, { url: shop.url, elsewhere: { [script]: 'refused' } }, async (page) => {
      await page.waitForURL(`${shop.url}/explorer/`);
      await page.getByText('Send Request', { exact: true }).waitFor();
      expect(await page.title()).toBe('Altair');
    });
  });

  it.each([false, true])('has no serious accessibility finding and fits a narrow window (dark: %s)', async (dark) => {
    await visit(browser, { url: shop.url, elsewhere: apollo, width: 390, dark }, async (page) => {
      await page.locator('iframe').waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await takePicture(page, `sandbox-390-${dark ? 'dark' : 'light'}`);
    });
  });
});
