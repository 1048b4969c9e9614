import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { packageRoot } from '../../../src/package-root.js';
import { excessesOf } from '../../../src/server/limits/document-limits.js';
import { sizesOf } from '../../../src/server/limits/document-size.js';

const { limits } = loadConfig({});

function sizeOf(text: string) {
  const [size] = sizesOf(parse(text));
  if (size === undefined) throw new Error('no operation');
  const { fields, aliases, directives, rootFields, depth } = size;
  return { fields, aliases, directives, rootFields, depth };
}

describe('the size of an operation', () => {
  it('has the fields of a fragment each time it is used', () => {
    const text = `query @a { one { ...F } b: two { ...F ... on T @b { c } } }
      fragment F on T @a { x @a y: z { deep } }`;
    expect(sizeOf(text)).toEqual({ fields: 12, aliases: 3, directives: 6, rootFields: 2, depth: 3 });
  });

  it('has the fields at the top that fragments bring', () => {
    expect(sizeOf('{ ...F ... { c } } fragment F on Query { a b }').rootFields).toBe(3);
  });

  it('counts introspection as one level', () => {
    expect(sizeOf(getIntrospectionQuery()).depth).toBe(1);
    expect(sizeOf('{ __type(name: "A") { fields { type { name } } } }').depth).toBe(1);
  });

  it('is that of each operation of a document', () => {
    expect(sizesOf(parse('query A { a } query B { a b }')).map(({ fields }) => fields)).toEqual([1, 2]);
  });

  it.each([
    ['fragments that hold each other', '{ ...A } fragment A on Q { ...B } fragment B on Q { ...A x }'],
    ['a fragment that holds itself', '{ ...A } fragment A on Q { a { ...A } }'],
    ['a fragment that is not there', '{ ...A }'],
  ])('ends with %s', (_, text) => {
    expect(Number.isFinite(sizeOf(text).fields)).toBe(true);
  });
});

const chainOf = (count: number, uses: number) =>
  `{ ...F0 } ${Array.from({ length: count }, (_, i) => `fragment F${i} on Query { ${`...F${i + 1} `.repeat(uses)}}`).join(' ')}
   fragment F${count} on Query { __typename }`;

describe('the limits of a document', () => {
  it('leave a document of sane size alone', () => {
    expect(excessesOf(parse('{ a { b } }'), limits)).toEqual([]);
    expect(excessesOf(parse(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true })), limits)).toEqual([]);
  });

  it('leave the documents of the client package alone', () => {
    const manifest = readFileSync(join(packageRoot, 'client/persisted-documents.json'), 'utf8');
    const texts = Object.values(JSON.parse(manifest) as Record<string, string>);
    expect(texts.length).toBeGreaterThan(30);
    for (const text of texts) expect(excessesOf(parse(text, { maxTokens: limits.maxTokens }), limits)).toEqual([]);
  });

  it('tell each limit by itself, and where', () => {
    const text = `query Big {\n ${Array.from({ length: 210 }, (_, index) => `a${index}: x`).join('\n')}\n}`;
    expect(excessesOf(parse(text), limits).map(({ message, locations, code }) => [message, locations, code])).toEqual([
      [
        'The operation "Big" has 210 aliases; at most 200 are allowed (MAX_ALIASES).',
        [{ line: 1, column: 1 }],
        'COST_LIMIT_EXCEEDED',
      ],
      [
        'The operation "Big" has 210 fields at its top; at most 100 are allowed (MAX_ROOT_FIELDS).',
        [{ line: 1, column: 1 }],
        'COST_LIMIT_EXCEEDED',
      ],
    ]);
  });

  it('point to a field that lies too deep', () => {
    const text = `{\n${'a {\n'.repeat(15)}b${'}'.repeat(15)}\n}`;
    expect(excessesOf(parse(text), limits).map(({ locations }) => locations)).toEqual([[{ line: 17, column: 1 }]]);
  });

  it.each([
    ['1,000 fragments that each use the next twice', chainOf(1000, 2)],
    ['10,000 fragments, each used by the one before', chainOf(10_000, 1)],
    ['400 nested selections', `${'{ a '.repeat(400)}${'}'.repeat(400)}`],
    ['one fragment used 5,000 times', `{ ${'...F0 '.repeat(5000)} } fragment F0 on Query { a b c }`],
  ])('find in little time that %s are too much', (_, text) => {
    const document = parse(text);
    const startedAt = performance.now();
    expect(excessesOf(document, limits)).not.toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(200);
  });
});
