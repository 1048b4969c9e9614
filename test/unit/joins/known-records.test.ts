import { expect, it } from 'vitest';
import type { ProviderName } from '../../../src/domain/provider.js';
import { UpstreamError } from '../../../src/errors/upstream-error.js';
import { type DirectoryView, KnownRecords } from '../../../src/joins/known-records.js';

it('Reading what changed tells which provider failed, asks each once, and does not fail itself', async () => {
  const failure = new UpstreamError('PROVIDER_UNAVAILABLE', 'QUICKBUTIK');
  const asked: ProviderName[] = [];
  const freshenOrders = async (provider: ProviderName) => {
    asked.push(provider);
    if (provider === 'QUICKBUTIK') throw failure;
  };
  const known = new KnownRecords({ freshenOrders } as Partial<DirectoryView> as DirectoryView);
  const ended = await Promise.all([1, 2].map(() => known.freshen(['QUICKBUTIK', 'QAPLA'], 2000)));
  for (const failures of ended) expect([...failures]).toEqual([['QUICKBUTIK', failure]]);
  expect(asked).toEqual(['QUICKBUTIK', 'QAPLA']);
});
