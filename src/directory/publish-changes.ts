import type { ProviderName } from '../domain/provider.js';
import type { ChangeEvents } from '../events/change-events.js';
import type { DirectoryChange } from './directory.js';

/** Tells of what taking entries in has changed. Customers' records have no event. */
export function publishChanges(
  events: ChangeEvents,
  provider: ProviderName,
  changes: readonly DirectoryChange[],
): void {
  for (const { kind, ...change } of changes) {
    if (kind !== 'CUSTOMER') events.publish({ kind, provider, ...change });
  }
}
