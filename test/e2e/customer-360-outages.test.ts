import { type Locator, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type SandboxProviderName, startSandbox } from '../../sandbox/start-sandbox.js';
import { sandboxNow, startTestGateway } from '../support/gateway.js';
import { startProxy } from '../system/proxy.js';
import { accessibilityFindings } from './accessibility.js';
import { serveExample } from './serve-example.js';
import { shopWithPage } from './shop-with-page.js';
import { chooseProduct, orderLines, type RegionName, region, search } from './shopper-page.js';
import { takePicture, visit } from './visit.js';

const { running, browser, open, ordersTaken } = shopWithPage();

const chris = 'chris@example.com';

interface Outage {
  readonly name: SandboxProviderName;
  readonly title: string;
  /** Where it is missed. */
  readonly missedIn: readonly RegionName[];
  /** What the page says all the same, and again when it is back. */
  readonly stays: (page: Page) => Locator;
  readonly returns: (page: Page) => Locator;
}

const subscriptions = (page: Page) => region(page, 'Subscriptions').getByText('Shampoo');
const parcel = (page: Page) =>
  region(page, 'Parcels')
    .getByRole('heading', { name: /^Parcel of order/ })
    .first();
const shopOrder = (page: Page) =>
  region(page, 'Orders')
    .getByRole('heading', { name: /· Quickbutik/ })
    .first();

const outages: readonly Outage[] = [
  {
    name: 'qapla',
    title: 'Qapla’',
    missedIn: ['Orders', 'Parcels'],
    stays: shopOrder,
    returns: parcel,
  },
  {
    name: 'qpilot',
    title: 'QPilot',
    missedIn: ['Subscriptions'],
    stays: shopOrder,
    returns: subscriptions,
  },
  {
    name: 'quickbutik',
    title: 'Quickbutik',
    missedIn: ['Orders', 'New order'],
    stays: subscriptions,
    returns: shopOrder,
  },
  {
    name: 'qard',
    title: 'Qard',
    missedIn: ['Commerce data'],
    stays: shopOrder,
    returns: (page) => region(page, 'Commerce data').getByText('Synchronizations'),
  },
];

const alertsIn = (page: Page, name: RegionName) => region(page, name).getByRole('alert');

describe('Customer 360', () => {
  it.each(outages)('says where $title is missed, keeps the rest, and has it back by one Retry', async (outage) => {
    const { name, title, missedIn, stays, returns } = outage;
    running().sandbox.providers[name].faults.add({ fault: { kind: 'status', status: 503 } });
    await open(async (page) => {
      await search(page, chris);
      const words = `${title} cannot be reached or is failing.`;
      for (const part of missedIn) await alertsIn(page, part).filter({ hasText: words }).waitFor();
      await stays(page).waitFor();
      const others = (['Subscriptions', 'Orders', 'Parcels', 'New order'] as const).filter(
        (part) => !missedIn.includes(part),
      );
      for (const part of others) expect([part, await alertsIn(page, part).count()]).toEqual([part, 0]);
      expect(await accessibilityFindings(page)).toEqual([]);
      await takePicture(page, `customer-360-${name}-down-1280`);
      running().sandbox.providers[name].faults.clear();
      const [first = 'Orders'] = missedIn;
      await region(page, first).getByRole('button', { name: 'Retry', exact: true }).click();
      await returns(page).waitFor();
      await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    });
  });

  it('stays as it is while the gateway is away, and shows what came in between when it is back', async () => {
    await using proxy = await startProxy(running().url);
    await using app = await serveExample(`http://127.0.0.1:${new URL(proxy.url).port}`);
    const lost = { [app.url.replace('http', 'ws')]: 'refused', [`${app.url}graphql`]: 'refused' } as const;
    await visit(browser(), { url: app.url, elsewhere: lost }, async (page) => {
      await search(page, chris);
      const parcels = region(page, 'Parcels');
      await parcels.getByText('Live', { exact: true }).waitFor();
      const [newest] = await orderLines(page);
      await proxy.cut();
      await parcels.getByText('Not live', { exact: true }).waitFor();
      await region(page, 'Orders').getByRole('button').first().click();
      await alertsIn(page, 'Orders').filter({ hasText: 'The gateway cannot be reached.' }).waitFor();
      expect((await orderLines(page))[0]).toBe(newest);
      await takePicture(page, 'customer-360-gateway-away-1280');
      const order = { method: 'POST', body: JSON.stringify({ email: chris }) };
      await fetch(`${running().sandbox.providers.quickbutik.url}/__orders`, order);
      await proxy.mend();
      await parcels.getByText('Live', { exact: true }).waitFor();
      await expect.poll(async () => (await orderLines(page))[0]).not.toBe(newest);
      await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    });
  });

  it('does not say that all orders are shown when some are out of reach', async () => {
    await using gateway = await startTestGateway({ sandbox: { orders: 300 }, env: { SCAN_LIMIT: '100' } });
    await using app = await serveExample(gateway.url);
    await visit(browser(), { url: app.url }, async (page) => {
      await search(page, chris);
      const orders = region(page, 'Orders');
      await orders
        .getByText('older orders may be missing')
        .or(orders.getByText('orders may be missing'))
        .first()
        .waitFor();
      const more = orders.getByRole('button', { name: 'Show more orders' });
      while (await more.isVisible()) {
        const shown = (await orderLines(page)).length;
        await more.click();
        await expect.poll(async () => (await orderLines(page)).length).toBeGreaterThan(shown);
      }
      await orders.getByText(/^\d+ orders? (is|are) shown; there may be more\.$/).waitFor();
      await takePicture(page, 'customer-360-not-all-1280');
      expect(await orders.getByText(/^All \d+ orders are shown\.$/).count()).toBe(0);
    });
  });

  it('has all orders by itself once a gateway that was just started has read them', async () => {
    const sandbox = await startSandbox({ seed: 1, orders: 300, now: sandboxNow });
    const { faults } = sandbox.providers.quickbutik;
    // Each order is read singly, and takes its time.
    faults.add({ fault: { kind: 'latency', ms: 150 } });
    await using gateway = await startTestGateway({ over: sandbox, env: { DIRECTORY: '1', SCAN_LIMIT: '20' } });
    await using app = await serveExample(gateway.url);
    await visit(browser(), { url: app.url }, async (page) => {
      await search(page, chris);
      const orders = region(page, 'Orders');
      await orders.getByText(/^Quickbutik: .* orders may be missing/).waitFor();
      await page.evaluate('window.isSamePage = true');
      faults.clear();
      await orders.getByText('Quickbutik: read to the end').waitFor({ timeout: 40_000 });
      expect(await page.evaluate('window.isSamePage')).toBe(true);
    });
    await sandbox.close();
  });

  it('shows an outcome that nobody knows, and settles it with the same key', async () => {
    const before = await ordersTaken();
    const { faults } = running().sandbox.providers.quickbutik;
    await open(async (page) => {
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
      const notice = alertsIn(page, 'New order').filter({ hasText: 'We do not know yet' });
      await notice.waitFor();
      expect(await place.isDisabled()).toBe(true);
      expect(await accessibilityFindings(page)).toEqual([]);
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
});
