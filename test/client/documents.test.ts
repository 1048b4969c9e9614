import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InMemoryCache } from '@apollo/client';
import { type DocumentNode, type FieldNode, Kind, parse, print, type SelectionSetNode, validate, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as client from '../../client/src/index.js';
import * as hooks from '../../client/src/react.js';
import { packageRoot } from '../../src/package-root.js';
import { loadSchema } from '../../src/server/load-schema.js';
import { operations } from '../support/operations.js';

const schema = loadSchema();
const manifest = JSON.parse(readFileSync(join(packageRoot, 'client/persisted-documents.json'), 'utf8')) as Record<
  string,
  string
>;
const documents = Object.entries(client).flatMap(([name, value]) =>
  name.endsWith('Document') ? [[name.replace(/Document$/, ''), value as DocumentNode] as const] : [],
);

/** The paths of all fields that a document selects. */
function pathsOf(document: DocumentNode): Set<string> {
  const paths = new Set<string>();
  const walk = ({ selections }: SelectionSetNode, above: string) => {
    for (const field of selections.filter((selection): selection is FieldNode => selection.kind === Kind.FIELD)) {
      const { selectionSet: _, ...alone } = field;
      const path = `${above}/${print(alone)}`;
      paths.add(path);
      if (field.selectionSet) walk(field.selectionSet, path);
    }
  };
  visit(document, { OperationDefinition: ({ selectionSet }) => walk(selectionSet, '') });
  return paths;
}

describe('the documents of the client package', () => {
  it('are those of operations/', () => {
    expect(documents.map(([name]) => name).toSorted()).toEqual(Object.keys(operations).toSorted());
    expect(documents.length).toBeGreaterThan(30);
  });

  it.each(documents)('%s fits the schema', (_, document) => {
    expect(validate(schema, parse(print(document)))).toEqual([]);
  });

  it.each(documents)('%s selects what the operation selects, and ids and type names', (name, document) => {
    const original = pathsOf(parse(operations[name]?.document ?? ''));
    const ours = pathsOf(document);
    expect([...original].filter((path) => !ours.has(path))).toEqual([]);
    expect([...ours].filter((path) => !original.has(path) && !/\/(?:id|__typename)$/.test(path))).toEqual([]);
  });

  it.each(documents)('%s is in the manifest as Apollo Client sends it', (_, document) => {
    const text = print(new InMemoryCache().transformDocument(document));
    expect(manifest[createHash('sha256').update(text).digest('hex')]).toBe(text);
  });

  it('are all that is in the manifest', () => {
    expect(Object.keys(manifest)).toHaveLength(documents.length);
  });

  it.each(Object.entries(operations))('%s has its hooks', (name, { kind }) => {
    const ends = {
      query: ['Query', 'LazyQuery', 'SuspenseQuery'],
      mutation: ['Mutation'],
      subscription: ['Subscription'],
    };
    const own = Object.keys(hooks).filter((hook) =>
      new RegExp(`^use${name}(?:(?:Lazy|Suspense)?Query|Mutation|Subscription)$`).test(hook),
    );
    expect(own.toSorted()).toEqual((ends[kind as keyof typeof ends] ?? []).map((end) => `use${name}${end}`).toSorted());
  });
});

describe('newIdempotencyKey', () => {
  it('gives another key each time', () => {
    const keys = Array.from({ length: 100 }, () => client.newIdempotencyKey());
    expect(new Set(keys).size).toBe(100);
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
  });
});
