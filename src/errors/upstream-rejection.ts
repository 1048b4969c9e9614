import type { ProviderName } from '../domain/provider.js';
import { UpstreamError } from './upstream-error.js';

const longestMessage = 200;

/** A provider's refusal of what the caller asked for, with the provider's words cleaned for showing. */
export class UpstreamRejection extends UpstreamError {
  /** Plain text, cut short; null when the provider gave no words that can be shown. */
  readonly words: string | null;

  constructor(provider: ProviderName, words: unknown, detail?: string) {
    super('PROVIDER_REJECTED', provider, { detail });
    this.words = cleanWords(words);
  }
}

/** A provider's words as they may be shown: without markup, control characters, links and anything that looks like a key. */
export function cleanWords(words: unknown): string | null {
  if (typeof words !== 'string') return null;
  const plain = words
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/https?:\/\/\S+/gi, ' ')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/[\w-]{24,}/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longestMessage);
  return plain === '' ? null : plain;
}
