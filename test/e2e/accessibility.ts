import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds serious or critical on the page as it is shown now: rule, element, and what is wrong with it.
 *
 * @param outside Selectors of parts that are left out.
 */
export async function accessibilityFindings(page: Page, outside: readonly string[] = []): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy stays as it is.
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ exclude: ${JSON.stringify(outside)} }, { resultTypes: ['violations'] })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
}
