// Nothing here runs: each line that is to be refused is marked, and a mark on a line that compiles is an error itself.
import { isProviderError, type ProviderErrorCode, providerErrors } from '../../../client/src/index.js';
import type { providerErrors as codes } from '../../../src/errors/codes.js';

export function notice(error: unknown): string {
  // @ts-expect-error Nothing says that there is one.
  void providerErrors(error)[0].code;
  if (!isProviderError(error)) return 'unknown';
  const [{ code, provider, retryable, retryAfterMs, path }] = providerErrors(error);
  // @ts-expect-error There is no such provider.
  if (provider === 'SHOPIFY') return 'never';
  // @ts-expect-error Nobody may know how long to wait.
  const seconds: number = retryAfterMs;
  return [code, retryable, seconds, path.join('.')].join(' ');
}

/** The codes of the client are those that the gateway sends, no more and no less. */
export function sameCodes(
  ofGateway: keyof typeof codes,
  ofClient: ProviderErrorCode,
): [ProviderErrorCode, keyof typeof codes] {
  return [ofGateway, ofClient];
}
