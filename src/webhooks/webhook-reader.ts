import type { ProviderConfig } from '../datasources/_shared/define-provider.js';
import type { EntityRef } from '../directory/directory-work.js';
import type { ProviderName } from '../domain/provider.js';

/** A provider's call as it came in. Nothing of it is believed but which things to read anew. */
export interface WebhookCall {
  readonly query: URLSearchParams;
  /** The decoded body: JSON, else the fields of a form; null for none, and for one that is neither. */
  readonly body: unknown;
}

/** What a call asks for. */
export interface WebhookReading {
  /** Things that may have changed, each once; empty where nothing is to be done. */
  readonly refs: readonly EntityRef[];
  /** How many entries were left out since they belong to another account. */
  readonly foreign: number;
}

/** How one provider's calls are read. */
export interface WebhookReader {
  readonly provider: ProviderName;
  /** Null for a call that cannot be read. */
  readonly read: (call: WebhookCall, account: Pick<ProviderConfig, 'credentials'>) => WebhookReading | null;
}

/** A reading of things that are all ours, each once. */
export function readingOf(refs: readonly EntityRef[], foreign = 0): WebhookReading {
  const byKey = new Map(refs.map((ref) => [`${ref.kind}/${ref.externalId}`, ref]));
  return { refs: [...byKey.values()], foreign };
}
