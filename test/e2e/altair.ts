import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** An answer as the bundled explorer got it. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

const tabs = '.window-switcher__item';

/** The names on the tabs, once all are there and the first is in front with its schema read. */
export async function openedTabs(page: Page): Promise<string[]> {
  await page.locator(`${tabs}--active`, { hasText: 'Customer360' }).waitFor();
  await page.getByText('Reloaded doc successfully').first().waitFor();
  const names = await page.locator(`${tabs} .window-switcher__input`).allInnerTexts();
  return names.map((name) => name.trim());
}

/**
 * What Altair writes to the console when an answer comes in two pieces: it shows each piece as it comes, and the first alone is no JSON.
 * Whether an answer is cut is up to the network.
 */
export const saidOfPieces = 'Could not parse JSON. Using default instead.';

/** Brings a tab to the front. */
export async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.locator(tabs).filter({ has: page.getByText(name, { exact: true }) });
  await tab.click();
  await expect.poll(() => tab.getAttribute('class')).toContain('--active');
  await page.getByText(new RegExp(`[(]Send [a-z]+ ${name}[)]`)).waitFor();
}

/**
 * Clicks on "Send Request" and gives what came back for the operation.
 *
 * @remarks Read on its way to the page: the browser does not keep the bodies of answers for whoever asks for them later.
 */
export async function send(page: Page, name: string): Promise<Answer> {
  let tell: (answer: Answer) => void;
  const answered = new Promise<Answer>((resolve) => {
    tell = resolve;
  });
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body });
    if ((route.request().postData() ?? '').includes(` ${name}`)) tell(JSON.parse(body) as Answer);
  });
  await page.getByText('Send Request', { exact: true }).click();
  const answer = await answered;
  await page.unroute('**/graphql');
  return answer;
}
