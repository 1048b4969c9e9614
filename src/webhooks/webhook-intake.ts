import type { Secret } from '../config/secret.js';
import type { ProviderConfigs } from '../datasources/providers.js';
import type { EntityRef } from '../directory/directory-work.js';

/** What becomes of the calls of providers. */
export interface WebhookIntake {
  /** Null serves none. */
  readonly secret: Secret | null;
  /** Only providers that are set up are listened to; what names another account of theirs is left out. */
  readonly accounts: ProviderConfigs;
  /**
   * Keeps in mind, durably, that things may have changed.
   *
   * @param dedupeKey equal for calls that are equal to the last byte, such as one that is delivered twice
   */
  readonly note: (refs: readonly EntityRef[], dedupeKey: string) => Promise<void>;
}
