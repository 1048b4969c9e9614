import type { SourceParts } from '../_shared/define-provider.js';
import type { InfluencerSoftSource } from './source.js';

/** What one GraphQL operation reads from InfluencerSoft: whether it is set up. */
export function createInfluencerSoftSource({
  config,
}: SourceParts<'USERNAME' | 'API_KEY', 'SECRET' | 'KEY_FIELD'>): InfluencerSoftSource {
  return { isConfigured: config.isConfigured };
}
