import type { Logger } from 'pino';
import type { DirectorySettings } from './config/load-config.js';
import type { Secret } from './config/secret.js';
import type { Providers } from './datasources/providers.js';
import { EmailHash } from './directory/email-hash.js';
import { fillTiming } from './directory/fill/fill-timing.js';
import { RunningDirectory } from './directory/running-directory.js';
import { StoredDirectory } from './directory/stored-directory.js';
import type { Stores } from './open-stores.js';

interface DirectoryParts {
  readonly settings: DirectorySettings;
  readonly idSecret: Secret;
  readonly stores: Stores;
  readonly providers: Providers;
  readonly log: Logger;
}

/** The directory over its store, not yet filling; `stop` closes the store too. */
export async function openDirectory({ settings, idSecret, stores, providers, log }: DirectoryParts) {
  const store = await stores.openDirectory(new EmailHash(idSecret).format);
  const running = new RunningDirectory({
    directory: new StoredDirectory({ store, secret: idSecret }),
    feedsOf: (scope) => providers.feedsFor(scope),
    events: stores.events,
    log,
    timing: fillTiming(settings.intervalMs, settings.refreshMs),
  });
  const stop = async () => {
    await running.stop();
    await store.close();
  };
  return { running, stop };
}
