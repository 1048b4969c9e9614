import type { SourceParts } from '../_shared/define-provider.js';

type QardCredential = 'API_KEY' | 'USER_ID';
/** What the Qard source is built from. */
export type QardParts = SourceParts<QardCredential, never>;

/** The header that credentials a call (public: developer pages; the seed document is silent). */
export function credentialHeaders({ config }: QardParts): Readonly<Record<string, string>> {
  return { 'x-api-key': config.credentials.API_KEY.reveal() };
}
