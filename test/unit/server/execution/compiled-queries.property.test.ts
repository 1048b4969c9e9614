import { makeExecutableSchema } from '@graphql-tools/schema';
import fc from 'fast-check';
import { execute, GraphQLScalarType, type OperationDefinitionNode, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { CompiledQueries } from '../../../../src/server/execution/compiled-queries.js';

const schema = makeExecutableSchema({
  typeDefs: `
    scalar Moment
    enum Kind { PART, WHOLE }
    input Range { from: Int! = 1, to: Int, kinds: [Kind!]! = [PART], at: Moment }
    input Lookup @oneOf { id: ID, name: String }
    type Thing { id: ID!, name: String, one: Thing, all: [Thing!]! }
    type Query {
      thing: Thing
      echo(
        int: Int, sure: Int! = 3, real: Float, text: String, yes: Boolean, id: ID, kind: Kind, at: Moment
        ints: [Int], rows: [[Int!]!], kinds: [Kind!], range: Range, ranges: [Range!], by: Lookup
      ): String!
    }
  `,
  resolvers: {
    Moment: new GraphQLScalarType({
      name: 'Moment',
      parseValue: (value) => ({ moment: String(value) }),
      parseLiteral: (node) => ({ moment: 'value' in node ? node.value : null }),
    }),
    Query: {
      thing: () => ({ id: '1' }),
      echo: (_: unknown, args: object) => JSON.stringify(args, Object.keys(flat(args)).toSorted()),
    },
    Thing: {
      name: ({ id }: { id: string }) => `thing ${id}`,
      one: ({ id }: { id: string }) => (id.length > 4 ? null : { id: `${id}1` }),
      all: ({ id }: { id: string }) => (id.length > 3 ? [] : Promise.resolve([{ id: `${id}1` }, { id: `${id}2` }])),
    },
  },
});

/** Every name in it, however deep. */
function flat(value: unknown): Record<string, true> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, inner]) => ({ [name]: true, ...flat(inner) })),
  ) as Record<string, true>;
}

/** What the compiled query answers, and what graphql-js does; null where a document is not compiled. */
async function both(text: string, variables: Record<string, unknown>) {
  const document = parse(text);
  const [operation] = document.definitions as OperationDefinitionNode[];
  const queries = new CompiledQueries(schema);
  const compiled = [1, 2].map(() => operation && queries.of(document, operation)).at(-1);
  const values = compiled?.coerce(variables) ?? null;
  if (!compiled || values === null) return null;
  const plain = async (answer: unknown) => JSON.parse(JSON.stringify(await answer)) as unknown;
  return {
    compiled: await plain(compiled.query({}, values)),
    interpreted: await plain(execute({ schema, document, variableValues: variables })),
  };
}

const condition = fc.constantFrom(
  '',
  '',
  ' @include(if: $a)',
  ' @skip(if: $a)',
  ' @include(if: $b)',
  ' @skip(if: $b)',
  ' @include(if: $a) @skip(if: $b)',
);

/** A selection of a Thing, in which only fragments behind the given one are spread. */
function selection(depth: number, fragment: number): fc.Arbitrary<string> {
  const leaf = fc.tuple(fc.constantFrom('id', 'name', 'again: name', '__typename'), condition);
  const nested = (name: fc.Arbitrary<string>) =>
    fc.tuple(name, condition, selection(depth - 1, fragment)).map(([name, when, inner]) => `${name}${when} ${inner}`);
  const others = ['A', 'B', 'C'].slice(fragment + 1);
  const parts = [
    { weight: 3, arbitrary: leaf.map((words) => words.join('')) },
    ...(depth > 0 ? [{ weight: 2, arbitrary: nested(fc.constantFrom('one', 'all', 'other: one')) }] : []),
    ...(depth > 0 ? [{ weight: 1, arbitrary: nested(fc.constantFrom('...', '... on Thing')) }] : []),
    ...(others.length > 0
      ? [
          {
            weight: 3,
            arbitrary: fc.tuple(fc.constantFrom(...others), condition).map(([name, when]) => `...${name}${when}`),
          },
        ]
      : []),
  ];
  return fc.array(fc.oneof(...parts), { minLength: 1, maxLength: 4 }).map((lines) => `{ ${lines.join(' ')} }`);
}

