// @ts-check
import { join } from 'node:path';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import * as apolloHooks from './apollo-hooks.js';
import { completeDocument } from './complete-documents.js';
import * as persistedDocuments from './persisted-documents.js';
import * as typedDocuments from './typed-documents.js';

/**
 * @typedef {object} PresetConfig
 * @property {boolean} [hooks] Whether to write hooks for Apollo Client; true unless set.
 * @property {string} [manifest] Where the persisted documents go; `persisted-documents.json` in the output folder unless set.
 * @property {string} [typedDocumentFrom] The module that has the type of a typed document.
 * @property {string} [hookFactoriesFrom] The module that has the hook factories.
 */

/** How values of the graph's own scalars look in JSON. A decimal number in a string can be formatted by Intl as it is. */
const scalars = {
  ID: 'string',
  DateTime: 'string',
  Date: 'string',
  Decimal: { input: 'string', output: '`${number}`' },
  Duration: 'string',
  JSON: 'unknown',
};

/**
 * Codegen preset: an output folder with `operations.ts` (types and typed documents), `apollo-hooks.ts` and the manifest of persisted
 * documents, for the operations of a project.
 *
 * @type {import('@graphql-codegen/plugin-helpers').Types.OutputPreset<PresetConfig>}
 */
export const preset = {
  buildGeneratesSection({ baseOutputDir, presetConfig, ...options }) {
    const { hooks = true, manifest, typedDocumentFrom, hookFactoriesFrom } = presetConfig;
    const { schemaAst } = options;
    if (schemaAst === undefined) throw new Error('The preset needs a schema.');
    const documents = options.documents.map((file) =>
      file.document === undefined ? file : { ...file, document: completeDocument(schemaAst, file.document) },
    );
    const config = {
      useTypeImports: true,
      strictScalars: true,
      enumType: 'string-literal',
      arrayInputCoercion: false,
      namingConvention: 'change-case-all#upperCaseFirst',
      ...options.config,
      scalars: { ...scalars, ...options.config['scalars'] },
    };
    const pluginMap = { operationTypes, typedDocuments, apolloHooks, persistedDocuments };
    /** @type {(filename: string, plugins: import('@graphql-codegen/plugin-helpers').Types.ConfiguredPlugin[]) => import('@graphql-codegen/plugin-helpers').Types.GenerateOptions} */
    const file = (filename, plugins) => ({ ...options, filename, plugins, pluginMap, documents, config });
    const hookPlugin = {
      documentsFrom: './operations.js',
      hookFactoriesFrom: hookFactoriesFrom ?? 'commercegraph-client/hook-factories',
    };
    return [
      file(join(baseOutputDir, 'operations.ts'), [
        { operationTypes: {} },
        { typedDocuments: { typedDocumentFrom: typedDocumentFrom ?? 'commercegraph-client' } },
      ]),
      ...(hooks ? [file(join(baseOutputDir, 'apollo-hooks.ts'), [{ apolloHooks: hookPlugin }])] : []),
      file(manifest ?? join(baseOutputDir, 'persisted-documents.json'), [{ persistedDocuments: {} }]),
    ];
  },
};
