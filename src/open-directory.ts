import type { Logger } from 'pino';
import type { DirectorySettings } from './config/load-config.js';
import type { Secret } from './config/secret.js';
import type { Providers } from './datasources/providers.js';
import { EmailHash } from './directory/email-hash.js';
import { fillTiming } from './directory/fill/fill-timing.js';
import { RunningDirectory } from './directory/running-directory.js';
import { StoredDirectory } from './directory/stored-directory.js';
import type { Stores } from './open-stores.js';
import type { RecordsStore } from './records/records-store.js';

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
  const directory = new StoredDirectory({ store, secret: idSecret });
  await forgetAgain(directory, stores.records, log);
  const running = new RunningDirectory({
    directory,
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

/** A directory that was begun anew does not know who was forgotten: the records do. */
async function forgetAgain(directory: StoredDirectory, records: RecordsStore, log: Logger): Promise<void> {
  try {
    for (const { emailHash } of await records.list('forgotten')) {
      if (!(await directory.isForgotten(emailHash))) await directory.forget(emailHash);
    }
  } catch (error) {
    log.error({ err: error }, 'who was forgotten could not be read');
  }
}
