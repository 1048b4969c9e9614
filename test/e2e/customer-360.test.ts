import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { at, type TestGateway } from '../support/gateway.js';
import { accessibilityFindings } from './accessibility.js';
import { launchChromium } from './chromium.js';
import { serveExample } from './serve-example.js';
import { chooseProduct, orderLines, plain, region, search } from './shopper-page.js';
import { startShop } from './start-shop.js';
import { overflow, takePicture, visit } from './visit.js';

let shop: TestGateway;
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

const chris = 'chris@example.com';

/** How many orders the shop has taken, as the shop itself says. */
async function ordersTaken(): Promise<number> {
  const answer = await fetch(`${shop.sandbox.providers.quickbutik.url}/__applied`);
  return ((await answer.json()) as Record<string, number>)['createOrder'] ?? 0;
}

/** A parcel of the shopper that has not arrived. */
async function parcelUnderWay(email: string): Promise<string> {
  const query = `query ($email: String!) { customer(by: { email: $email }) { orders(first: 5) { nodes { shipments { trackingNumber status } } } } }`;
  const orders = at(await shop.query(query, { email }), 'customer.orders.nodes') as {
    shipments: { trackingNumber: string; status: string }[];
  }[];
  const found = orders.flatMap(({ shipments }) => shipments).find(({ status }) => status === 'IN_TRANSIT');
  if (found === undefined) throw new Error('no parcel is under way');
  return found.trackingNumber;
}

