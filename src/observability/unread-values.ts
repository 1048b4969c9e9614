import type { Logger } from 'pino';
import type { ProviderName } from '../domain/provider.js';

/** How often one field is told of, in milliseconds: a list may have hundreds of rows that all lack the same. */
const intervalMs = 60_000;

interface Told {
  readonly atMs: number;
  /** Values that could not be read since, and are not told yet. */
  untold: number;
}

/** Logs that values of a provider's answers could not be read: a field at once, then once a minute with how many there were since. */
export function unreadValues(log: Logger, provider: ProviderName): (field: string) => void {
  const lastOf = new Map<string, Told>();
  return (field) => {
    const last = lastOf.get(field);
    if (last !== undefined && Date.now() - last.atMs < intervalMs) {
      last.untold += 1;
      return;
    }
    lastOf.set(field, { atMs: Date.now(), untold: 0 });
    log.warn({ provider, field, values: 1 + (last?.untold ?? 0) }, 'upstream value could not be read');
  };
}
