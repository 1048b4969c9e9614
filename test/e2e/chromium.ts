import { type Browser, chromium } from 'playwright-core';

/** Debian's package `chromium`. */
export const chromiumPath = '/usr/bin/chromium';

/** A browser that can reach this machine alone. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
