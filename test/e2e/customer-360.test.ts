import { describe, expect, it } from 'vitest';
import { at } from '../support/gateway.js';
import { shopWithPage } from './shop-with-page.js';
import { chooseProduct, orderLines, plain, region, search } from './shopper-page.js';
import { takePicture } from './visit.js';

const { running, open, ordersTaken } = shopWithPage();

const chris = 'chris@example.com';

/** A parcel of the shopper that has not arrived. */
async function parcelUnderWay(email: string): Promise<string> {
  const query = `query ($email: String!) { customer(by: { email: $email }) { orders(first: 5) { nodes { shipments { trackingNumber status } } } } }`;
  const orders = at(await running().query(query, { email }), 'customer.orders.nodes') as {
    shipments: { trackingNumber: string; status: string }[];
  }[];
  const found = orders.flatMap(({ shipments }) => shipments).find(({ status }) => status === 'IN_TRANSIT');
  if (found === undefined) throw new Error('no parcel is under way');
  return found.trackingNumber;
}

describe('Customer 360', () => {
  it('finds a shopper by e-mail and shows every order with its exact total, page by page', async () => {
    await open(async (page) => {
      expect(await page.title()).toBe('Customer 360');
      await search(page, chris);
      await page.getByRole('heading', { name: 'Chris Wilking' }).waitFor();
      expect(await page.title()).toBe('Chris Wilking · Customer 360');
      await region(page, 'Commerce data').getByText('As of').waitFor();
      await takePicture(page, 'customer-360-1280');
      const orders = region(page, 'Orders');
      const more = orders.getByRole('button', { name: 'Show more orders' });
      const [first] = await orderLines(page);
      while (await more.isVisible()) {
        const shown = (await orderLines(page)).length;
        await more.click();
        await expect.poll(async () => (await orderLines(page)).length).toBeGreaterThan(shown);
      }
      const lines = await orderLines(page);
      expect(lines[0]).toBe(first);
      expect(new Set(lines).size).toBe(lines.length);
      await orders.getByText(`All ${lines.length} orders are shown.`).waitFor();
      const own = running().sandbox.world.orders.filter(({ shopper }) => shopper.email === chris);
      expect(own.length).toBeGreaterThan(5);
      for (const { reference, currency, totalMinor } of own) {
        const total = new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(totalMinor / 100);
        const line = lines.find((text) => text.startsWith(`Order ${reference} `));
        expect([reference, line]).toEqual([reference, expect.stringContaining(` ${plain(total)} `)]);
      }
    });
  });

  it('writes amounts as the chosen language does', async () => {
    const { orders } = running().sandbox.world;
    const { totalMinor = 0 } = orders.findLast(({ shopper }) => shopper.email === chris) ?? {};
    const toWrite = [
      ['Svenska', 'sv-SE'],
      ['Italiano', 'it-IT'],
      ['English', 'en-GB'],
    ] as const;
    const act: Parameters<typeof open>[0] = async (page) => {
      for (const [language, locale] of toWrite) {
        await page.getByRole('banner').getByRole('combobox').selectOption(language);
        const total = new Intl.NumberFormat(locale, { style: 'currency', currency: 'SEK' }).format(totalMinor / 100);
        await expect.poll(() => page.getByText(total).first().isVisible()).toBe(true);
        await takePicture(page, `customer-360-${locale}-1280`);
      }
    };
    await open(act, { query: `?email=${chris}` });
  });

  it('offers the sandbox’s shoppers', async () => {
    await open(async (page) => {
      await page.getByRole('button', { name: 'elin.ek@example.com' }).click();
      await page.getByRole('heading', { name: 'Elin Ek' }).waitFor();
      expect(await page.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe('elin.ek@example.com');
    });
  });

  it('pauses a subscription, once for a slow double click, and shows that it is paused', async () => {
    await open(async (page) => {
      const writes: string[] = [];
      page.on('request', (request) => {
        const text = request.postData() ?? '';
        if (text.includes('mutation UpdateScheduledOrder')) writes.push(text);
      });
      await search(page, chris);
      const subscription = region(page, 'Subscriptions').getByRole('article').filter({ hasText: 'Shampoo' });
      await subscription.getByRole('button', { name: 'Pause' }).click();
      await subscription.getByText('Paused', { exact: true }).waitFor();
      await subscription.getByRole('button', { name: 'Activate' }).waitFor();
      // The button says "Activate" by now; the pointer is still on it.
      await page.mouse.down({ clickCount: 2 });
      await page.mouse.up({ clickCount: 2 });
      // What a click sends has left before the next click is answered.
      await subscription.getByRole('button', { name: 'Change frequency' }).click();
      await subscription.getByRole('button', { name: 'Save' }).waitFor();
      expect(writes).toHaveLength(1);
      const query = '{ scheduledOrder(by: { id: "880001" }) { status } }';
      expect(at(await running().query(query), 'scheduledOrder')).toEqual({ status: 'PAUSED' });
    });
  });

  it('shows a parcel move without being loaded again', async () => {
    const number = await parcelUnderWay(chris);
    await open(async (page) => {
      await search(page, chris);
      const parcels = region(page, 'Parcels');
      await parcels.getByText('Live', { exact: true }).waitFor();
      const parcel = parcels.getByRole('article').filter({ hasText: number });
      await parcel.getByText('MILANO HUB').first().waitFor();
      await page.evaluate('window.isSamePage = true');
      const advance = `${running().sandbox.providers.qapla.url}/__parcels/${number}/advance`;
      await fetch(advance, { method: 'POST', body: JSON.stringify({ status: '99' }) });
      await parcel.getByText('Delivered', { exact: true }).first().waitFor();
      expect(await page.evaluate('window.isSamePage')).toBe(true);
    });
  });

  it('places one order for a double click', async () => {
    const before = await ordersTaken();
    await open(async (page) => {
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
});
