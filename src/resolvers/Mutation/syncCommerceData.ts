import type { CommerceSync } from '../../domain/commerce.js';
import { toEpochMs } from '../../domain/instant.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { InputCheck, type UserError } from '../../writes/input-check.js';
import { readDataTypes } from '../../writes/qard/data-types.js';
import { rejectionOf } from '../../writes/rejection.js';

interface Outcome {
  readonly syncs: CommerceSync[] | null;
  readonly userErrors: UserError[];
}

const running: UserError = { field: [], code: 'TAKEN', message: 'A synchronization is running.' };

export const syncCommerceData: MutationResolvers['syncCommerceData'] = async (_, { input }, { datasources, write }) => {
  const check = new InputCheck();
  const dataTypes = readDataTypes(input.dataTypes, check);
  if (!check.isGood) return { syncs: null, userErrors: check.errors };
  const { qard } = datasources;
  const readLatest = async () => {
    qard.forget();
    const syncs = await qard.latestSyncs();
    return syncs.filter(({ dataType }) => dataTypes.some((asked) => asked === dataType));
  };
  return write<Outcome>({
    mutation: 'syncCommerceData',
    provider: 'QARD',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { dataTypes },
    reference: 'the latest synchronizations',
    send: async () => {
      try {
        const outcome = await qard.writes.synchronize(dataTypes);
        if (outcome === 'RUNNING') return { syncs: null, userErrors: [running] };
        // Accepted by whomever: only the latest synchronizations can tell, and they are read back.
        if (outcome === 'UNSTATED') throw new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QARD', { detail: 'no sync' });
      } catch (error) {
        return { syncs: null, userErrors: rejectionOf(error) };
      }
      // It was started: a look that fails must not say otherwise.
      return { syncs: await readLatest().catch(() => null), userErrors: [] };
    },
    readBack: async (claimedAtMs) => {
      const syncs = await readLatest();
      const isOurs = ({ requestedAt }: CommerceSync) =>
        // The provider's times have no fractions.
        requestedAt !== null && toEpochMs(requestedAt) >= Math.floor(claimedAtMs / 1000) * 1000;
      const own = syncs.filter(isOurs);
      const isStarted = dataTypes.every((asked) => own.some(({ dataType }) => dataType === asked));
      return isStarted ? { syncs: own, userErrors: [] } : null;
    },
  });
};
