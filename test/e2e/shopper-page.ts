import type { Locator, Page } from 'playwright-core';

/** Types an e-mail into the search box and waits for the page about its shopper. */
export async function search(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('button', { name: 'Search' }).click();
  await region(page, 'Orders').waitFor();
}

/** The parts of the page by their headings. */
export type RegionName = 'Subscriptions' | 'Orders' | 'Parcels' | 'Commerce data' | 'New order';

/** One part of the page. */
export function region(page: Page, name: RegionName): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** The lines of the orders shown, as they are read. */
export async function orderLines(page: Page): Promise<string[]> {
  const lines = await region(page, 'Orders').getByRole('heading', { level: 3 }).allInnerTexts();
  return lines.map(plain);
}

/** A text with one space between its words, of whichever kind they were. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Fills what the order form needs beyond what it knows of the shopper. */
export async function chooseProduct(page: Page, title: string): Promise<void> {
  const product = region(page, 'New order').getByRole('combobox', { name: 'Product' });
  await product.fill(title);
  await page.getByRole('option', { name: title }).first().click();
}
