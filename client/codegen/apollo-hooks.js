// @ts-check
import { operationsOf } from './operations-of.js';

/** The hooks of each kind of operation: what the name ends in, and what makes it. */
const hooks = /** @type {const} */ ({
  Query: [
    ['Query', 'queryHook'],
    ['LazyQuery', 'lazyQueryHook'],
    ['SuspenseQuery', 'suspenseQueryHook'],
  ],
  Mutation: [['Mutation', 'mutationHook']],
  Subscription: [['Subscription', 'subscriptionHook']],
});

/**
 * Codegen plugin: React hooks for Apollo Client, made of typed documents. The types are those of the hook factories.
 *
 * @type {import('@graphql-codegen/plugin-helpers').PluginFunction<{ documentsFrom: string; hookFactoriesFrom: string }>}
 */
export const plugin = (_schema, files, { documentsFrom, hookFactoriesFrom }) => {
  const operations = operationsOf(files);
  const used = new Set(operations.flatMap(({ kind }) => hooks[kind].map(([, factory]) => factory)));
  const lines = operations.flatMap(({ name, kind }) =>
    // Without the mark a bundler keeps every hook, used or not.
    hooks[kind].map(([end, factory]) => `export const use${name}${end} = /* @__PURE__ */ ${factory}(${name}Document);`),
  );
  const documents = operations.map(({ name }) => `${name}Document`);
  return {
    prepend:
      operations.length === 0
        ? []
        : [
            `import { ${[...used].toSorted().join(', ')} } from '${hookFactoriesFrom}';`,
            `import { ${documents.join(', ')} } from '${documentsFrom}';`,
          ],
    content: operations.length === 0 ? 'export {};' : lines.join('\n'),
  };
};
