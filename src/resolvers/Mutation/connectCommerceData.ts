import type { CommerceLink } from '../../domain/commerce.js';
import { UpstreamError } from '../../errors/upstream-error.js';
import type { MutationResolvers } from '../../generated/resolvers-types.js';
import { InputCheck, type UserError } from '../../writes/input-check.js';
import { readDataTypes, readPlatform } from '../../writes/qard/data-types.js';
import { rejectionOf } from '../../writes/rejection.js';

interface Outcome {
  readonly link: CommerceLink | null;
  readonly userErrors: UserError[];
}

const taken: UserError = { field: [], code: 'TAKEN', message: 'A connection exists already.' };

export const connectCommerceData: MutationResolvers['connectCommerceData'] = async (
  _,
  { input },
  { datasources, write },
) => {
  const check = new InputCheck();
  const platform = readPlatform(input.provider, check);
  const dataTypes = readDataTypes(input.dataTypes, check);
  if (platform === null || !check.isGood) return { link: null, userErrors: check.errors };
  const { qard } = datasources;
  const findLink = async () => {
    qard.forget();
    const links = await qard.links();
    return links.find(({ provider }) => provider === input.provider) ?? null;
  };
  return write<Outcome>({
    mutation: 'connectCommerceData',
    provider: 'QARD',
    idempotencyKey: input.idempotencyKey ?? null,
    input: { platform, dataTypes },
    reference: `connection ${platform}`,
    send: async () => {
      try {
        const { link, isOld } = await qard.writes.connect(platform, dataTypes);
        if (link !== null && isOf(link, input.provider)) return { link, userErrors: [] };
        // Accepted by whomever: only the list of connections can tell, and it is read back.
        if (!isOld) throw new UpstreamError('PROVIDER_OUTCOME_UNKNOWN', 'QARD', { detail: 'no connection' });
        // It is there: a look that fails must not say otherwise.
        const found = await findLink().catch(() => null);
        return { link: found, userErrors: found === null ? [taken] : [] };
      } catch (error) {
        return { link: null, userErrors: rejectionOf(error) };
      }
    },
    // There is one connection for each platform: whoever made it, it is the one that was asked for.
    readBack: async () => {
      const link = await findLink();
      return link === null ? null : { link, userErrors: [] };
    },
  });
};

/** Whether a connection is one to the platform; one that names none is not of another. */
function isOf({ provider, rawProvider }: CommerceLink, asked: CommerceLink['provider']): boolean {
  return provider === asked || rawProvider === null;
}
