import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/start-sandbox.js';
import { loadConfig } from '../../src/config/load-config.js';
import { welcome } from '../../src/welcome.js';

const url = 'http://127.0.0.1:4000';

describe('what is printed when the gateway is ready', () => {
  it('says in live mode which providers are set up, and promises nothing of their credentials', () => {
    const { providers } = loadConfig({
      QAPLA_API_KEY: 'qp_test_key',
      QPILOT_SITE_ID: '1',
      QPILOT_EMAIL: 'a@example.com',
      QPILOT_PASSWORD: 'qpi_test_word',
    });
    const text = welcome({ url, providers, sandbox: null });
    expect(text.split('\n').slice(1, 3)).toEqual([
      `commercegraph is ready at ${url}`,
      "Live: Qapla', QPilot. Not set up: InfluencerSoft, Qard, Quickbutik. `npm run doctor` tries the credentials.",
    ]);
    expect(text).not.toMatch(/connected|_test_|Imitations/);
  });

  it('names none that is missing where all are set up', async () => {
    const sandbox = await startSandbox({ orders: 10 });
    const { providers } = loadConfig(sandbox.env);
    expect(welcome({ url, providers, sandbox: null })).not.toContain('Not set up');
    await sandbox.close();
  });

  it('gives the addresses of all imitations in the sandbox', async () => {
    const sandbox = await startSandbox({ orders: 10 });
    const text = welcome({ url, providers: loadConfig(sandbox.env).providers, sandbox });
    for (const provider of Object.values(sandbox.providers)) expect(text).toMatch(new RegExp(` ${provider.url}$`, 'm'));
    expect(text).toContain(`  A new order       curl -s -X POST ${sandbox.providers.quickbutik.url}/__orders`);
    await sandbox.close();
  });
});
