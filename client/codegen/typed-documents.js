// @ts-check
import { documentOf, fragmentsOf, operationsOf, upperFirst } from './operations-of.js';

/**
 * Codegen plugin: one typed document for each operation and fragment, beside the types of `typescript-operations`.
 *
 * @type {import('@graphql-codegen/plugin-helpers').PluginFunction<{ typedDocumentFrom: string }>}
 */
export const plugin = (_schema, files, { typedDocumentFrom }) => {
  const fragments = fragmentsOf(files);
  const lines = [
    ...[...fragments].map(([name, fragment]) => {
      const type = upperFirst(name);
      return constant(`${type}FragmentDoc`, documentOf(fragment, fragments), `${type}Fragment, unknown`);
    }),
    ...operationsOf(files).map(({ name, kind, document }) =>
      constant(`${name}Document`, document, `${name}${kind}, ${name}${kind}Variables`),
    ),
  ];
  return { prepend: [`import type { TypedDocumentNode } from '${typedDocumentFrom}';`], content: lines.join('\n') };
};

/**
 * @param {string} name
 * @param {import('graphql').DocumentNode} document
 * @param {string} types
 */
function constant(name, document, types) {
  return `export const ${name} = ${JSON.stringify(document, slim)} as unknown as TypedDocumentNode<${types}>;`;
}

/**
 * Leaves out what nobody reads of a document: places in files, and lists without members.
 *
 * @param {string} key
 * @param {unknown} value
 */
function slim(key, value) {
  return key === 'loc' || (Array.isArray(value) && value.length === 0) ? undefined : value;
}
