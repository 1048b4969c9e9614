import { expect, it } from 'vitest';
import { Secret } from '../../src/config/secret.js';
import type { Providers } from '../../src/datasources/providers.js';
import { EmailHash } from '../../src/directory/email-hash.js';
import { createLog } from '../../src/observability/log.js';
import { openDirectory } from '../../src/open-directory.js';
import type { Stores } from '../../src/open-stores.js';
import { MemoryOrderedStore } from '../support/memory-ordered-store.js';

it('a directory that is begun anew knows from the records who was forgotten', async () => {
  const idSecret = new Secret('an invented secret of the tests');
  const emailHash = new EmailHash(idSecret).of('bo@example.com') ?? '';
  const records = { list: async () => [{ emailHash, at: '2026-01-01T00:00:00Z' }] };
  const stores = { records, openDirectory: async () => new MemoryOrderedStore() } as unknown as Stores;
  const { running, stop } = await openDirectory({
    settings: { intervalMs: 30_000, refreshMs: 3_600_000 },
    idSecret,
    stores,
    providers: {} as Providers,
    log: createLog('silent'),
  });
  expect(await running.directory.isForgotten(emailHash)).toBe(true);
  expect(await running.directory.isForgotten(running.directory.hashEmail('ann@example.com'))).toBe(false);
  await stop();
});
