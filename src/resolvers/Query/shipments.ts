import { fromEpochMs } from '../../domain/instant.js';
import type { QueryResolvers } from '../../generated/resolvers-types.js';
import { readPageArguments } from '../arguments.js';
import { pageOf, toConnection } from '../connection.js';

export const shipments: QueryResolvers['shipments'] = async (_, args, { datasources }) => {
  const page = readPageArguments(args);
  const { rows, isComplete, since } = await datasources.qapla.shipments.since(args.since);
  const keyOf = ({ trackingNumber, courier }: (typeof rows)[number]) => `${courier?.code ?? ''} ${trackingNumber}`;
  const coverage = {
    provider: 'QAPLA' as const,
    complete: isComplete,
    since,
    updatedAt: fromEpochMs(Date.now()),
    lagSeconds: 0,
  };
  return { ...toConnection(pageOf(rows, page, keyOf), page), coverage: [coverage] };
};
