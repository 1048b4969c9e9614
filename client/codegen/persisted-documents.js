// @ts-check
import { createHash } from 'node:crypto';
import { operationsOf, textOf } from './operations-of.js';

/**
 * Codegen plugin: the manifest of all documents, SHA-256 of the text to the text. Hash and text are those that clients send.
 *
 * @type {import('@graphql-codegen/plugin-helpers').PluginFunction}
 */
export const plugin = (_schema, files) => {
  const texts = operationsOf(files).map(({ document }) => textOf(document));
  const manifest = Object.fromEntries(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]));
  return `${JSON.stringify(manifest, null, 2)}\n`;
};
