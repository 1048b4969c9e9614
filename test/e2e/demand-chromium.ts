import { existsSync } from 'node:fs';
import { chromiumPath } from './chromium.js';

/** Before all tests: without a browser nothing here can be tested, and nothing may pass for tested. */
export default function demandChromium(): void {
  if (existsSync(chromiumPath)) return;
  process.stderr.write(`${chromiumPath} is missing: apt-get install chromium\n`);
  process.exit(1);
}
