import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { parse } from 'graphql';
import type { Reference } from '../../../src/federation/representation.js';
import { makeSubgraphSchema } from '../../../src/federation/subgraph-schema.js';
import { subgraphSdl } from '../../../src/federation/subgraph-sdl.js';

// The subgraph that Apollo's compatibility tests ask, made as the gateway's own is: federation-compatibility/ starts it as a program.

const dimensions = { size: 'small', weight: 1, unit: 'kg' };
const products = [
  {
    id: 'apollo-federation',
    sku: 'federation',
    package: '@apollo/federation',
    variation: { id: 'OSS' },
    research: [{ study: { caseNumber: '1234', description: 'Federation Study' } }],
    dimensions,
  },
  {
    id: 'apollo-studio',
    sku: 'studio',
    package: '',
    variation: { id: 'platform' },
    research: [{ study: { caseNumber: '1235', description: 'Studio Study' } }],
    dimensions,
  },
];
const author = { email: 'support@apollographql.com', name: 'Jane Smith', totalProductsCreated: 1337 };
const deprecated = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: author,
};

/** Whether a record has all that a reference says of it. */
function matches(record: object, reference: object): boolean {
  return Object.entries(reference).every(([key, value]: [string, unknown]) => {
    const own = (record as Record<string, unknown>)[key];
    if (key === '__typename') return true;
    return isObject(value) && isObject(own) ? matches(own, value) : own === value;
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** What a reference leads to, by the type. */
const found: Readonly<Record<string, (reference: Reference) => object | undefined>> = {
  Product: (reference) => products.find((product) => matches(product, reference)),
  DeprecatedProduct: (reference) => (matches(deprecated, reference) ? deprecated : undefined),
  ProductResearch: (reference) =>
    products.flatMap(({ research }) => research).find((research) => matches(research, reference)),
  // What other subgraphs say of a user, and `@requires` asks for, stands in the reference.
  User: (reference) => (reference['email'] === author.email ? { ...author, ...reference } : undefined),
  Inventory: ({ id }) => (id === 'apollo-oss' ? { id, deprecatedProducts: [deprecated] } : undefined),
};

interface User {
  readonly totalProductsCreated: number;
  readonly yearsOfEmployment: number;
}

const [, , sdlFile = '', port = ''] = process.argv;
const typeDefs = parse(readFileSync(sdlFile, 'utf8'));
const schema = makeSubgraphSchema<object>({
  typeDefs,
  resolvers: {
    Query: {
      product: (_: unknown, { id }: { readonly id: string }) => products.find((product) => product.id === id),
      deprecatedProduct: (_: unknown, reference: object) => (matches(deprecated, reference) ? deprecated : null),
    },
    Product: { createdBy: () => author },
    User: {
      averageProductsCreatedPerYear: ({ totalProductsCreated, yearsOfEmployment }: User) =>
        Math.round(totalProductsCreated / yearsOfEmployment),
    },
  },
  entities: Object.keys(found),
  load: (reference) => {
    const { __typename: type } = reference;
    const record = found[type]?.(reference);
    return record === undefined ? null : { ...record, __typename: type };
  },
  admit: () => {},
  sdl: subgraphSdl(typeDefs, []),
});
await startStandaloneServer(new ApolloServer({ schema }), { listen: { port: Number(port) } });
