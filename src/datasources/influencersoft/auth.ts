import type { Secret } from '../../config/secret.js';
import type { SourceParts } from '../_shared/define-provider.js';

/** What the InfluencerSoft source is built from. */
export type InfluencerSoftParts = SourceParts<'USERNAME' | 'API_KEY', 'SECRET' | 'KEY_FIELD'>;

/** Which of its two documented names the key is sent under. */
export type KeyField = 'rpsKey' | 'rps_key' | 'both';

/**
 * The form fields that credential a request.
 *
 * @remarks The seed document calls the field `rps_key` in a sentence and `rpsKey` in the list of parameters and in the sample;
 * nobody settles it, so the name is a setting.
 */
export function authFields(apiKey: Secret, keyField: KeyField): readonly (readonly [name: string, value: string])[] {
  const names = keyField === 'both' ? (['rpsKey', 'rps_key'] as const) : ([keyField] as const);
  return names.map((name) => [name, apiKey.reveal()] as const);
}
