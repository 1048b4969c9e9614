import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { ProviderHealth } from '../../../src/http/provider-health.js';

const down = new UpstreamError('PROVIDER_UNAVAILABLE', 'QAPLA');

function healthAfter(...outcomes: (UpstreamError | null)[]) {
  const health = new ProviderHealth();
  for (const outcome of outcomes) health.record(outcome);
  return health.status;
}

describe('the health of a provider', () => {
  it('is unknown before the first answer', () => {
    expect(healthAfter()).toBe('UNKNOWN');
  });

  it('is OK after answers alone', () => {
    expect(healthAfter(null, null)).toBe('OK');
  });

  it('is DEGRADED while one of the newest twenty failed, and OK again behind them', () => {
    const answers = (count: number) => Array.from({ length: count }, () => null);
    expect(healthAfter(down, ...answers(19))).toBe('DEGRADED');
    expect(healthAfter(down, ...answers(20))).toBe('OK');
  });

  it('is DOWN when all or the newest five failed, and not after one answer', () => {
    expect(healthAfter(down)).toBe('DOWN');
    expect(healthAfter(null, down, down, down, down)).toBe('DEGRADED');
    expect(healthAfter(null, down, down, down, down, down)).toBe('DOWN');
    expect(healthAfter(down, down, down, down, down, null)).toBe('DEGRADED');
  });

  it.each(['PROVIDER_REJECTED', 'DEADLINE_EXCEEDED'] as const)('is not judged by %s', (code) => {
    expect(healthAfter(new UpstreamError(code, 'QAPLA'))).toBe('UNKNOWN');
  });
});
