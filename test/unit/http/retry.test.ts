import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProviderErrorCode, providerErrors } from '../../../src/errors/codes.js';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { maxTries, pause, retryDelayMs } from '../../../src/http/retry.js';

const codes = Object.keys(providerErrors) as ProviderErrorCode[];
const repeated: readonly ProviderErrorCode[] = ['PROVIDER_UNAVAILABLE', 'PROVIDER_RATE_LIMITED'];
const errorOf = (code: ProviderErrorCode, retryAfterMs?: number) => new UpstreamError(code, 'QAPLA', { retryAfterMs });

describe('the wait before another try', () => {
  it.each(codes)('exists only for what may pass by itself: %s', (code) => {
    expect(retryDelayMs(errorOf(code), 1, 10_000, 0.5) !== null).toBe(repeated.includes(code));
  });

  it('ends with the last try', () => {
    expect(retryDelayMs(errorOf('PROVIDER_UNAVAILABLE'), maxTries - 1, 10_000, 0.5)).not.toBeNull();
    expect(retryDelayMs(errorOf('PROVIDER_UNAVAILABLE'), maxTries, 10_000, 0.5)).toBeNull();
  });

  it('is at least what the provider asks for and always ends inside the time left', () => {
    const time = fc.integer({ min: 0, max: 20_000 });
    const jitter = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(time, time, jitter, fc.integer({ min: 1, max: 5 }), (retryAfterMs, remainingMs, random, tries) => {
        const delayMs = retryDelayMs(errorOf('PROVIDER_RATE_LIMITED', retryAfterMs), tries, remainingMs, random);
        if (delayMs === null) return;
        expect(delayMs).toBeGreaterThanOrEqual(retryAfterMs);
        expect(delayMs).toBeGreaterThan(0);
        expect(delayMs).toBeLessThan(remainingMs);
      }),
    );
  });

  it('grows from try to try and differs by chance, so that callers do not come back together', () => {
    const delayMs = (tries: number, random: number) =>
      retryDelayMs(errorOf('PROVIDER_UNAVAILABLE'), tries, 10_000, random) ?? 0;
    expect(delayMs(2, 0.5)).toBeGreaterThan(delayMs(1, 0.5));
    expect(delayMs(1, 0.9)).toBeGreaterThan(delayMs(1, 0.1));
  });
});

it('stops waiting when the operation ends', async () => {
  const controller = new AbortController();
  const waited = pause(60_000, controller.signal);
  controller.abort();
  await expect(waited).rejects.toMatchObject({ name: 'AbortError' });
});
