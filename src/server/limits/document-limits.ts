import { type ASTNode, type DocumentNode, OperationTypeNode } from 'graphql';
import type { LimitSettings } from '../../config/limit-settings.js';
import { type OperationSize, sizesOf } from './document-size.js';
import { LimitError } from './limit-error.js';

type SizeLimits = Pick<
  LimitSettings,
  'maxDepth' | 'maxFields' | 'maxAliases' | 'maxDirectives' | 'maxRootFields' | 'maxMutations'
>;

interface Check {
  readonly asked: number;
  readonly most: number;
  readonly what: string;
  readonly at?: ASTNode | null;
}

const mostTold = 10;
const largestShown = 1_000_000_000;

/** What is too large about a document: each limit that an operation exceeds, but not all of a document full of them. */
export function excessesOf(document: DocumentNode, limits: SizeLimits): LimitError[] {
  const excesses = sizesOf(document).flatMap((size) =>
    Object.entries(checksOf(size, limits))
      .filter(([, { asked, most }]) => asked > most)
      .map(
        ([setting, check]) =>
          () =>
            excessOf(size, check, setting),
      ),
  );
  return excesses.slice(0, mostTold).map((tell) => tell());
}

/** What is counted, by the setting that bounds it. */
function checksOf(size: OperationSize, limits: SizeLimits): Readonly<Record<string, Check>> {
  const isMutation = size.operation.operation === OperationTypeNode.MUTATION;
  return {
    MAX_DEPTH: { asked: size.depth, most: limits.maxDepth, what: 'fields below one another', at: size.deepest },
    MAX_FIELDS: { asked: size.fields, most: limits.maxFields, what: 'fields and fragments' },
    MAX_ALIASES: { asked: size.aliases, most: limits.maxAliases, what: 'aliases' },
    MAX_DIRECTIVES: { asked: size.directives, most: limits.maxDirectives, what: 'directives' },
    ...(isMutation
      ? { MAX_MUTATIONS: { asked: size.rootFields, most: limits.maxMutations, what: 'mutations' } }
      : { MAX_ROOT_FIELDS: { asked: size.rootFields, most: limits.maxRootFields, what: 'fields at its top' } }),
  };
}

function excessOf({ operation }: OperationSize, { asked, most, what, at }: Check, setting: string): LimitError {
  const name = operation.name === undefined ? 'The operation' : `The operation "${operation.name.value}"`;
  const has = asked > largestShown ? `more than ${largestShown}` : String(asked);
  return new LimitError(
    'COST_LIMIT_EXCEEDED',
    `${name} has ${has} ${what}; at most ${most} are allowed (${setting}).`,
    {
      nodes: [at ?? operation],
    },
  );
}
