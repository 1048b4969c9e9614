/** GraphQL Yoga with graphql-jit. Arguments: port, base address of the providers. */
import { createServer } from 'node:http';
import { useGraphQlJit } from '@envelop/graphql-jit';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { createYoga } from 'graphql-yoga';
import { createLoaders, type Loaders, resolvers, typeDefs } from './tutorial.js';

const [port = '0', base = ''] = process.argv.slice(2);
const yoga = createYoga<object, Loaders>({
  schema: makeExecutableSchema<Loaders>({ typeDefs, resolvers }),
  context: () => createLoaders(base),
  plugins: [useGraphQlJit()],
  logging: false,
});
createServer(yoga).listen(Number(port), '127.0.0.1');
