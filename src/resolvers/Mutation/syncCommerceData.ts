import type { CommerceKind, CommerceSync } from '../../domain/commerce.js';
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
  /** Those among the latest that were requested since: what is older was somebody else's. */
  const readLatest = async (sinceMs: number, kinds: readonly CommerceKind[]) => {
    qard.forget();
    const syncs = await qard.latestSyncs();
    const isOurs = ({ requestedAt }: CommerceSync) =>
      // The provider's times have no fractions.
      requestedAt !== null && toEpochMs(requestedAt) >= Math.floor(sinceMs / 1000) * 1000;
    return syncs.filter((sync) => isOneOf(kinds, sync) && isOurs(sync));
  };
  return write<Outcome>({
    mutation: 'syncCommerceData',
    provider: 'QARD',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { dataTypes },
    reference: 'the latest synchronizations',
    send: async () => {
      const startedAtMs = Date.now();
      let stated: readonly CommerceSync[];
      try {
        const outcome = await qard.writes.synchronize(dataTypes);
        if (outcome === 'RUNNING') return { syncs: null, userErrors: [running] };
        // Accepted by whomever: only the latest synchronizations can tell, and they are read back.
        if (outcome === 'UNSTATED') throw new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QARD', { detail: 'no sync' });
        stated = outcome;
      } catch (error) {
        return { syncs: null, userErrors: rejectionOf(error) };
      }
      const unstated = dataTypes.filter((asked) => !stated.some(({ dataType }) => dataType === asked));
      if (unstated.length === 0) return { syncs: [...stated], userErrors: [] };
      // It was started: a look that fails must not say otherwise.
      const seen = await readLatest(startedAtMs, unstated).catch(() => null);
      const isTold = seen !== null || stated.length > 0;
      return { syncs: isTold ? [...stated, ...(seen ?? [])] : null, userErrors: [] };
    },
    readBack: async (claimedAtMs) => {
      const own = await readLatest(claimedAtMs, dataTypes);
      const isStarted = dataTypes.every((asked) => own.some(({ dataType }) => dataType === asked));
      return isStarted ? { syncs: own, userErrors: [] } : null;
    },
  });
};

function isOneOf(kinds: readonly CommerceKind[], { dataType }: CommerceSync): boolean {
  return kinds.some((kind) => kind === dataType);
}
