import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFindings } from './accessibility.js';
import { shopWithPage } from './shop-with-page.js';
import { region, search } from './shopper-page.js';
import { overflow, takePicture } from './visit.js';

const { running, open, ordersTaken } = shopWithPage();

const chris = 'chris@example.com';

/** Goes to an element as somebody without a mouse does. */
async function tabTo(page: Page, isThere: string): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(`(${isThere})(document.activeElement)`)) return;
  }
  throw new Error(`nothing has the focus that is ${isThere}`);
}

const buttonNamed = (name: string) =>
  `({ tagName, innerText }) => tagName === 'BUTTON' && innerText.startsWith('${name}')`;
const fieldLabelled = (name: string) => `({ labels }) => labels?.[0]?.innerText.startsWith('${name}')`;

describe('Customer 360', () => {
  it.each([
    [1280, false],
    [1280, true],
    [390, false],
    [390, true],
  ])('has no serious accessibility finding and no sideways scrolling at %i pixels (dark: %s)', async (width, dark) => {
    const act = async (page: Page) => {
      const name = `${width}-${dark ? 'dark' : 'light'}`;
      const check = async (shown: string) => {
        await takePicture(page, `customer-360-${shown}-${name}`);
        expect(await accessibilityFindings(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      };
      await page.getByText('Who is it about?').waitFor();
      await page.getByRole('button', { name: chris }).waitFor();
      await check('welcome');
      await page.getByRole('textbox', { name: 'E-mail' }).fill('chris');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByText('This is no e-mail address.').waitFor();
      await check('no-address');
      await page.getByRole('textbox', { name: 'E-mail' }).fill('nobody@example.com');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByText('Nobody is known by this e-mail').first().waitFor();
      await check('nobody');
      await search(page, chris);
      await region(page, 'Commerce data').getByText('As of').waitFor();
      await region(page, 'Parcels').getByText('MILANO HUB').first().waitFor();
      await region(page, 'Orders').getByRole('button').first().click();
      await region(page, 'Orders').getByText('Shipped to').waitFor();
      await check('shopper');
      await region(page, 'Subscriptions').getByRole('button', { name: 'Change frequency' }).first().click();
      await region(page, 'New order').getByRole('button', { name: 'Edit address' }).click();
      await region(page, 'New order').getByRole('button', { name: 'Place order' }).click();
      await region(page, 'New order').getByText('This is needed.').waitFor();
      await region(page, 'New order').getByRole('combobox', { name: 'Product' }).click();
      await page.getByRole('listbox', { name: 'Product' }).getByRole('option').first().waitFor();
      await check('forms');
    };
    await open(act, { width, dark });
  });

  it.each([false, true])('has no serious accessibility finding while it loads (dark: %s)', async (dark) => {
    const { qpilot, qard, quickbutik, qapla } = running().sandbox.providers;
    const slow = { fault: { kind: 'latency', ms: 4000 } } as const;
    const act = async (page: Page) => {
      qpilot.faults.add(slow);
      await page.getByRole('textbox', { name: 'E-mail' }).fill(chris);
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByTestId('page-skeleton').waitFor();
      await takePicture(page, `customer-360-loading-1280-${dark ? 'dark' : 'light'}`);
      expect(await accessibilityFindings(page)).toEqual([]);
      for (const { faults } of [qard, quickbutik, qapla]) faults.add(slow);
      await region(page, 'Orders').waitFor();
      await region(page, 'Commerce data').getByRole('progressbar').waitFor();
      await takePicture(page, `customer-360-parts-loading-1280-${dark ? 'dark' : 'light'}`);
      expect(await accessibilityFindings(page)).toEqual([]);
    };
    await open(act, { dark });
  });

  it('is used without a mouse, and never sends the focus back to the top', async () => {
    const before = await ordersTaken();
    await open(async (page) => {
      await page.getByText('Who is it about?').waitFor();
      await tabTo(page, fieldLabelled('E-mail'));
      await page.keyboard.type(chris);
      await page.keyboard.press('Enter');
      await region(page, 'Orders').waitFor();
      await tabTo(page, buttonNamed('Order '));
      await page.keyboard.press('Enter');
      await region(page, 'Orders').getByText('Shipped to').waitFor();
      await tabTo(page, buttonNamed('Show more orders'));
      await page.keyboard.press('Enter');
      await region(page, 'Orders')
        .getByText(/^All \d+ orders are shown\.$/)
        .waitFor();
      await expect.poll(() => page.evaluate('document.activeElement.innerText')).toMatch(/^Orders/);
      await tabTo(page, buttonNamed('Change frequency'));
      await page.keyboard.press('Enter');
      await tabTo(page, buttonNamed('Cancel'));
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate('document.activeElement.innerText')).toBe('Change frequency');
      await tabTo(page, fieldLabelled('Product'));
      await page.keyboard.type('T-shirt');
      await page.getByRole('option', { name: 'T-shirt' }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await tabTo(page, buttonNamed('Place order'));
      await page.keyboard.press('Enter');
      await region(page, 'New order')
        .getByText(/^Order \d+ is placed\.$/)
        .waitFor();
      await expect.poll(() => page.evaluate('document.activeElement.innerText')).toMatch(/^Order \d+ is placed\./);
      await tabTo(page, buttonNamed('Place another order'));
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate('document.activeElement.innerText')).toMatch(/^New order/);
      expect((await ordersTaken()) - before).toBe(1);
    });
  });
});