describe('Customer 360', () => {
  it('finds a shopper by e-mail and shows every order with its exact total, page by page', async () => {
    await visit(browser, { url: app.url }, async (page) => {
      expect(await page.title()).toBe('Customer 360');
      await search(page, chris);
      await page.getByRole('heading', { name: 'Chris Wilking' }).waitFor();
      await region(page, 'Commerce data').getByText('As of').waitFor();
      await takePicture(page, 'customer-360-1280');
      const more = region(page, 'Orders').getByRole('button', { name: 'Show more orders' });
      const [first] = await orderLines(page);
      while (await more.isVisible()) {
        const shown = (await orderLines(page)).length;
        await more.click();
        await expect.poll(async () => (await orderLines(page)).length).toBeGreaterThan(shown);
      }
      const lines = await orderLines(page);
      expect(lines[0]).toBe(first);
      expect(new Set(lines).size).toBe(lines.length);
      const own = shop.sandbox.world.orders.filter(({ shopper }) => shopper.email === chris);
      expect(own.length).toBeGreaterThan(5);
      for (const { reference, currency, totalMinor } of own) {
        const total = new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(totalMinor / 100);
        const line = lines.find((text) => text.startsWith(`Order ${reference} `));
        expect([reference, line]).toEqual([reference, expect.stringContaining(` ${plain(total)} `)]);
      }
    });
  });

  it('writes amounts as the chosen language does', async () => {
    await visit(browser, { url: `${app.url}?email=${chris}` }, async (page) => {
      const { totalMinor = 0 } = shop.sandbox.world.orders.findLast(({ shopper }) => shopper.email === chris) ?? {};
      for (const [language, locale] of [
        ['Svenska', 'sv-SE'],
        ['Italiano', 'it-IT'],
        ['English', 'en-GB'],
      ] as const) {
        await page.getByRole('banner').getByRole('combobox').selectOption(language);
        const total = new Intl.NumberFormat(locale, { style: 'currency', currency: 'SEK' }).format(totalMinor / 100);
        await expect.poll(() => page.getByText(total).first().isVisible()).toBe(true);
      }
    });
  });

  it('pauses a subscription and shows that it is paused', async () => {
    await visit(browser, { url: app.url }, async (page) => {
      await search(page, chris);
      const subscription = region(page, 'Subscriptions').getByRole('article').filter({ hasText: 'Shampoo' });
      await subscription.getByRole('button', { name: 'Pause' }).click();
      await subscription.getByText('Paused', { exact: true }).waitFor();
      await subscription.getByRole('button', { name: 'Activate' }).waitFor();
      const query = '{ scheduledOrder(by: { id: "880001" }) { status } }';
      expect(at(await shop.query(query), 'scheduledOrder')).toEqual({ status: 'PAUSED' });
    });
  });

  it('shows a notice for a provider that fails, keeps the rest, and recovers by Retry', async () => {
    shop.sandbox.providers.qapla.faults.add({ fault: { kind: 'status', status: 503 } });
    await visit(browser, { url: app.url }, async (page) => {
      await search(page, chris);
      const parcels = region(page, 'Parcels');
      await parcels.getByRole('alert').filter({ hasText: 'Qapla’ cannot be reached or is failing.' }).first().waitFor();
      expect((await orderLines(page)).join()).toContain('Quickbutik');
      await region(page, 'Subscriptions').getByText('RCo Atlantis Moisturizing Shampoo 8 oz').waitFor();
      expect(await region(page, 'Subscriptions').getByRole('alert').count()).toBe(0);
      await takePicture(page, 'customer-360-provider-down-1280');
      shop.sandbox.providers.qapla.faults.clear();
      await parcels.getByRole('button', { name: 'Retry', exact: true }).first().click();
      await parcels
        .getByRole('heading', { name: /^Parcel of order/ })
        .first()
        .waitFor();
      await expect.poll(() => region(page, 'Orders').getByRole('alert').count()).toBe(0);
      expect(await parcels.getByRole('alert').count()).toBe(0);
    });
  });

  it('shows a parcel move without being loaded again', async () => {
    const number = await parcelUnderWay(chris);
    await visit(browser, { url: app.url }, async (page) => {
      await search(page, chris);
      const parcels = region(page, 'Parcels');
      await parcels.getByText('Live', { exact: true }).waitFor();
      const parcel = parcels.getByRole('article').filter({ hasText: number });
      await parcel.getByText('MILANO HUB').first().waitFor();
      await page.evaluate('window.isSamePage = true');
      const advance = `${shop.sandbox.providers.qapla.url}/__parcels/${number}/advance`;
      await fetch(advance, { method: 'POST', body: JSON.stringify({ status: '99' }) });
      await parcel.getByText('Delivered', { exact: true }).first().waitFor();
      expect(await page.evaluate('window.isSamePage')).toBe(true);
    });
  });

  it('places one order for a double click', async () => {
    const before = await ordersTaken();
    await visit(browser, { url: app.url }, async (page) => {
      await search(page, chris);
      await chooseProduct(page, 'T-shirt');
      await region(page, 'New order').getByRole('button', { name: 'Place order' }).dblclick();
      const notice = region(page, 'New order').getByText(/^Order \d+ is placed\.$/);
      await notice.waitFor();
      const reference = /\d+/.exec(await notice.innerText())?.[0];
      await region(page, 'Orders')
        .getByRole('heading', { name: `Order ${reference}` })
        .waitFor();
      await takePicture(page, 'customer-360-placed-1280');
      expect((await ordersTaken()) - before).toBe(1);
    });
  });

  it('shows an outcome that nobody knows, and settles it with the same key', async () => {
    const before = await ordersTaken();
    const { faults } = shop.sandbox.providers.quickbutik;
    await visit(browser, { url: app.url }, async (page) => {
      const keys: string[] = [];
      page.on('request', (request) => {
        const key = /"idempotencyKey":"([^"]+)"/.exec(request.postData() ?? '')?.[1];
        if (key !== undefined) keys.push(key);
      });
      await search(page, chris);
      await chooseProduct(page, 'T-shirt');
      const place = region(page, 'New order').getByRole('button', { name: 'Place order' });
      // The order is taken, its answer lost, and the shop too busy to be asked for it.
      faults.add({ fault: { kind: 'reset-after' }, method: 'POST' });
      faults.add({ fault: { kind: 'status', status: 503 }, method: 'GET' });
      await place.click();
      const notice = region(page, 'New order').getByRole('alert').filter({ hasText: 'We do not know yet' });
      await notice.waitFor();
      expect(await place.isDisabled()).toBe(true);
      await takePicture(page, 'customer-360-unknown-1280');
      faults.clear();
      await notice.getByRole('button', { name: 'Check again' }).click();
      await region(page, 'New order')
        .getByText(/^(Order \d+ is placed\.|The order is placed;.*)$/)
        .waitFor();
      expect(new Set(keys).size).toBe(1);
      expect(keys).toHaveLength(2);
      expect((await ordersTaken()) - before).toBe(1);
    });
  });

  it.each([
    [1280, false],
    [1280, true],
    [390, false],
    [390, true],
  ])('has no serious accessibility finding and no sideways scrolling at %i pixels (dark: %s)', async (width, dark) => {
    await visit(browser, { url: app.url, width, dark }, async (page) => {
      const name = `${width}-${dark ? 'dark' : 'light'}`;
      const check = async (shown: string) => {
        await takePicture(page, `customer-360-${shown}-${name}`);
        expect(await accessibilityFindings(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      };
      await page.getByText('Who is it about?').waitFor();
      await check('search');
      await search(page, chris);
      await region(page, 'Commerce data').getByText('As of').waitFor();
      await region(page, 'Parcels').getByText('MILANO HUB').first().waitFor();
      await region(page, 'Orders').getByRole('button').first().click();
      await region(page, 'Orders').getByText('Shipped to').waitFor();
      await check('shopper');
    });
  });
});
