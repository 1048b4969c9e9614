/** Mercurius on Fastify with its just-in-time compiler from the first query on. Arguments: port, base address of the providers. */
import { makeExecutableSchema } from '@graphql-tools/schema';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { createLoaders, type Loaders, resolvers, typeDefs } from './tutorial.js';

const [port = '0', base = ''] = process.argv.slice(2);
const app = Fastify();
await app.register(mercurius, {
  schema: makeExecutableSchema<Loaders>({ typeDefs, resolvers }),
  context: () => createLoaders(base),
  jit: 1,
});
await app.listen({ port: Number(port), host: '127.0.0.1' });
