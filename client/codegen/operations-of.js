// @ts-check
import { Kind, print, visit } from 'graphql';

/**
 * @typedef {object} Operation
 * @property {string} name As it is written, its first letter large: types, documents and hooks are named by it.
 * @property {'Query' | 'Mutation' | 'Subscription'} kind
 * @property {import('graphql').DocumentNode} document The operation with the fragments it uses, as it is sent.
 */

/** @type {(name: string) => string} */
export const upperFirst = (name) => name.charAt(0).toUpperCase() + name.slice(1);

const kinds = /** @type {const} */ ({ query: 'Query', mutation: 'Mutation', subscription: 'Subscription' });

/**
 * The named operations of some files, in the order of their names.
 *
 * @param {readonly import('@graphql-codegen/plugin-helpers').Types.DocumentFile[]} files
 * @returns {Operation[]}
 */
export function operationsOf(files) {
  const definitions = files.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = fragmentsOf(files);
  return definitions
    .flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition] : []))
    .flatMap((operation) =>
      operation.name === undefined
        ? []
        : [
            {
              name: upperFirst(operation.name.value),
              kind: kinds[operation.operation],
              document: documentOf(operation, fragments),
            },
          ],
    )
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * The fragments of some files, by name.
 *
 * @param {readonly import('@graphql-codegen/plugin-helpers').Types.DocumentFile[]} files
 * @returns {Map<string, import('graphql').FragmentDefinitionNode>}
 */
export function fragmentsOf(files) {
  const definitions = files.flatMap(({ document }) => document?.definitions ?? []);
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

/**
 * A definition with the fragments it uses, however deep, each once.
 *
 * @param {import('graphql').OperationDefinitionNode | import('graphql').FragmentDefinitionNode} definition
 * @param {ReadonlyMap<string, import('graphql').FragmentDefinitionNode>} fragments
 * @returns {import('graphql').DocumentNode}
 */
export function documentOf(definition, fragments) {
  /** @type {Set<import('graphql').ExecutableDefinitionNode>} */
  const found = new Set([definition]);
  for (const next of found)
    visit(next, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined) throw new Error(`There is no fragment ${name.value}.`);
        found.add(fragment);
      },
    });
  return { kind: Kind.DOCUMENT, definitions: [...found] };
}

/**
 * The text that clients send for a document.
 *
 * @param {import('graphql').DocumentNode} document
 * @returns {string}
 */
export const textOf = (document) => print(document);
