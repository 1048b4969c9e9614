import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breakingChanges } from '../../scripts/breaking-changes.js';
import { packageRoot } from '../../src/package-root.js';

const released = readFileSync(join(packageRoot, 'schema.released.graphql'), 'utf8');
const current = readFileSync(join(packageRoot, 'schema.printed.graphql'), 'utf8');

/** The released schema with one change; it fails when the text is not there. */
function changed(text: string | RegExp, replacement: string, schema = released): string {
  const other = schema.replace(text, replacement);
  if (other === schema) throw new Error(`the schema has no ${String(text)}`);
  return other;
}

const orderReference = /(type Order implements Node \{[\s\S]*?\n {2})reference(: String!)/;
const influencersoft = /\n {2}""".*"""\n {2}INFLUENCERSOFT\n/;

describe('the schema', () => {
  it('takes nothing away from those who were built on the released one', () => {
    expect(breakingChanges(released, current)).toEqual([]);
  });
});

describe('the check of breaking changes', () => {
  it.each<[string, string, string]>([
    ['a renamed field', changed(orderReference, '$1orderNumber$2'), 'Order.reference was removed.'],
    ['a removed enum value', changed(influencersoft, '\n'), 'INFLUENCERSOFT was removed from enum type Provider.'],
    [
      'a removed argument',
      changed('countries: [String!]', 'regions: [String!]'),
      'Query.couriers arg countries was removed.',
    ],
    [
      'a field that may be null now',
      changed(orderReference, '$1reference: String'),
      'Order.reference changed type from String! to String.',
    ],
    [
      'an input field that is required now',
      changed(/(input SetOrderStatusInput \{[\s\S]*?idempotencyKey: String)/, '$1!'),
      'SetOrderStatusInput.idempotencyKey changed type from String to String!.',
    ],
    [
      'a removed type',
      changed(/""".*"""\nenum LengthUnit \{[\s\S]*?\n\}/, '').replaceAll('LengthUnit', 'String'),
      'LengthUnit was removed.',
    ],
  ])('refuses %s', (_, other, description) => {
    expect(breakingChanges(released, other)).toContain(description);
  });

  it.each<[string, string, string]>([
    [
      'a field',
      changed(orderReference, '$1reference$2 @deprecated(reason: "Ask for orderNumber.")'),
      changed(orderReference, '$1orderNumber$2'),
    ],
    [
      'an enum value',
      changed(influencersoft, '\n  INFLUENCERSOFT @deprecated(reason: "Gone.")\n'),
      changed(influencersoft, '\n'),
    ],
    [
      'an argument',
      changed('countries: [String!]', 'countries: [String!] @deprecated(reason: "Gone.")'),
      changed('countries: [String!]', 'regions: [String!]'),
    ],
  ])('lets %s go that was deprecated before', (_, before, after) => {
    expect(breakingChanges(before, after)).toEqual([]);
  });

  it('refuses another type for a deprecated field that is still there', () => {
    const before = changed(orderReference, '$1reference$2 @deprecated(reason: "Ask for orderNumber.")');
    expect(breakingChanges(before, changed(orderReference, '$1reference: Int!'))).toEqual([
      'Order.reference changed type from String! to Int!.',
    ]);
  });

  it('lets a type go that only a deprecated field gave', () => {
    const before = `${changed('type Query {', 'type Query {\n  old: Old @deprecated(reason: "Gone.")')}\ntype Old { id: ID! }`;
    expect(breakingChanges(before, released)).toEqual([]);
  });

  it('lets new fields, types and values come', () => {
    const more = `${changed('type Query {', 'type Query {\n  fresh: Fresh')}\ntype Fresh { id: ID! }`;
    expect(breakingChanges(released, more)).toEqual([]);
  });
});
