import type { QueryResolvers, ResolversTypes } from '../../generated/resolvers-types.js';
import { badInput, maxPageSize } from '../arguments.js';
import { loadNode } from '../load-node.js';

type Node = Awaited<ResolversTypes['Node']>;

export const node: QueryResolvers['node'] = async (_, { id }, context) =>
  (await loadNode('id', id, context)) as Node | null;

export const nodes: QueryResolvers['nodes'] = (_, { ids }, context) => {
  if (ids.length > maxPageSize) throw badInput('ids', `must have at most ${maxPageSize} entries, not ${ids.length}`);
  return ids.map((id, index) => loadNode(`ids.${index}`, id, context) as Promise<Node>);
};
