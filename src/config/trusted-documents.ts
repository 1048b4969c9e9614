import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { VariableReader } from './read-variable.js';

/** The documents that alone are executed. */
export interface TrustedDocuments {
  /** By the SHA-256 of the text, in hexadecimal digits, and by the manifest's own id where that is another. */
  readonly byId: ReadonlyMap<string, string>;
  readonly texts: ReadonlySet<string>;
}

const byHash = z.record(z.string(), z.string());
/** As `@apollo/generate-persisted-query-manifest` writes it. */
const ofApollo = z.object({ operations: z.array(z.object({ id: z.string(), body: z.string() })) });

/** The documents of a manifest; none when it cannot be read, which the reader's problems then say. */
export function trustedDocumentsIn(path: string, { problems }: VariableReader): TrustedDocuments {
  const entries = readManifest(path);
  if (entries === null) problems.push('TRUSTED_DOCUMENTS names a file that is no manifest of documents');
  else if (entries.length === 0) problems.push('TRUSTED_DOCUMENTS names a manifest without documents');
  const texts = (entries ?? []).map(([, text]) => text);
  return {
    byId: new Map([...(entries ?? []), ...texts.map((text) => [hashOf(text), text] as const)]),
    texts: new Set(texts),
  };
}

function readManifest(path: string): (readonly [id: string, text: string])[] | null {
  try {
    const given: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const { data } = ofApollo.safeParse(given);
    if (data !== undefined) return data.operations.map(({ id, body }) => [id, body]);
    return Object.entries(byHash.parse(given));
  } catch {
    return null;
  }
}

/** The SHA-256 of a document's text, by which clients name it. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