it('answers as graphql-js does, whatever fragments stand where under whatever condition', async () => {
  const documents = fc
    .tuple(selection(2, -1), selection(1, 0), selection(1, 1), selection(1, 2))
    .map(
      ([top, a, b, c]) =>
        `query ($a: Boolean = true, $b: Boolean = false) { thing ${top} } fragment A on Thing ${a} fragment B on Thing ${b} fragment C on Thing ${c}`,
    );
  const given = fc.record({ a: fc.boolean(), b: fc.boolean() }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(documents, given, async (text, variables) => {
      // Unused ones, and fields that cannot be merged.
      const rules = validate(schema, parse(text)).filter(({ message }) => !message.includes('never used'));
      fc.pre(rules.length === 0);
      const answers = await both(text, variables);
      expect(answers?.compiled).toEqual(answers?.interpreted);
    }),
    { numRuns: 400 },
  );
});

const variables: Readonly<Record<string, { readonly type: string; readonly values: readonly unknown[] }>> = {
  int: { type: 'Int', values: [0, -7, 2 ** 31 - 1, null] },
  sure: { type: 'Int! = 5', values: [1, 2] },
  real: { type: 'Float = 2.5', values: [1, 0.1, 1e300, null] },
  text: { type: 'String = "x"', values: ['', 'ü', null] },
  yes: { type: 'Boolean', values: [true, false, null] },
  id: { type: 'ID', values: ['a', 7, '007', null] },
  kind: { type: 'Kind = WHOLE', values: ['PART', null] },
  at: { type: 'Moment', values: ['now', 7, null] },
  ints: { type: '[Int]', values: [[1, null], 3, [], null] },
  rows: { type: '[[Int!]!]', values: [[[1], [2, 3]], [[4]], 5, null] },
  kinds: { type: '[Kind!] = [WHOLE]', values: [['PART'], 'PART', null] },
  range: { type: 'Range = { to: 9 }', values: [{}, { from: 2 }, { to: null, kinds: 'WHOLE' }, { at: 'then' }, null] },
  ranges: { type: '[Range!]', values: [[{ from: 2 }], { to: 3 }, [], null] },
  by: { type: 'Lookup', values: [{ id: 'a' }, { name: 'b' }, null] },
};

/** Variables inside of what is written in the document. */
const inside: Readonly<Record<string, string>> = {
  range: '{ from: $sure, to: $int, kinds: [PART, WHOLE], at: $at }',
  ranges: '[{ from: 1, to: $int }, { at: $at }]',
  ints: '[1, $int, 3]',
};

it('takes variables as graphql-js does, left out, null, alone in place of a list, or with defaults', async () => {
  const names = fc.subarray(Object.keys(variables), { minLength: 1 });
  const given = fc.record(
    Object.fromEntries(Object.entries(variables).map(([name, { values }]) => [name, fc.constantFrom(...values)])),
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(names, given, fc.boolean(), async (used, values, isInside) => {
      const declared = [...new Set([...used, 'int', 'sure', 'at'])]
        .map((name) => `$${name}: ${variables[name]?.type}`)
        .join(', ');
      const args = used.map((name) => `${name}: ${isInside ? (inside[name] ?? `$${name}`) : `$${name}`}`);
      const answers = await both(`query (${declared}) { echo(${args.join(', ')}) }`, values);
      if (!isInside) expect(answers).not.toBeNull();
      expect(answers?.compiled).toEqual(answers?.interpreted);
    }),
    { numRuns: 400 },
  );
});
